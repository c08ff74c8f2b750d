package org.folding.engine.kernel;

import static org.folding.engine.kernel.LineKernels.TILE;
import static org.folding.engine.kernel.RowBatch.GROUP;
import static org.folding.engine.kernel.VectorKernels.SPECIES;

import jdk.incubator.vector.DoubleVector;

/**
 * Products of rows with a matrix on the Vector API, by tiles of sums that stay in registers. None
 * needs more than sixteen registers, which is what AVX2 has.
 */
final class VectorProducts {
  private static final int WIDTH = SPECIES.length();

  private VectorProducts() {}

  /** See {@link LineKernels#multiply}. */
  static void multiply(RowBatch batch, Weights weights, double[] y) {
    int stride = weights.stride();
    if (batch.rows < GROUP) {
      for (int r = 0; r < batch.rows; r++) {
        multiplyOne(batch, r, weights.columns(), stride, y);
      }
      return;
    }
    double[] x = batch.pack();
    double[] tiles = weights.tiles();
    for (int o = 0; o < stride; o += 2 * WIDTH) {
      int at = o / TILE * weights.tileSize() + o % TILE;
      boolean pair = o + WIDTH < stride;
      for (int g = 0; g < batch.groups(); g++) {
        if (pair) {
          fourByTwo(batch, g, x, tiles, at, weights.tileStride(), y, o);
        } else {
          fourByOne(batch, g, x, tiles, at, weights.tileStride(), y, o);
        }
      }
    }
  }

  /** Where a row of a group goes; one that is missing goes where the last one does. */
  private static int target(RowBatch batch, int g, int row) {
    return batch.target[Math.min(GROUP * g + row, batch.rows - 1)];
  }

  /**
   * Eight sums in registers: a weight is loaded once for four rows.
   *
   * @param g a group
   * @param x the factors, packed as by {@link RowBatch#pack}
   * @param o the first unit
   */
  private static void fourByTwo(
      RowBatch batch, int g, double[] x, double[] tiles, int at, int step, double[] y, int o) {
    int[] chosen = batch.columns;
    int first = batch.firstColumn(g);
    int end = batch.endColumn(g);
    DoubleVector a0 = DoubleVector.zero(SPECIES);
    DoubleVector a1 = a0;
    DoubleVector b0 = a0;
    DoubleVector b1 = a0;
    DoubleVector c0 = a0;
    DoubleVector c1 = a0;
    DoubleVector d0 = a0;
    DoubleVector d1 = a0;
    for (int k = first; k < end; k++) {
      int j = chosen[k];
      DoubleVector w0 = DoubleVector.fromArray(SPECIES, tiles, at + step * j);
      DoubleVector w1 = DoubleVector.fromArray(SPECIES, tiles, at + step * j + WIDTH);
      DoubleVector factor = DoubleVector.broadcast(SPECIES, x[GROUP * k]);
      a0 = factor.fma(w0, a0);
      a1 = factor.fma(w1, a1);
      factor = DoubleVector.broadcast(SPECIES, x[GROUP * k + 1]);
      b0 = factor.fma(w0, b0);
      b1 = factor.fma(w1, b1);
      factor = DoubleVector.broadcast(SPECIES, x[GROUP * k + 2]);
      c0 = factor.fma(w0, c0);
      c1 = factor.fma(w1, c1);
      factor = DoubleVector.broadcast(SPECIES, x[GROUP * k + 3]);
      d0 = factor.fma(w0, d0);
      d1 = factor.fma(w1, d1);
    }
    int y0 = target(batch, g, 0) + o;
    int y1 = target(batch, g, 1) + o;
    int y2 = target(batch, g, 2) + o;
    int y3 = target(batch, g, 3) + o;
    a0.intoArray(y, y0);
    a1.intoArray(y, y0 + WIDTH);
    b0.intoArray(y, y1);
    b1.intoArray(y, y1 + WIDTH);
    c0.intoArray(y, y2);
    c1.intoArray(y, y2 + WIDTH);
    d0.intoArray(y, y3);
    d1.intoArray(y, y3 + WIDTH);
  }

  /** Four sums of the last vector, where the number of vectors is odd. */
  private static void fourByOne(
      RowBatch batch, int g, double[] x, double[] tiles, int at, int step, double[] y, int o) {
    int[] chosen = batch.columns;
    int first = batch.firstColumn(g);
    int end = batch.endColumn(g);
    DoubleVector a = DoubleVector.zero(SPECIES);
    DoubleVector b = a;
    DoubleVector c = a;
    DoubleVector d = a;
    for (int k = first; k < end; k++) {
      int j = chosen[k];
      DoubleVector w = DoubleVector.fromArray(SPECIES, tiles, at + step * j);
      a = DoubleVector.broadcast(SPECIES, x[GROUP * k]).fma(w, a);
      b = DoubleVector.broadcast(SPECIES, x[GROUP * k + 1]).fma(w, b);
      c = DoubleVector.broadcast(SPECIES, x[GROUP * k + 2]).fma(w, c);
      d = DoubleVector.broadcast(SPECIES, x[GROUP * k + 3]).fma(w, d);
    }
    int y0 = target(batch, g, 0) + o;
    int y1 = target(batch, g, 1) + o;
    int y2 = target(batch, g, 2) + o;
    int y3 = target(batch, g, 3) + o;
    a.intoArray(y, y0);
    b.intoArray(y, y1);
    c.intoArray(y, y2);
    d.intoArray(y, y3);
  }

  private static void multiplyOne(RowBatch batch, int r, double[] weights, int stride, double[] y) {
    int o = 0;
    for (; o + 8 * WIDTH <= stride; o += 8 * WIDTH) {
      oneByEight(batch, r, weights, stride, y, o);
    }
    for (; o + 4 * WIDTH <= stride; o += 4 * WIDTH) {
      oneByFour(batch, r, weights, stride, y, o);
    }
    for (; o < stride; o += WIDTH) {
      oneByOne(batch, r, weights, stride, y, o);
    }
  }

  private static void oneByEight(
      RowBatch batch, int r, double[] weights, int stride, double[] y, int o) {
    double[] x = batch.x;
    int xStart = batch.rowStart(r);
    int[] chosen = batch.columns;
    int count = batch.endColumn(0);
    int yStart = batch.target[r] + o;
    DoubleVector a0 = DoubleVector.zero(SPECIES);
    DoubleVector a1 = a0;
    DoubleVector a2 = a0;
    DoubleVector a3 = a0;
    DoubleVector a4 = a0;
    DoubleVector a5 = a0;
    DoubleVector a6 = a0;
    DoubleVector a7 = a0;
    for (int k = 0; k < count; k++) {
      int column = chosen[k] * stride + o;
      DoubleVector factor = DoubleVector.broadcast(SPECIES, x[xStart + chosen[k]]);
      a0 = factor.fma(DoubleVector.fromArray(SPECIES, weights, column), a0);
      a1 = factor.fma(DoubleVector.fromArray(SPECIES, weights, column + WIDTH), a1);
      a2 = factor.fma(DoubleVector.fromArray(SPECIES, weights, column + 2 * WIDTH), a2);
      a3 = factor.fma(DoubleVector.fromArray(SPECIES, weights, column + 3 * WIDTH), a3);
      a4 = factor.fma(DoubleVector.fromArray(SPECIES, weights, column + 4 * WIDTH), a4);
      a5 = factor.fma(DoubleVector.fromArray(SPECIES, weights, column + 5 * WIDTH), a5);
      a6 = factor.fma(DoubleVector.fromArray(SPECIES, weights, column + 6 * WIDTH), a6);
      a7 = factor.fma(DoubleVector.fromArray(SPECIES, weights, column + 7 * WIDTH), a7);
    }
    a0.intoArray(y, yStart);
    a1.intoArray(y, yStart + WIDTH);
    a2.intoArray(y, yStart + 2 * WIDTH);
    a3.intoArray(y, yStart + 3 * WIDTH);
    a4.intoArray(y, yStart + 4 * WIDTH);
    a5.intoArray(y, yStart + 5 * WIDTH);
    a6.intoArray(y, yStart + 6 * WIDTH);
    a7.intoArray(y, yStart + 7 * WIDTH);
  }

  private static void oneByFour(
      RowBatch batch, int r, double[] weights, int stride, double[] y, int o) {
    double[] x = batch.x;
    int xStart = batch.rowStart(r);
    int[] chosen = batch.columns;
    int count = batch.endColumn(0);
    int yStart = batch.target[r] + o;
    DoubleVector a0 = DoubleVector.zero(SPECIES);
    DoubleVector a1 = a0;
    DoubleVector a2 = a0;
    DoubleVector a3 = a0;
    for (int k = 0; k < count; k++) {
      int column = chosen[k] * stride + o;
      DoubleVector factor = DoubleVector.broadcast(SPECIES, x[xStart + chosen[k]]);
      a0 = factor.fma(DoubleVector.fromArray(SPECIES, weights, column), a0);
      a1 = factor.fma(DoubleVector.fromArray(SPECIES, weights, column + WIDTH), a1);
      a2 = factor.fma(DoubleVector.fromArray(SPECIES, weights, column + 2 * WIDTH), a2);
      a3 = factor.fma(DoubleVector.fromArray(SPECIES, weights, column + 3 * WIDTH), a3);
    }
    a0.intoArray(y, yStart);
    a1.intoArray(y, yStart + WIDTH);
    a2.intoArray(y, yStart + 2 * WIDTH);
    a3.intoArray(y, yStart + 3 * WIDTH);
  }

  private static void oneByOne(
      RowBatch batch, int r, double[] weights, int stride, double[] y, int o) {
    double[] x = batch.x;
    int xStart = batch.rowStart(r);
    int[] chosen = batch.columns;
    int count = batch.endColumn(0);
    int yStart = batch.target[r] + o;
    DoubleVector a = DoubleVector.zero(SPECIES);
    for (int k = 0; k < count; k++) {
      a =
          DoubleVector.broadcast(SPECIES, x[xStart + chosen[k]])
              .fma(DoubleVector.fromArray(SPECIES, weights, chosen[k] * stride + o), a);
    }
    a.intoArray(y, yStart);
  }
}
