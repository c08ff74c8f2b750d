package org.folding.core.walk;

/**
 * The inner loops of the exact walk, in plain Java. Each loop runs over whole arrays from index 0,
 * without offsets: that is the form that the JIT compiler turns into vector instructions.
 */
final class Kernels {
  private Kernels() {}

  /**
   * y += Σ x_j · column j, over some of the columns.
   *
   * @param x one factor a column
   * @param chosen which columns
   * @param count how many are chosen
   * @param y n values
   */
  static void addColumns(
      double[][] columns, double[] x, int[] chosen, int count, double[] y, int n) {
    int k = 0;
    for (; k + 4 <= count; k += 4) {
      int j0 = chosen[k];
      int j1 = chosen[k + 1];
      int j2 = chosen[k + 2];
      int j3 = chosen[k + 3];
      addFour(columns[j0], x[j0], columns[j1], x[j1], columns[j2], x[j2], columns[j3], x[j3], y, n);
    }
    for (; k < count; k++) {
      addColumn(columns[chosen[k]], x[chosen[k]], y, n);
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
      y[o] += x0 * c0[o] + x1 * c1[o] + x2 * c2[o] + x3 * c3[o];
    }
  }

  /** y += x · column. */
  static void addColumn(double[] column, double x, double[] y, int n) {
    for (int o = 0; o < n; o++) {
      y[o] += x * column[o];
    }
  }

  /** y = base + x · column. */
  static void addColumn(double[] column, double x, double[] base, double[] y, int n) {
    for (int o = 0; o < n; o++) {
      y[o] = base[o] + x * column[o];
    }
  }

  /** next = v + dt · slope. */
  static void step(double[] v, double dt, double[] slope, double[] next, int n) {
    for (int o = 0; o < n; o++) {
      next[o] = v[o] + dt * slope[o];
    }
  }

  /** How many entries one bit of {@link #below} stands for: a multiple of 8. */
  static int blockLength(int n) {
    return 8 * ((n + 8 * Long.SIZE - 1) / (8 * Long.SIZE));
  }

  /**
   * The blocks that hold an entry whose product v · next is below a threshold: one that changes
   * sign, or comes close to zero at the end if the threshold is chosen so. May miss entries that
   * are exactly zero.
   *
   * @return one bit for each block of {@link #blockLength} entries, from the lowest
   */
  static long below(double[] v, double[] next, double threshold, int n) {
    int length = blockLength(n);
    long blocks = 0;
    int o = 0;
    for (; o + 8 <= n; o += 8) {
      // The sign bits of eight differences, without a branch.
      long signs =
          difference(v, next, threshold, o)
              | difference(v, next, threshold, o + 1)
              | difference(v, next, threshold, o + 2)
              | difference(v, next, threshold, o + 3)
              | difference(v, next, threshold, o + 4)
              | difference(v, next, threshold, o + 5)
              | difference(v, next, threshold, o + 6)
              | difference(v, next, threshold, o + 7);
      if (signs < 0) {
        blocks |= 1L << (o / length);
      }
    }
    for (; o < n; o++) {
      blocks |= (difference(v, next, threshold, o) >>> 63) << (o / length);
    }
    return blocks;
  }

  private static long difference(double[] v, double[] next, double threshold, int o) {
    return Double.doubleToRawLongBits(v[o] * next[o] - threshold);
  }

  /** peak = max(peak, |v|), entry by entry. */
  static void raise(double[] peak, double[] v, int n) {
    for (int o = 0; o < n; o++) {
      peak[o] = Math.max(peak[o], Math.abs(v[o]));
    }
  }

  /** The largest magnitude. */
  static double largest(double[] v, int n) {
    double largest = 0;
    for (int o = 0; o < n; o++) {
      largest = Math.max(largest, Math.abs(v[o]));
    }
    return largest;
  }
}
