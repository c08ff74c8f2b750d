package org.folding.engine.kernel;

/**
 * The inner loops of the walk through narrow stages, each over all breakpoints of some lines at
 * once. Rows are padded to whole vectors, see {@link LineKernels#LANES}. All implementations add in
 * the same order with fused multiply-adds, so they give the same bits.
 */
public interface PointKernels {
  /** How many rows are multiplied at a time. */
  int ROWS = 4;

  /**
   * What units pass on at breakpoints: y_k = a(z_p + part_k · (z_(p+1) − z_p)), where p is {@code
   * parent[k]} and a(z) is what {@link LineKernels#passedOn} says.
   *
   * @param z the values of the units at the breakpoints before, row p from p · n on
   * @param count how many rows to compute
   * @param y receives them, row k from k · n on
   * @param n the length of a row
   */
  void passOn(
      double[] z,
      int[] parent,
      double[] part,
      int count,
      double[] negativeSlope,
      double[] y,
      int n);

  /**
   * The values of units at breakpoints: z_r = bias + Σ_j x_k[j] · column j, where r is {@code
   * target[k]}.
   *
   * @param x what the stage reads, row k from k · length on; any up to the next multiple of {@link
   *     #ROWS} rows are read
   * @param target where each row goes; behind the last one up to three more, which receive anything
   * @param count how many rows there are
   * @param z receives the rows, row r from r · n on, where n is the stage's stride
   */
  void apply(double[] x, int length, int[] target, int count, PointWeights stage, double[] z);

  /** Copies n numbers, from {@code at} on, to {@code target}. */
  void copy(double[] from, int at, double[] to, int target, int n);

  /**
   * Finds units that may cross zero between neighbouring breakpoints of a line: those the product
   * of whose values there is not above a threshold.
   *
   * @param z row r from r · n on
   * @param first the number of each line's first row; behind the last line that of all rows
   * @param lines how many lines there are
   * @param real 1 for each unit, and −1 for what stands behind the last one
   * @param found receives the units; is empty, with room for as many as there are numbers in all
   *     rows
   * @param peak receives {@link LineKernels#LANES} numbers for each line, whose sum is at least the
   *     greatest sum of squares of a row but the first: unit o counts in number o mod {@link
   *     LineKernels#LANES}
   */
  void scan(
      double[] z,
      int[] first,
      int lines,
      int n,
      double[] real,
      double threshold,
      NearUnits found,
      double[] peak);

  /** The fastest that the running JVM offers. */
  static PointKernels best() {
    return KernelChoice.points();
  }
}
