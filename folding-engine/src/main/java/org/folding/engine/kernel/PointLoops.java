package org.folding.engine.kernel;

/** The loops that evaluate points, in plain Java. */
public final class PointLoops {
  private PointLoops() {}

  /**
   * y += Σ x_j · column j, over some of the columns.
   *
   * @param weights column j starts at j · stride
   * @param x one factor a column
   * @param chosen which columns
   * @param count how many are chosen
   * @param y n values
   */
  public static void addColumns(
      double[] weights, int stride, double[] x, int[] chosen, int count, double[] y, int n) {
    int k = 0;
    for (; k + 4 <= count; k += 4) {
      addFour(weights, stride, x, chosen, k, y, n);
    }
    for (; k < count; k++) {
      int column = chosen[k] * stride;
      double factor = x[chosen[k]];
      for (int o = 0; o < n; o++) {
        y[o] += factor * weights[column + o];
      }
    }
  }

  private static void addFour(
      double[] weights, int stride, double[] x, int[] chosen, int k, double[] y, int n) {
    int c0 = chosen[k] * stride;
    int c1 = chosen[k + 1] * stride;
    int c2 = chosen[k + 2] * stride;
    int c3 = chosen[k + 3] * stride;
    double x0 = x[chosen[k]];
    double x1 = x[chosen[k + 1]];
    double x2 = x[chosen[k + 2]];
    double x3 = x[chosen[k + 3]];
    for (int o = 0; o < n; o++) {
      y[o] +=
          x0 * weights[c0 + o] + x1 * weights[c1 + o] + x2 * weights[c2 + o] + x3 * weights[c3 + o];
    }
  }

  /** The largest magnitude. */
  public static double largest(double[] v, int n) {
    return largest(v, 0, n);
  }

  /** The largest magnitude of n numbers from a place on. */
  public static double largest(double[] v, int at, int n) {
    double largest = 0;
    for (int o = at; o < at + n; o++) {
      largest = Math.max(largest, Math.abs(v[o]));
    }
    return largest;
  }
}
