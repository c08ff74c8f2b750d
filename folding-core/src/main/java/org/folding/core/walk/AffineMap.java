package org.folding.core.walk;

import java.util.Arrays;
import java.util.List;
import org.folding.api.network.Affine;
import org.folding.api.network.Dense;
import org.folding.api.network.Tensor;
import org.folding.core.network.NodeFunction;

/**
 * An affine map x ↦ A·x + b that grows by composition while a network is compiled. It stays
 * diagonal, without a matrix, for as long as only elementwise maps are put together.
 */
final class AffineMap {
  private final int inputs;
  private final int outputs;
  // Row-major [outputs][inputs]; or one entry an output where the map is diagonal.
  private final double[] factors;
  private final double[] bias;
  private final boolean diagonal;

  private AffineMap(int inputs, double[] factors, double[] bias, boolean diagonal) {
    this.inputs = inputs;
    this.outputs = bias.length;
    this.factors = factors;
    this.bias = bias;
    this.diagonal = diagonal;
  }

  static AffineMap identity(int size) {
    double[] ones = new double[size];
    Arrays.fill(ones, 1);
    return new AffineMap(size, ones, new double[size], true);
  }

  int inputs() {
    return inputs;
  }

  int outputs() {
    return outputs;
  }

  double bias(int output) {
    return bias[output];
  }

  double factor(int output, int input) {
    if (diagonal) {
      return output == input ? factors[output] : 0;
    }
    return factors[output * inputs + input];
  }

  AffineMap then(Affine map) {
    double[] newBias = bias.clone();
    double[] newFactors = factors.clone();
    int rowLength = diagonal ? 1 : inputs;
    for (int o = 0; o < outputs; o++) {
      double scale = each(map.scale(), o);
      newBias[o] = scale * bias[o] + each(map.shift(), o);
      for (int i = o * rowLength; i < (o + 1) * rowLength; i++) {
        newFactors[i] *= scale;
      }
    }
    return new AffineMap(inputs, newFactors, newBias, diagonal);
  }

  AffineMap then(Dense dense) {
    Tensor weights = dense.weights();
    double[] newBias = dense.bias().toArray();
    double[] newFactors = new double[matrixSize(dense.outputs(), inputs)];
    for (int o = 0; o < dense.outputs(); o++) {
      int row = o * inputs;
      for (int j = 0; j < outputs; j++) {
        double weight = weights.get(o * outputs + j);
        newBias[o] += weight * bias[j];
        if (diagonal) {
          newFactors[row + j] = weight * factors[j];
        } else if (weight != 0) {
          for (int i = 0; i < inputs; i++) {
            newFactors[row + i] += weight * factors[j * inputs + i];
          }
        }
      }
    }
    return new AffineMap(inputs, newFactors, newBias, false);
  }

  /**
   * Sums and differences of this map's outputs.
   *
   * @param plus for each output of the result an output of this map
   * @param other for each output of the result a second one, or −1
   * @param sign what the second one is multiplied by
   */
  AffineMap combine(int[] plus, int[] other, double sign) {
    double[] newBias = new double[plus.length];
    double[] newFactors = new double[matrixSize(plus.length, inputs)];
    for (int o = 0; o < plus.length; o++) {
      newBias[o] = bias[plus[o]] + (other[o] < 0 ? 0 : sign * bias[other[o]]);
      for (int i = 0; i < inputs; i++) {
        newFactors[o * inputs + i] =
            factor(plus[o], i) + (other[o] < 0 ? 0 : sign * factor(other[o], i));
      }
    }
    return new AffineMap(inputs, newFactors, newBias, false);
  }

  /**
   * @throws ArithmeticException if such a matrix would take more than an eighth of the heap
   */
  private static int matrixSize(int outputs, int inputs) {
    long size = (long) outputs * inputs;
    if (size > Math.min(Integer.MAX_VALUE, Runtime.getRuntime().maxMemory() / 8 / Double.BYTES)) {
      throw new ArithmeticException(outputs + " by " + inputs);
    }
    return (int) size;
  }

  static double each(Tensor values, int index) {
    return values.get(values.size() == 1 ? 0 : index);
  }

  /**
   * A linear operation on several maps of the same inputs.
   *
   * @param operation what is done, with its constants added
   * @param linear the same without constants
   */
  static AffineMap through(
      NodeFunction operation, NodeFunction linear, List<AffineMap> operands, int outputs) {
    int inputs = operands.get(0).inputs;
    double[][] values = new double[operands.size()][];
    for (int k = 0; k < values.length; k++) {
      values[k] = operands.get(k).bias.clone();
    }
    double[] newBias = new double[outputs];
    operation.apply(values, newBias);
    double[] newFactors = new double[matrixSize(outputs, inputs)];
    double[] column = new double[outputs];
    for (int i = 0; i < inputs; i++) {
      for (int k = 0; k < values.length; k++) {
        for (int j = 0; j < values[k].length; j++) {
          values[k][j] = operands.get(k).factor(j, i);
        }
      }
      linear.apply(values, column);
      for (int o = 0; o < outputs; o++) {
        newFactors[o * inputs + i] = column[o];
      }
    }
    return new AffineMap(inputs, newFactors, newBias, false);
  }

  /** The outputs of several maps of the same inputs, one after the other. */
  static AffineMap stack(List<AffineMap> maps) {
    if (maps.size() == 1) {
      return maps.get(0);
    }
    int inputs = maps.get(0).inputs;
    int outputs = maps.stream().mapToInt(AffineMap::outputs).reduce(0, Math::addExact);
    double[] newBias = new double[outputs];
    double[] newFactors = new double[matrixSize(outputs, inputs)];
    int row = 0;
    for (AffineMap map : maps) {
      for (int o = 0; o < map.outputs; o++, row++) {
        newBias[row] = map.bias[o];
        for (int i = 0; i < inputs; i++) {
          newFactors[row * inputs + i] = map.factor(o, i);
        }
      }
    }
    return new AffineMap(inputs, newFactors, newBias, false);
  }

  /** The map that takes some of the inputs, from {@code first} on. */
  static AffineMap select(int inputs, int first, int count) {
    int[] chosen = new int[count];
    int[] alone = new int[count];
    Arrays.setAll(chosen, o -> first + o);
    Arrays.fill(alone, -1);
    AffineMap all = identity(inputs);
    return count == inputs ? all : all.combine(chosen, alone, 0);
  }
}
