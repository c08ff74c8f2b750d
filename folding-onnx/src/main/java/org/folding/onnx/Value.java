package org.folding.onnx;

import org.folding.api.network.Shape;

/**
 * What a name in an ONNX graph stands for while it is read: known numbers, a tensor that a network
 * computes, or one that no network can compute.
 */
sealed interface Value permits Constant, Value.Signal, Value.Beyond {

  /**
   * A tensor that depends on the input.
   *
   * @param id the value of the network's builder
   * @param shape its shape without the batch axis; where the network's node has a flat result of
   *     the same size, a reshape was added
   */
  record Signal(int id, Shape shape) implements Value {}

  /**
   * A tensor that is not piecewise linear in the input, or not for all that is known.
   *
   * @param obstacle the first node that stands in the way, and why
   */
  record Beyond(String obstacle) implements Value {}
}
