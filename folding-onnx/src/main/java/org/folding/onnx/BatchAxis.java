package org.folding.onnx;

/**
 * Whether axis 0 of every computed tensor runs over the inputs of a batch. The network has no such
 * axis, so all axes of the graph move by one.
 *
 * @param present whether there is a batch axis
 * @param extent its fixed extent, or {@link GraphInput#SYMBOLIC}
 */
record BatchAxis(boolean present, int extent) {

  static BatchAxis none() {
    return new BatchAxis(false, GraphInput.SYMBOLIC);
  }

  /** How many axes a tensor of the graph has more than one of the network: 1 or 0. */
  int axes() {
    return present ? 1 : 0;
  }

  /** How many rows to feed: the fixed extent, else one. */
  int rows() {
    return present && extent != GraphInput.SYMBOLIC ? extent : 1;
  }

  boolean isFixed() {
    return present && extent != GraphInput.SYMBOLIC;
  }
}
