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
          "bias of shape " + bias.shape() + " does not match weights of shape " + weights.shape());
    }
  }

  /**
   * Makes a layer of weights written as rows, one an output.
   *
   * @param weights W, row by row
   * @param bias b, one number for each row; none stands for zeros
   * @return the layer
   * @throws IllegalArgumentException if there are no weights, rows differ in length, or there is
   *     not one bias for each row
   */
  public static Dense of(double[][] weights, double... bias) {
    if (weights.length == 0) {
      throw new IllegalArgumentException("a dense layer needs a row of weights");
    }
    int inputs = weights[0].length;
    double[] values = new double[Math.multiplyExact(weights.length, inputs)];
    for (int row = 0; row < weights.length; row++) {
      if (weights[row].length != inputs) {
        throw new IllegalArgumentException(
            "row " + row + " has " + weights[row].length + " weights, but row 0 has " + inputs);
      }
      System.arraycopy(weights[row], 0, values, row * inputs, inputs);
    }
    return new Dense(
        Tensor.of(Shape.of(weights.length, inputs), values),
        Tensor.vector(bias.length == 0 ? new double[weights.length] : bias));
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
