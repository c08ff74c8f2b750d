package org.folding.core.walk;

import static org.folding.core.walk.LineKernels.ROWS;
import static org.folding.core.walk.VectorKernels.SPECIES;

import jdk.incubator.vector.DoubleVector;

/**
 * Products of rows with a matrix on the Vector API, by tiles of sums that stay in registers. None
 * needs more than sixteen registers, which is what AVX2 has.
 */
final class VectorProducts {
  private static final int WIDTH = SPECIES.length();

  private VectorProducts() {}

  /** See {@link LineKernels#multiply}. */
  static void multiply(
      double[] x,
      int length,
      int rows,
      int[] chosen,
      int count,
      double[] weights,
      int stride,
      double[] y,
      int[] start,
      double[] panel) {
    if (rows < ROWS) {
      for (int r = 0; r < rows; r++) {
        int row = LineKernels.place(r, length);
        multiplyOne(x, row, chosen, count, weights, stride, y, start[r]);
      }
      return;
    }
    int o = 0;
    for (; o + 2 * WIDTH <= stride; o += 2 * WIDTH) {
      pack(chosen, count, weights, stride, o, panel);
      int r = 0;
      for (; r + ROWS <= rows; r += ROWS) {
        fourByTwo(
            x,
            r * length,
            count,
            panel,
            y,
            start[r] + o,
            start[r + 1] + o,
            start[r + 2] + o,
            start[r + 3] + o);
      }
      for (; r < rows; r++) {
        oneByTwo(x, LineKernels.place(r, length), count, panel, y, start[r] + o);
      }
    }
    if (o < stride) {
      int r = 0;
      for (; r + 2 * ROWS <= rows; r += 2 * ROWS) {
        eightByOne(x, r * length, length, chosen, count, weights, stride, o, y, start, r);
      }
      for (; r < rows; r++) {
        int row = LineKernels.place(r, length);
        oneByOne(x, row, chosen, count, weights, stride, y, start[r] + o, o);
      }
    }
  }

  /** Eight sums in registers of the last vector, where the number of vectors is odd. */
  private static void eightByOne(
      double[] x,
      int xStart,
      int length,
      int[] chosen,
      int count,
      double[] weights,
      int stride,
      int o,
      double[] y,
      int[] start,
      int row) {
    DoubleVector a = DoubleVector.zero(SPECIES);
    DoubleVector b = a;
    DoubleVector c = a;
    DoubleVector d = a;
    DoubleVector e = a;
    DoubleVector f = a;
    DoubleVector g = a;
    DoubleVector h = a;
    int more = ROWS * length;
    for (int k = 0; k < count; k++) {
      DoubleVector w = DoubleVector.fromArray(SPECIES, weights, chosen[k] * stride + o);
      int at = xStart + ROWS * k;
      a = DoubleVector.broadcast(SPECIES, x[at]).fma(w, a);
      b = DoubleVector.broadcast(SPECIES, x[at + 1]).fma(w, b);
      c = DoubleVector.broadcast(SPECIES, x[at + 2]).fma(w, c);
      d = DoubleVector.broadcast(SPECIES, x[at + 3]).fma(w, d);
      e = DoubleVector.broadcast(SPECIES, x[at + more]).fma(w, e);
      f = DoubleVector.broadcast(SPECIES, x[at + more + 1]).fma(w, f);
      g = DoubleVector.broadcast(SPECIES, x[at + more + 2]).fma(w, g);
      h = DoubleVector.broadcast(SPECIES, x[at + more + 3]).fma(w, h);
    }
    a.intoArray(y, start[row] + o);
    b.intoArray(y, start[row + 1] + o);
    c.intoArray(y, start[row + 2] + o);
    d.intoArray(y, start[row + 3] + o);
    e.intoArray(y, start[row + 4] + o);
    f.intoArray(y, start[row + 5] + o);
    g.intoArray(y, start[row + 6] + o);
    h.intoArray(y, start[row + 7] + o);
  }

  private static void oneByTwo(
      double[] x, int xStart, int count, double[] panel, double[] y, int yStart) {
    DoubleVector a0 = DoubleVector.zero(SPECIES);
    DoubleVector a1 = a0;
    for (int k = 0; k < count; k++) {
      DoubleVector factor = DoubleVector.broadcast(SPECIES, x[xStart + ROWS * k]);
      a0 = factor.fma(DoubleVector.fromArray(SPECIES, panel, 2 * WIDTH * k), a0);
      a1 = factor.fma(DoubleVector.fromArray(SPECIES, panel, 2 * WIDTH * k + WIDTH), a1);
    }
    a0.intoArray(y, yStart);
    a1.intoArray(y, yStart + WIDTH);
  }

  /**
   * Puts two vectors of each chosen column one after the other, where they stay in the nearest
   * cache for all rows.
   */
  private static void pack(
      int[] chosen, int count, double[] weights, int stride, int o, double[] panel) {
    for (int k = 0; k < count; k++) {
      int column = chosen[k] * stride + o;
      DoubleVector.fromArray(SPECIES, weights, column).intoArray(panel, 2 * WIDTH * k);
      DoubleVector.fromArray(SPECIES, weights, column + WIDTH)
          .intoArray(panel, 2 * WIDTH * k + WIDTH);
    }
  }

  /** Eight sums in registers: a weight is loaded once for four rows. */
  private static void fourByTwo(
      double[] x,
      int xStart,
      int count,
      double[] panel,
      double[] y,
      int y0,
      int y1,
      int y2,
      int y3) {
    DoubleVector a0 = DoubleVector.zero(SPECIES);
    DoubleVector a1 = a0;
    DoubleVector b0 = a0;
    DoubleVector b1 = a0;
    DoubleVector c0 = a0;
    DoubleVector c1 = a0;
    DoubleVector d0 = a0;
    DoubleVector d1 = a0;
    for (int k = 0; k < count; k++) {
      DoubleVector w0 = DoubleVector.fromArray(SPECIES, panel, 2 * WIDTH * k);
      DoubleVector w1 = DoubleVector.fromArray(SPECIES, panel, 2 * WIDTH * k + WIDTH);
      DoubleVector factor = DoubleVector.broadcast(SPECIES, x[xStart + ROWS * k]);
      a0 = factor.fma(w0, a0);
      a1 = factor.fma(w1, a1);
      factor = DoubleVector.broadcast(SPECIES, x[xStart + ROWS * k + 1]);
      b0 = factor.fma(w0, b0);
      b1 = factor.fma(w1, b1);
      factor = DoubleVector.broadcast(SPECIES, x[xStart + ROWS * k + 2]);
      c0 = factor.fma(w0, c0);
      c1 = factor.fma(w1, c1);
      factor = DoubleVector.broadcast(SPECIES, x[xStart + ROWS * k + 3]);
      d0 = factor.fma(w0, d0);
      d1 = factor.fma(w1, d1);
    }
    a0.intoArray(y, y0);
    a1.intoArray(y, y0 + WIDTH);
    b0.intoArray(y, y1);
    b1.intoArray(y, y1 + WIDTH);
    c0.intoArray(y, y2);
    c1.intoArray(y, y2 + WIDTH);
    d0.intoArray(y, y3);
    d1.intoArray(y, y3 + WIDTH);
  }

  private static void multiplyOne(
      double[] x,
      int xStart,
      int[] chosen,
      int count,
      double[] weights,
      int stride,
      double[] y,
      int yStart) {
    int o = 0;
    for (; o + 8 * WIDTH <= stride; o += 8 * WIDTH) {
      oneByEight(x, xStart, chosen, count, weights, stride, y, yStart + o, o);
    }
    for (; o + 4 * WIDTH <= stride; o += 4 * WIDTH) {
      oneByFour(x, xStart, chosen, count, weights, stride, y, yStart + o, o);
    }
    for (; o < stride; o += WIDTH) {
      oneByOne(x, xStart, chosen, count, weights, stride, y, yStart + o, o);
    }
  }

  private static void oneByEight(
      double[] x,
      int xStart,
      int[] chosen,
      int count,
      double[] weights,
      int stride,
      double[] y,
      int yStart,
      int o) {
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
      DoubleVector factor = DoubleVector.broadcast(SPECIES, x[xStart + ROWS * k]);
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
      double[] x,
      int xStart,
      int[] chosen,
      int count,
      double[] weights,
      int stride,
      double[] y,
      int yStart,
      int o) {
    DoubleVector a0 = DoubleVector.zero(SPECIES);
    DoubleVector a1 = a0;
    DoubleVector a2 = a0;
    DoubleVector a3 = a0;
    for (int k = 0; k < count; k++) {
      int column = chosen[k] * stride + o;
      DoubleVector factor = DoubleVector.broadcast(SPECIES, x[xStart + ROWS * k]);
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
      double[] x,
      int xStart,
      int[] chosen,
      int count,
      double[] weights,
      int stride,
      double[] y,
      int yStart,
      int o) {
    DoubleVector a = DoubleVector.zero(SPECIES);
    for (int k = 0; k < count; k++) {
      a =
          DoubleVector.broadcast(SPECIES, x[xStart + ROWS * k])
              .fma(DoubleVector.fromArray(SPECIES, weights, chosen[k] * stride + o), a);
    }
    a.intoArray(y, yStart);
  }
}
