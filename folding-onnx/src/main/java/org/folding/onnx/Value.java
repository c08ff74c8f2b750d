package org.folding.onnx;

import java.util.OptionalDouble;
import org.folding.api.network.Shape;

/**
 * What a name in an ONNX graph stands for while it is read: known numbers, a tensor that a network
 * computes, or one that no network can compute.
 */
sealed interface Value permits Constant, Value.Signal, Value.Beyond {

  /** The number, of a float type, that each element is known to be; empty where none is. */
  OptionalDouble number();

  /**
   * A tensor that depends on the input.
   *
   * @param id the value of the network's builder
   * @param shape its shape without the batch axis; where the network's node has a flat result of
   *     the same size, a reshape was added
   */
  record Signal(int id, Shape shape) implements Value {
    @Override
    public OptionalDouble number() {
      return OptionalDouble.empty();
    }
  }

  /**
   * A tensor that is not piecewise linear in the input, or not for all that is known.
   *
   * @param obstacle the first node that stands in the way, and why
   * @param number what each element is, where only how many they are is not known
   */
  record Beyond(String obstacle, OptionalDouble number) implements Value {
    Beyond(String obstacle) {
      this(obstacle, OptionalDouble.empty());
    }
  }
}
