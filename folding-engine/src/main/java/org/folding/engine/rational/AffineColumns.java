package org.folding.engine.rational;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.folding.engine.network.LinearRows;

/**
 * An affine operation column by column, in whole numbers: which elements of its result each element
 * of its operands is added to, and times what. Immutable.
 */
final class AffineColumns {
  // Of each operand: where each element's entries start, and their rows and weights.
  private final int[][] first;
  private final int[][] row;
  private final BigInteger[][] weight;
  private final BigInteger[] bias;
  private final int scale;

  private AffineColumns(
      int[][] first, int[][] row, BigInteger[][] weight, BigInteger[] bias, int scale) {
    this.first = first;
    this.row = row;
    this.weight = weight;
    this.bias = bias;
    this.scale = scale;
  }

  /**
   * @param rows the operation
   * @param outputs the size of its result
   * @param sizes the sizes of its operands
   * @param scales how many bits behind the point its operands have
   */
  static AffineColumns of(LinearRows rows, int outputs, List<Integer> sizes, List<Integer> scales) {
    int operands = sizes.size();
    int[][] first = new int[operands][];
    Arrays.setAll(first, k -> new int[sizes.get(k) + 2]);
    double[] shift = new double[outputs];
    int[] scale = {0};
    for (int o = 0; o < outputs; o++) {
      shift[o] =
          rows.row(
              o,
              (k, element, w) -> {
                if (w != 0) {
                  first[k][element + 2]++;
                  scale[0] = Math.max(scale[0], scales.get(k) + Dyadic.scale(w));
                }
              });
      scale[0] = Math.max(scale[0], Dyadic.scale(shift[o]));
    }
    int[][] row = new int[operands][];
    BigInteger[][] weight = new BigInteger[operands][];
    for (int k = 0; k < operands; k++) {
      Arrays.parallelPrefix(first[k], Integer::sum);
      row[k] = new int[first[k][sizes.get(k) + 1]];
      weight[k] = new BigInteger[row[k].length];
    }
    fill(rows, outputs, scales, scale[0], first, row, weight);
    BigInteger[] bias = new BigInteger[outputs];
    Arrays.setAll(bias, o -> Dyadic.scaled(shift[o], scale[0]));
    return new AffineColumns(first, row, weight, bias, scale[0]);
  }

  private static void fill(
      LinearRows rows,
      int outputs,
      List<Integer> scales,
      int scale,
      int[][] first,
      int[][] row,
      BigInteger[][] weight) {
    // The kernel of a convolution stands at many places.
    Map<Double, BigInteger> known = new HashMap<>();
    boolean oneScale = scales.stream().distinct().count() == 1;
    for (int o = 0; o < outputs; o++) {
      int output = o;
      rows.row(
          o,
          (k, element, w) -> {
            if (w != 0) {
              int at = first[k][element + 1]++;
              int by = scale - scales.get(k);
              row[k][at] = output;
              weight[k][at] =
                  oneScale
                      ? known.computeIfAbsent(w, number -> Dyadic.scaled(number, by))
                      : Dyadic.scaled(w, by);
            }
          });
    }
  }

  /** How many bits behind the point the result has, where the network's input has none. */
  int scale() {
    return scale;
  }

  BigInteger bias(int output) {
    return bias[output];
  }

  /** Adds what the changes of an operand change. */
  void add(int operand, LineValue value, LineValue result) {
    int[] starts = first[operand];
    int[] rows = row[operand];
    BigInteger[] weights = weight[operand];
    for (int k = 0; k < value.changes(); k++) {
      int j = value.changed(k);
      BigInteger alpha = value.alphaChange(j);
      BigInteger beta = value.betaChange(j);
      for (int e = starts[j]; e < starts[j + 1]; e++) {
        result.change(rows[e], alpha.multiply(weights[e]), beta.multiply(weights[e]));
      }
    }
  }
}
