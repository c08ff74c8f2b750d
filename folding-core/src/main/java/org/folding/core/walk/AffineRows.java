package org.folding.core.walk;

import java.util.Arrays;

/** Builds an {@link AffineMap} row by row; entries of a row may come in any order, and twice. */
final class AffineRows {
  private final int inputs;
  private final int[] first;
  private final double[] bias;
  private int[] input = new int[64];
  private double[] weight = new double[64];
  private int row;
  // Of the row that is being built.
  private final double[] sum;
  private final boolean[] isTouched;
  private int[] touched = new int[64];
  private int touches;

  AffineRows(int inputs, int outputs) {
    this.inputs = inputs;
    this.first = new int[outputs + 1];
    this.bias = new double[outputs];
    this.sum = new double[inputs];
    this.isTouched = new boolean[inputs];
  }

  void add(int column, double value) {
    if (!isTouched[column]) {
      isTouched[column] = true;
      if (touches == touched.length) {
        touched = Arrays.copyOf(touched, 2 * touches);
      }
      touched[touches++] = column;
    }
    sum[column] += value;
  }

  /**
   * Ends a row.
   *
   * @param shift what is added to its sum
   * @throws ArithmeticException if the map takes more than an eighth of the heap
   */
  void end(double shift) {
    Arrays.sort(touched, 0, touches);
    int size = first[row];
    reserve(size + touches);
    for (int k = 0; k < touches; k++) {
      int column = touched[k];
      if (sum[column] != 0) {
        input[size] = column;
        weight[size++] = sum[column];
      }
      sum[column] = 0;
      isTouched[column] = false;
    }
    touches = 0;
    bias[row++] = shift;
    first[row] = size;
  }

  private void reserve(int size) {
    if (size <= weight.length) {
      return;
    }
    long limit = Math.min(Integer.MAX_VALUE - 8, Runtime.getRuntime().maxMemory() / 8 / 12);
    if (size > limit) {
      throw new ArithmeticException(outputs() + " by " + inputs);
    }
    int capacity = (int) Math.min(limit, 2L * size);
    input = Arrays.copyOf(input, capacity);
    weight = Arrays.copyOf(weight, capacity);
  }

  int inputs() {
    return inputs;
  }

  int outputs() {
    return bias.length;
  }

  int[] first() {
    return first;
  }

  int[] input() {
    return Arrays.copyOf(input, first[row]);
  }

  double[] weight() {
    return Arrays.copyOf(weight, first[row]);
  }

  double[] bias() {
    return bias;
  }
}
