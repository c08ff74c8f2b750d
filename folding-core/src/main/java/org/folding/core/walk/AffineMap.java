package org.folding.core.walk;

import java.util.List;
import org.folding.api.network.Affine;
import org.folding.api.network.Tensor;
import org.folding.core.network.LinearRows;

/**
 * An affine map x ↦ A·x + b that grows by composition while a network is compiled. A holds only the
 * weights that are not zero, row by row, so convolutions and elementwise maps stay small.
 */
final class AffineMap {
  private final int inputs;
  private final int outputs;
  // The entries of row o are those from first[o] to first[o + 1]; inputs ascend.
  private final int[] first;
  private final int[] input;
  private final double[] weight;
  private final double[] bias;

  private AffineMap(AffineRows rows) {
    this.inputs = rows.inputs();
    this.outputs = rows.outputs();
    this.first = rows.first();
    this.input = rows.input();
    this.weight = rows.weight();
    this.bias = rows.bias();
  }

  static AffineMap identity(int size) {
    return select(size, 0, size);
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

  /** The first entry of an output's row; for {@link #outputs} the number of entries. */
  int first(int output) {
    return first[output];
  }

  /** The input that an entry reads. */
  int input(int entry) {
    return input[entry];
  }

  /** What an entry multiplies it by. */
  double weight(int entry) {
    return weight[entry];
  }

  AffineMap then(Affine map) {
    AffineRows rows = new AffineRows(inputs, outputs);
    for (int o = 0; o < outputs; o++) {
      double scale = each(map.scale(), o);
      add(o, scale, rows);
      rows.end(scale * bias[o] + each(map.shift(), o));
    }
    return new AffineMap(rows);
  }

  /**
   * Sums and differences of this map's outputs.
   *
   * @param plus for each output of the result an output of this map
   * @param other for each output of the result a second one, or −1
   * @param sign what the second one is multiplied by
   */
  AffineMap combine(int[] plus, int[] other, double sign) {
    AffineRows rows = new AffineRows(inputs, plus.length);
    for (int o = 0; o < plus.length; o++) {
      double sum = bias[plus[o]];
      add(plus[o], 1, rows);
      if (other[o] >= 0) {
        sum += sign * bias[other[o]];
        add(other[o], sign, rows);
      }
      rows.end(sum);
    }
    return new AffineMap(rows);
  }

  /** Adds a multiple of one of this map's rows to the row that is being built. */
  private void add(int output, double factor, AffineRows rows) {
    for (int e = first[output]; e < first[output + 1]; e++) {
      rows.add(input[e], factor * weight[e]);
    }
  }

  static double each(Tensor values, int index) {
    return values.get(values.size() == 1 ? 0 : index);
  }

  /** An affine operation on several maps of the same inputs. */
  static AffineMap through(LinearRows operation, List<AffineMap> operands, int outputs) {
    AffineRows rows = new AffineRows(operands.get(0).inputs, outputs);
    double[] sum = new double[1];
    for (int o = 0; o < outputs; o++) {
      sum[0] = 0;
      double shift =
          operation.row(
              o,
              (operand, element, factor) -> {
                if (factor != 0) {
                  AffineMap map = operands.get(operand);
                  sum[0] += factor * map.bias[element];
                  map.add(element, factor, rows);
                }
              });
      rows.end(shift + sum[0]);
    }
    return new AffineMap(rows);
  }

  /** The outputs of several maps of the same inputs, one after the other. */
  static AffineMap stack(List<AffineMap> maps) {
    if (maps.size() == 1) {
      return maps.get(0);
    }
    int outputs = maps.stream().mapToInt(AffineMap::outputs).reduce(0, Math::addExact);
    AffineRows rows = new AffineRows(maps.get(0).inputs, outputs);
    for (AffineMap map : maps) {
      for (int o = 0; o < map.outputs; o++) {
        map.add(o, 1, rows);
        rows.end(map.bias[o]);
      }
    }
    return new AffineMap(rows);
  }

  /** The map that takes some of the inputs, from {@code first} on. */
  static AffineMap select(int inputs, int first, int count) {
    AffineRows rows = new AffineRows(inputs, count);
    for (int o = 0; o < count; o++) {
      rows.add(first + o, 1);
      rows.end(0);
    }
    return new AffineMap(rows);
  }

  /** How many weights are not zero. */
  int entries() {
    return weight.length;
  }
}
