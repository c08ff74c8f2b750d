package org.folding.engine.rational;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * A line through a network, gone along in time. What has not changed since the last time is not
 * computed again. Used by one thread.
 */
public final class RationalLine {
  private final List<LineValue> values = new ArrayList<>();
  private final List<LineNode> nodes;
  private final BitSet bits = new BitSet();

  RationalLine(RationalNetwork network, double[] from, double[] to) {
    int scale = 0;
    for (int i = 0; i < from.length; i++) {
      scale = Math.max(scale, Math.max(Dyadic.scale(from[i]), Dyadic.scale(to[i])));
    }
    LineValue input = new LineValue(from.length);
    for (int i = 0; i < from.length; i++) {
      BigInteger start = Dyadic.scaled(from[i], scale);
      input.set(i, start, Dyadic.scaled(to[i], scale).subtract(start));
    }
    input.apply();
    values.add(input);
    nodes = network.nodes(values, scale, bits);
  }

  /**
   * Goes to just after a time.
   *
   * @param t from 0 to less than 1, not before the time gone to last
   */
  public void goTo(double t) {
    goTo(LineTime.of(t));
  }

  /** Goes to just after a time, which must not be before the last one. */
  void goTo(LineTime time) {
    nodes.forEach(node -> node.settle(time));
    values.forEach(LineValue::forget);
  }

  /**
   * @return the bits that are 1 just after the time gone to, in a new set
   */
  public BitSet pattern() {
    return (BitSet) bits.clone();
  }

  /** When a node bends next. */
  Optional<LineTime> nextBend() {
    return nodes.stream().flatMap(node -> node.nextBend().stream()).min(LineTime::compareTo);
  }
}
