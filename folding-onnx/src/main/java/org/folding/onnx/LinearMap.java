package org.folding.onnx;

import java.util.ArrayList;
import java.util.List;
import org.folding.api.network.Dense;
import org.folding.api.network.Shape;
import org.folding.api.network.Tensor;
import org.folding.onnx.Value.Signal;

/**
 * A matrix applied along the last axis of a tensor. Where the tensor has further axes, as when
 * PyTorch's {@code Linear} is given more than vectors, each of its rows goes through the same
 * matrix, which is one dense layer with a block for each row.
 *
 * @param outputs n, the number of results for each row
 * @param inputs k, the extent of the last axis
 * @param weights W, row-major [n,k]
 */
record LinearMap(int outputs, int inputs, double[] weights) {
  /** The most weights that the blocks may take together, zeros included. */
  private static final long MOST_WEIGHTS = 20_000_000;

  /**
   * @param matrix a matrix
   * @param transposed whether it is [n,k] rather than [k,n]
   * @return the map x ↦ x·matrix
   */
  static LinearMap of(Constant matrix, boolean transposed) {
    int rows = matrix.dims()[0];
    int columns = matrix.dims()[1];
    if (transposed) {
      return new LinearMap(rows, columns, matrix.values());
    }
    double[] weights =
        Strides.gather(matrix.values(), new int[] {columns, rows}, new int[] {1, columns});
    return new LinearMap(columns, rows, weights);
  }

  LinearMap scaled(double factor) {
    double[] scaled = weights.clone();
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] *= factor;
    }
    return new LinearMap(outputs, inputs, scaled);
  }

  /**
   * Adds the map to the network.
   *
   * @param node the node that asks for it
   * @param x a tensor [...,k], whose {@link #rows} were checked
   * @param bias what to add to the result [...,n], row-major
   * @return the result [...,n]
   */
  Signal apply(NodeCall node, Signal x, double[] bias) {
    Shape shape = x.shape();
    List<Integer> extents = new ArrayList<>(shape.dimensions().subList(0, shape.rank() - 1));
    extents.add(outputs);
    Dense dense = new Dense(blocks(bias.length / outputs), Tensor.vector(bias));
    return node.emit(dense, x, new Shape(extents));
  }

  /**
   * How many rows a tensor has: the product of all its extents but the last.
   *
   * @param node the node that asks for the map
   * @param shape a tensor's shape
   * @return its rows, not too many for one dense layer
   */
  int rows(NodeCall node, Shape shape) {
    if (outputs == 0) {
      throw node.refuse("multiplies by a matrix that has no columns");
    }
    if (shape.rank() == 0 || shape.extent(shape.rank() - 1) != inputs) {
      throw node.refuse(
          "multiplies a tensor of shape "
              + shape
              + " by a matrix that takes "
              + inputs
              + " values: the last axis must have that extent");
    }
    int rows = shape.size() / inputs;
    double size = (double) rows * outputs * rows * inputs;
    if (rows > 1 && size > MOST_WEIGHTS) {
      throw node.refuse(
          "applies a matrix ["
              + outputs
              + ","
              + inputs
              + "] to "
              + rows
              + " rows, which as one dense layer takes "
              + (long) size
              + " weights; at most "
              + MOST_WEIGHTS
              + " are supported");
    }
    return rows;
  }

  private Tensor blocks(int rows) {
    if (rows == 1) {
      return Tensor.of(Shape.of(outputs, inputs), weights);
    }
    int width = rows * inputs;
    double[] blocks = new double[rows * outputs * width];
    for (int row = 0; row < rows; row++) {
      for (int o = 0; o < outputs; o++) {
        int to = (row * outputs + o) * width + row * inputs;
        System.arraycopy(weights, o * inputs, blocks, to, inputs);
      }
    }
    return Tensor.of(Shape.of(rows * outputs, width), blocks);
  }
}
