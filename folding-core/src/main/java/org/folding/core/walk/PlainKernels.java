package org.folding.core.walk;

import java.util.Arrays;

/** The product in plain Java, for JVMs that do not offer the Vector API. */
final class PlainKernels implements LineKernels {

  @Override
  public void multiply(
      double[] x,
      int[] chosen,
      int count,
      double[][] columns,
      double[] y0,
      double[] y1,
      double[] y2,
      double[] y3,
      int n) {
    row(x, 0, chosen, count, columns, y0, n);
    row(x, 1, chosen, count, columns, y1, n);
    row(x, 2, chosen, count, columns, y2, n);
    row(x, 3, chosen, count, columns, y3, n);
  }

  private static void row(
      double[] x, int r, int[] chosen, int count, double[][] columns, double[] y, int n) {
    Arrays.fill(y, 0, n, 0);
    int k = 0;
    for (; k + 4 <= count; k += 4) {
      addFour(
          columns[chosen[k]],
          x[ROWS * k + r],
          columns[chosen[k + 1]],
          x[ROWS * (k + 1) + r],
          columns[chosen[k + 2]],
          x[ROWS * (k + 2) + r],
          columns[chosen[k + 3]],
          x[ROWS * (k + 3) + r],
          y,
          n);
    }
    for (; k < count; k++) {
      double[] column = columns[chosen[k]];
      double factor = x[ROWS * k + r];
      for (int o = 0; o < n; o++) {
        y[o] = Math.fma(factor, column[o], y[o]);
      }
    }
  }

  private static void addFour(
      double[] c0,
      double x0,
      double[] c1,
      double x1,
      double[] c2,
      double x2,
      double[] c3,
      double x3,
      double[] y,
      int n) {
    for (int o = 0; o < n; o++) {
      double sum = Math.fma(x1, c1[o], Math.fma(x0, c0[o], y[o]));
      y[o] = Math.fma(x3, c3[o], Math.fma(x2, c2[o], sum));
    }
  }

  @Override
  public void bend(double[] column, double x, double[] base, double[] slope, int n) {
    for (int o = 0; o < n; o++) {
      slope[o] = Math.fma(x, column[o], base[o]);
    }
  }

  @Override
  public int advance(
      double[] slope,
      double[] value,
      double[] next,
      double dt,
      double threshold,
      int n,
      int[] found,
      double[] peak) {
    for (int o = 0; o < n; o++) {
      next[o] = Math.fma(dt, slope[o], value[o]);
    }
    return compare(value, next, threshold, n, found, peak);
  }

  @Override
  public int bendAndAdvance(
      double[] column,
      double x,
      double[] base,
      double[] slope,
      double[] value,
      double[] next,
      double dt,
      double threshold,
      int n,
      int[] found,
      double[] peak) {
    bend(column, x, base, slope, n);
    return advance(slope, value, next, dt, threshold, n, found, peak);
  }

  @Override
  public int compare(
      double[] value, double[] next, double threshold, int n, int[] found, double[] peak) {
    for (int o = 0; o < n; o += LANES) {
      for (int lane = 0; lane < LANES; lane++) {
        peak[lane] = Math.max(peak[lane], Math.abs(next[o + lane]));
      }
    }
    int count = 0;
    for (int o = 0; o < n; o += LANES) {
      // The sign bits of eight differences, without a branch.
      long signs =
          above(value, next, threshold, o)
              & above(value, next, threshold, o + 1)
              & above(value, next, threshold, o + 2)
              & above(value, next, threshold, o + 3)
              & above(value, next, threshold, o + 4)
              & above(value, next, threshold, o + 5)
              & above(value, next, threshold, o + 6)
              & above(value, next, threshold, o + 7);
      if (signs >= 0) {
        count = list(value, next, threshold, o, found, count);
      }
    }
    return count;
  }

  /** Negative iff the product of two values is above the threshold. */
  private static long above(double[] value, double[] next, double threshold, int o) {
    return Double.doubleToRawLongBits(threshold - value[o] * next[o]);
  }

  private static int list(
      double[] value, double[] next, double threshold, int first, int[] found, int count) {
    int size = count;
    for (int o = first; o < first + LANES; o++) {
      if (value[o] * next[o] <= threshold) {
        found[size++] = o;
      }
    }
    return size;
  }
}
