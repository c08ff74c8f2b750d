package org.folding.core.walk;

/**
 * The inner loops of the walk through narrow stages, each over all breakpoints of a line at once.
 * Rows are padded to whole vectors, see {@link LineKernels#LANES}. All implementations add in the
 * same order with fused multiply-adds, so they give the same bits.
 */
interface PointKernels {
  /** How many rows are multiplied at a time: so many may be written where there are fewer. */
  int ROWS = 4;

  /**
   * What units pass on at breakpoints: y_r = a(z_p + part_r · (z_(p+1) − z_p)), where p is the
   * row's parent and a(z) is z where it is positive and negativeSlope · z elsewhere.
   *
   * @param z the values of the units at the breakpoints before, row r from r · n on
   * @param first the first row to compute
   * @param end the row to stop at
   * @param n the length of a row
   */
  void passOn(
      double[] z,
      int[] parent,
      double[] part,
      int first,
      int end,
      double[] negativeSlope,
      double[] y,
      int n);

  /**
   * The values of units at breakpoints: z_r = bias + Σ_j x_r[j] · column j. Those at both ends are
   * known.
   *
   * @param x what the stage reads, row r from r · length on; as many rows as may be written
   * @param inputs how many columns there are
   * @param start the first row
   * @param end the last row
   * @param last its number; up to three rows behind it may be written, and be anything
   * @param weights column j starts at j · n
   * @param bias of each unit, n numbers
   * @param z receives the rows, row r from r · n on
   */
  void apply(
      double[] x,
      int length,
      int inputs,
      double[] start,
      double[] end,
      int last,
      double[] weights,
      double[] bias,
      double[] z,
      int n);

  /**
   * Finds units that may cross zero between neighbouring breakpoints: those the product of whose
   * values there is not above a threshold.
   *
   * @param z row r from r · n on
   * @param intervals how many rows there are, less one
   * @param real 1 for each unit, and −1 for what stands behind the last one
   * @param found receives interval · n + unit of each, in order; at least (intervals + 1) · n + 1
   *     long
   * @param peak receives {@link LineKernels#LANES} numbers whose sum is at least the greatest sum
   *     of squares of a row but the first: unit o counts in number o mod {@link LineKernels#LANES}
   * @return how many were found
   */
  int scan(
      double[] z,
      int intervals,
      int n,
      double[] real,
      double threshold,
      int[] found,
      double[] peak);

  /** The fastest that the running JVM offers. */
  static PointKernels best() {
    return KernelChoice.POINTS;
  }
}
