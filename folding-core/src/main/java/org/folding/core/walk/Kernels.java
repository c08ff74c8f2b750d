package org.folding.core.walk;

/**
 * The inner loops of the exact walk, in plain Java. Each loop runs over whole arrays from index 0,
 * without offsets: that is the form that the JIT compiler turns into vector instructions.
 */
final class Kernels {
  private Kernels() {}

  /**
   * y += Σ x_j · column j, over the entries x_j ≠ 0.
   *
   * @param x one factor a column
   * @param y n values
   * @param index scratch, one longer than there are columns
   */
  static void addColumns(double[][] columns, double[] x, double[] y, int n, int[] index) {
    int nonZero = 0;
    for (int j = 0; j < columns.length; j++) {
      index[nonZero] = j;
      nonZero += x[j] != 0 ? 1 : 0;
    }
    int k = 0;
    for (; k + 4 <= nonZero; k += 4) {
      int j0 = index[k];
      int j1 = index[k + 1];
      int j2 = index[k + 2];
      int j3 = index[k + 3];
      addFour(columns[j0], x[j0], columns[j1], x[j1], columns[j2], x[j2], columns[j3], x[j3], y, n);
    }
    for (; k < nonZero; k++) {
      addColumn(columns[index[k]], x[index[k]], y, n);
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

  /** next = v + dt · slope. */
  static void step(double[] v, double dt, double[] slope, double[] next, int n) {
    for (int o = 0; o < n; o++) {
      next[o] = v[o] + dt * slope[o];
    }
  }

  /**
   * Whether some entry may change sign between v and next, or comes closer to zero than the
   * tolerance at the end. Entries of v are further from zero than that, or exactly zero; those are
   * not looked at.
   */
  static boolean anyCandidate(double[] v, double[] next, double tolerance, int n) {
    long signs = 0;
    for (int o = 0; o < n; o++) {
      signs |= Double.doubleToRawLongBits(v[o] * next[o] - tolerance * Math.abs(v[o]));
    }
    return signs < 0;
  }

  /** The same question for one entry; true where v is exactly zero. */
  static boolean isCandidate(double v, double next, double tolerance) {
    return !(v * next > tolerance * Math.abs(v));
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
