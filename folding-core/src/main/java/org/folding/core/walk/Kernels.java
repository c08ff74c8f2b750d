package org.folding.core.walk;

/**
 * The loops that evaluate points, in plain Java. Each loop runs over whole arrays from index 0,
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

  /** The largest magnitude. */
  static double largest(double[] v, int n) {
    double largest = 0;
    for (int o = 0; o < n; o++) {
      largest = Math.max(largest, Math.abs(v[o]));
    }
    return largest;
  }
}
