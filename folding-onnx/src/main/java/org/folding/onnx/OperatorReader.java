package org.folding.onnx;

/** Reads the nodes of one operator, or of a few that are much alike. Has no state. */
interface OperatorReader {

  /**
   * Adds what a node computes to the network, or folds it where all it reads is constant.
   *
   * @param node the node and what it reads
   * @return its first result
   * @throws org.folding.api.InvalidInputException if it asks for what a network cannot hold
   * @throws IllegalArgumentException if shapes do not fit; the message follows the node's name
   */
  Value read(NodeCall node);
}
