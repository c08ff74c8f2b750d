package org.folding.api.network;

import java.util.List;

/**
 * A fully connected layer: y = W·x + b, on the operand read as one vector.
 *
 * @param weights W, shape [outputs,inputs], as PyTorch's {@code Linear.weight}
 * @param bias b, shape [outputs]
 */
public record Dense(Tensor weights, Tensor bias) implements Operation {

  /** Checks that bias and weights belong together. */
  public Dense {
    if (weights.shape().rank() != 2) {
      throw new IllegalArgumentException(
          "weights of shape " + weights.shape() + ", not [outputs,inputs]");
    }
    if (!bias.shape().equals(Shape.of(weights.shape().extent(0)))) {
      throw new IllegalArgumentException(
          "bias of shape " + bias.shape() + " beside weights of shape " + weights.shape());
    }
  }

  /**
   * @return the length of x
   */
  public int inputs() {
    return weights.shape().extent(1);
  }

  /**
   * @return the length of y
   */
  public int outputs() {
    return weights.shape().extent(0);
  }

  @Override
  public Shape outputShape(List<Shape> inputs) {
    Shape shape = Operands.single("a dense layer", inputs);
    if (shape.size() != inputs()) {
      throw new IllegalArgumentException("takes " + inputs() + " values but gets " + shape.size());
    }
    return Shape.of(outputs());
  }
}
