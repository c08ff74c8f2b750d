package org.folding.onnx;

import org.folding.api.network.Shape;

/**
 * What a name in an ONNX graph stands for while it is read: known numbers, or a computed tensor.
 */
sealed interface Value permits Constant, Value.Signal {

  /**
   * A tensor that depends on the input.
   *
   * @param id the value of the network's builder
   * @param shape its shape without the batch axis; where the network's node has a flat result of
   *     the same size, a reshape was added
   */
  record Signal(int id, Shape shape) implements Value {}
}
