package org.folding.onnx;

import org.folding.api.InvalidInputException;

/**
 * A node asks for what no network can hold. What depends on it cannot be walked exactly; whether it
 * can be sampled is for ONNX Runtime to say.
 */
class NodeException extends InvalidInputException {
  private static final long serialVersionUID = 1L;

  private final String obstacle;

  /**
   * @param location the node
   * @param what what is wrong with it; follows the node's name
   */
  NodeException(Location location, String what, Throwable cause) {
    super(location.line(what), cause);
    this.obstacle = location.node() + what;
  }

  /** The message without the file. */
  final String obstacle() {
    return obstacle;
  }
}
