package org.folding.core.walk;

/** The inner loops of the exact walk, in plain Java that the JIT compiler vectorises. */
final class Kernels {
  private Kernels() {}

  /**
   * y += Σ x_j · column j, over the entries x_j ≠ 0.
   *
   * @param columns column-major, column j at j · n
   * @param x one factor a column
   * @param count how many columns
   * @param y n values from yOffset on
   * @param index scratch, at least count long
   */
  static void addColumns(
      double[] columns, int n, double[] x, int count, double[] y, int yOffset, int[] index) {
    int nonZero = 0;
    for (int j = 0; j < count; j++) {
      index[nonZero] = j;
      nonZero += x[j] != 0 ? 1 : 0;
    }
    int k = 0;
    for (; k + 4 <= nonZero; k += 4) {
      addFour(columns, n, x, index, k, y, yOffset);
    }
    for (; k < nonZero; k++) {
      int j = index[k];
      addColumn(columns, j * n, n, x[j], y, yOffset);
    }
  }

  private static void addFour(
      double[] columns, int n, double[] x, int[] index, int k, double[] y, int yOffset) {
    int c0 = index[k] * n;
    int c1 = index[k + 1] * n;
    int c2 = index[k + 2] * n;
    int c3 = index[k + 3] * n;
    double x0 = x[index[k]];
    double x1 = x[index[k + 1]];
    double x2 = x[index[k + 2]];
    double x3 = x[index[k + 3]];
    for (int o = 0; o < n; o++) {
      y[yOffset + o] +=
          x0 * columns[c0 + o] + x1 * columns[c1 + o] + x2 * columns[c2 + o] + x3 * columns[c3 + o];
    }
  }

  /** y += x · column. */
  static void addColumn(double[] columns, int column, int n, double x, double[] y, int yOffset) {
    for (int o = 0; o < n; o++) {
      y[yOffset + o] += x * columns[column + o];
    }
  }

  /** next = v + dt · slope. */
  static void step(double[] v, double dt, double[] slope, int slopeOffset, int n, double[] next) {
    for (int o = 0; o < n; o++) {
      next[o] = v[o] + dt * slope[slopeOffset + o];
    }
  }

  /**
   * Whether some entry may change sign between v and next, or comes closer to zero than the
   * tolerance at the end. Entries of v are further from zero than that, or exactly zero.
   */
  static boolean anyCandidate(double[] v, double[] next, int n, double tolerance) {
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

  static double largest(double[] v, int n) {
    double largest = 0;
    for (int o = 0; o < n; o++) {
      largest = Math.max(largest, Math.abs(v[o]));
    }
    return largest;
  }
}
