package org.folding.core.walk;

/**
 * The inner loops of the exact walk. Arrays are padded to whole vectors, so no loop has a rest. All
 * implementations add in the same order with fused multiply-adds, so they give the same bits.
 */
interface LineKernels {
  /** Columns and results are as long as whole vectors: a multiple of this. */
  int LANES = 8;

  /** How many rows are multiplied at once. */
  int ROWS = 4;

  /**
   * y_r = Σ_k x_{r,k} · columns[chosen_k] for four rows r.
   *
   * @param x the factors: that of row r and the k-th chosen column is at 4k + r
   * @param chosen which columns take part
   * @param count how many
   * @param columns of at least n numbers each
   * @param n how many numbers a result has, a multiple of {@link #LANES}
   */
  void multiply(
      double[] x,
      int[] chosen,
      int count,
      double[][] columns,
      double[] y0,
      double[] y1,
      double[] y2,
      double[] y3,
      int n);

  /** slope = base + x · column. */
  void bend(double[] column, double x, double[] base, double[] slope, int n);

  /**
   * Goes on by dt: next = value + dt · slope, and finds the units that may cross zero on the way.
   *
   * @param threshold a unit is found if the product of its two values is not above this
   * @param found receives the units found, in order
   * @param peak {@link #LANES} numbers whose largest is raised to the largest magnitude of next
   * @return how many were found
   */
  int advance(
      double[] slope,
      double[] value,
      double[] next,
      double dt,
      double threshold,
      int n,
      int[] found,
      double[] peak);

  /** {@link #bend} and {@link #advance} in one. */
  int bendAndAdvance(
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
      double[] peak);

  /** As {@link #advance}, with the next values given. */
  int compare(double[] value, double[] next, double threshold, int n, int[] found, double[] peak);

  /** The next multiple of {@link #LANES}. */
  static int padded(int n) {
    return (n + LANES - 1) / LANES * LANES;
  }

  /** The fastest that the running JVM offers. */
  static LineKernels best() {
    return KernelChoice.BEST;
  }
}
