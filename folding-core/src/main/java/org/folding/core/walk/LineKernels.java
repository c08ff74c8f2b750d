package org.folding.core.walk;

/**
 * The inner loops of the exact walk. Rows are padded to whole vectors, so no loop has a rest. All
 * implementations add in the same order with fused multiply-adds, so they give the same bits.
 */
interface LineKernels {
  /** Rows are as long as whole vectors: a multiple of this. */
  int LANES = 8;

  /** How many rows are multiplied at once. */
  int ROWS = 4;

  /**
   * Multiplies four rows with some columns of a stage's weights: y_r = Σ_k x_r[chosen_k] ·
   * column[chosen_k].
   *
   * @param x the four rows, one after the other
   * @param xStart where the first starts
   * @param xStride their distance
   * @param chosen which columns take part
   * @param count how many
   * @param weights column j starts at j · stride
   * @param stride the length of a column and of a result
   * @param y receives the results
   * @param y0 where the first result starts
   * @param y1 where the second starts
   * @param y2 where the third starts
   * @param y3 where the fourth starts
   */
  void multiplyFour(
      double[] x,
      int xStart,
      int xStride,
      int[] chosen,
      int count,
      double[] weights,
      int stride,
      double[] y,
      int y0,
      int y1,
      int y2,
      int y3);

  /** As {@link #multiplyFour} with the one row that starts at an index of x. */
  void multiplyOne(
      double[] x,
      int xStart,
      int[] chosen,
      int count,
      double[] weights,
      int stride,
      double[] y,
      int yStart);

  /** y = a · b, number by number. */
  void scale(double[] a, double[] b, int bStart, double[] y, int yStart, int n);

  /**
   * Bends slopes by one column of weights: the row of slopes at {@code to} becomes the one at
   * {@code from} plus x times the column. Both may be one.
   */
  void bend(double[] weights, int column, double x, double[] slopes, int from, int to, int n);

  /**
   * Goes on by dt: the row of values at {@code to} becomes the one at {@code from} plus dt times
   * the slopes. Finds the units that may cross zero on the way.
   *
   * @param slope where the slopes start
   * @param threshold a unit is found if the product of its two values is not above this
   * @param found receives the units found, in order
   * @param peak {@link #LANES} numbers whose largest is raised to the largest magnitude of a value
   * @return how many were found
   */
  int advance(
      double[] slopes,
      int slope,
      double dt,
      double[] values,
      int from,
      int to,
      int n,
      double threshold,
      int[] found,
      double[] peak);

  /** {@link #bend}, then {@link #advance} along the bent slopes, in one. */
  int bendAndAdvance(
      double[] weights,
      int column,
      double x,
      double[] slopes,
      int slopeFrom,
      int slopeTo,
      double dt,
      double[] values,
      int from,
      int to,
      int n,
      double threshold,
      int[] found,
      double[] peak);

  /** y = max(z, 0) + negativeSlope · min(z, 0) with z = value + dt · slope. */
  void activate(
      double[] value,
      double[] slope,
      int start,
      double dt,
      double[] negativeSlope,
      double[] y,
      int yStart,
      int n);

  /**
   * The scalar product of two rows.
   *
   * @param partial {@link #LANES} numbers of scratch
   */
  double dot(double[] a, int aStart, double[] b, int bStart, int n, double[] partial);

  /**
   * The squared distance of a row from the point between two others: |middle − (first + part ·
   * (last − first))|².
   *
   * @param partial {@link #LANES} numbers of scratch
   */
  double squaredBend(
      double[] rows, int first, int middle, int last, double part, int n, double[] partial);

  /** The next multiple of {@link #LANES}. */
  static int padded(int n) {
    return (n + LANES - 1) / LANES * LANES;
  }

  /** The sum of partial sums, in an order that all implementations share. */
  static double total(double[] partial) {
    return ((partial[0] + partial[4]) + (partial[2] + partial[6]))
        + ((partial[1] + partial[5]) + (partial[3] + partial[7]));
  }

  /** The fastest that the running JVM offers. */
  static LineKernels best() {
    return KernelChoice.BEST;
  }
}
