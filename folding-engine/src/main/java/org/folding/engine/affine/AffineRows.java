package org.folding.engine.affine;

import java.util.Arrays;

/** Builds an {@link AffineMap} row by row; entries of a row may come in any order, and twice. */
final class AffineRows {
  private final int inputs;
  private final Stencils stencils;
  private final int[] stencil;
  private final int[] base;
  private final double[] bias;
  private final double[] magnitude;
  private int row;
  // Of the row that is being built.
  private final double[] sum;
  private final boolean[] isTouched;
  private int[] touched = new int[64];
  private double[] weight = new double[64];
  private int touches;

  AffineRows(int inputs, int outputs) {
    this.inputs = inputs;
    this.stencils = new Stencils(1, outputs + " by " + inputs);
    this.stencil = new int[outputs];
    this.base = new int[outputs];
    this.bias = new double[outputs];
    this.magnitude = new double[outputs];
    this.sum = new double[inputs];
    this.isTouched = new boolean[inputs];
  }

  void add(int column, double value) {
    if (!isTouched[column]) {
      isTouched[column] = true;
      if (touches == touched.length) {
        touched = Arrays.copyOf(touched, 2 * touches);
        weight = Arrays.copyOf(weight, 2 * touches);
      }
      touched[touches++] = column;
    }
    sum[column] += value;
  }

  /**
   * Ends a row.
   *
   * @param shift what is added to its sum
   * @param summed see {@link AffineMap#magnitude}
   * @throws ArithmeticException if the map takes more than an eighth of the heap
   */
  void end(double shift, double summed) {
    int place = 0;
    int size = 0;
    for (int k = 0; k < touches; k++) {
      int column = touched[k];
      if (sum[column] != 0) {
        place = size == 0 ? column : place;
        weight[size] = sum[column];
        touched[size++] = column - place;
      }
      sum[column] = 0;
      isTouched[column] = false;
    }
    touches = 0;
    stencil[row] = stencils.add(touched, weight, size);
    base[row] = place;
    bias[row] = shift;
    magnitude[row++] = summed;
  }

  /**
   * Adds a whole row.
   *
   * @param known the number of one of the distinct rows so far
   * @param place the input that its offsets count from
   * @param shift what is added to its sum
   * @param summed see {@link AffineMap#magnitude}
   */
  void repeat(int known, int place, double shift, double summed) {
    stencil[row] = known;
    base[row] = place;
    bias[row] = shift;
    magnitude[row++] = summed;
  }

  /** Which of the distinct rows the last row is. */
  int lastStencil() {
    return stencil[row - 1];
  }

  /** The input that the offsets of the last row count from. */
  int lastBase() {
    return base[row - 1];
  }

  /** The map, when all rows are ended. */
  AffineMap build() {
    stencils.finish();
    return new AffineMap(inputs, stencils, stencil, base, bias, magnitude);
  }
}
