package org.folding.engine.rational;

import java.util.Optional;

/** A node of a network along a line. */
interface LineNode {

  /**
   * Makes the node's value what it is just after a time, from the values that it reads.
   *
   * @param now not before that of the last call
   */
  void settle(LineTime now);

  /** When the node bends next after the time that it was settled at, as its operands are now. */
  default Optional<LineTime> nextBend() {
    return Optional.empty();
  }
}
