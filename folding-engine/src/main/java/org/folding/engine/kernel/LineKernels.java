package org.folding.engine.kernel;

import org.jspecify.annotations.Nullable;

/**
 * The inner loops of the exact walk. Rows are padded to whole vectors, so no loop has a rest. All
 * implementations add in the same order with fused multiply-adds, so they give the same bits.
 */
public interface LineKernels {
  /** Rows are as long as whole vectors: a multiple of this. */
  int LANES = 8;

  /** How many units the weights of a tile belong to, see {@link Weights#tiles()}. */
  int TILE = 2 * LANES;

  /**
   * Multiplies rows with some columns of a matrix: y_r = Σ_j x_r[j] · column j over the columns of
   * the row's group.
   *
   * @param y receives the results, each as long as a column
   */
  void multiply(RowBatch batch, Weights weights, double[] y);

  /** The difference of n numbers, both from {@code at} on: y = a − b, from {@code to} on. */
  void subtract(double[] a, double[] b, int at, double[] y, int to, int n);

  /** A row of numbers at {@code to} becomes the one at {@code from} times factors, unit by unit. */
  void scale(double[] x, int from, double[] factor, double[] y, int to, int n);

  /**
   * Bends slopes by one column of weights: the row of slopes at {@code to} becomes the one at
   * {@code from} plus x times the column. Both may be one.
   */
  void bend(double[] weights, int column, double x, double[] slopes, int from, int to, int n);

  /**
   * Goes on through an interval: the values at its end are those at its start plus dt times the
   * slopes. Logs where units may cross zero on the way.
   *
   * @param interval its number, for the log
   * @param dt its length
   */
  void advance(FollowedRows rows, int interval, double dt);

  /**
   * {@link #bend}, then {@link #advance} along the bent slopes, in one. The slopes of the interval
   * are written where they belong.
   *
   * @param before where the slopes before start
   * @param column where the column of weights starts
   * @param x what it is multiplied with
   */
  void bendAndAdvance(FollowedRows rows, int interval, double dt, int before, int column, double x);

  /** How many events {@link #advance} may log in a row of n numbers. */
  static int mostEvents(int n) {
    // One for each of the shortest vectors.
    return n / 4;
  }

  /** Adds the units to the candidates that may cross zero where {@link #advance} logged any. */
  void list(FollowedRows rows);

  /**
   * Follows all units of a stage along a line and finds those that may cross zero, and when. No
   * values or slopes are kept.
   */
  void sweep(StageSweep sweep);

  /** The same where few inputs are ever not zero, by the values at breakpoints. */
  void sweepValues(ValueSweep sweep);

  /**
   * What units pass on of value + dt · slope, row by row.
   *
   * @param start where the values and slopes of each row start
   * @param negativeSlope of each unit, see {@link #passedOn}; null where all of them pass on
   *     nothing that is negative
   * @param y receives the results, one row after the other
   */
  void activate(
      double[] values,
      double[] slopes,
      int[] start,
      double[] dt,
      int rows,
      double @Nullable [] negativeSlope,
      double[] y,
      int n);

  /**
   * Adds scalar products of two rows each to numbers: sum_k += a_k · b_k.
   *
   * @param aStart where the first row of each product starts in {@code a}
   * @param bStart where the second one starts in {@code b}
   * @param count how many products
   * @param n the length of a row
   * @param partial {@link #LANES} numbers of scratch
   */
  void addDots(
      double[] a,
      int[] aStart,
      double[] b,
      int[] bStart,
      int count,
      int n,
      double[] sum,
      double[] partial);

  /**
   * The squared distances of some rows from the points between two others each: |middle − (first +
   * part · (last − first))|².
   *
   * @param n the length of a row
   */
  void squaredBends(double[] rows, int n, RowBends bends);

  /**
   * Finds the units that may be zero between two points, from their values there and from how far
   * they may stray from the straight line between these.
   *
   * @param values of all units, at the one point from {@code low} on, at the other from {@code
   *     high} on
   * @param found receives the units found, in order; of no meaning behind them
   * @return how many were found
   */
  int nearZero(double[] values, int low, int high, StrayLimit limit, int n, int[] found);

  /**
   * How far what units pass on strays from a chord: the largest |max(z, 0) − (first + part · (last
   * − first))| of some rows, for each unit; 0 if there are none.
   *
   * @param span of which the strays are wanted
   * @param at where its first row of values starts
   * @param count how many rows it has
   */
  void stray(StrayRows rows, int span, int at, int count);

  /**
   * Bounds the values of units on the spans of a line, see {@link SpanRows}. A unit's sign becomes
   * negative if it is below zero at both ends of all spans by more than it may stray in between and
   * a slack.
   *
   * @param signs receives them, as many as the weights' {@link SingleWeights#stride}
   */
  void bound(SpanRows spans, SingleWeights weights, float slack, int[] signs);

  /**
   * {@link #nearZero} of some neighbours, unit by unit. |a + b| − |a − b| is twice the smaller
   * magnitude if a and b have one sign, and not positive otherwise.
   *
   * @param count how many were found before
   */
  static int listNearZero(
      double[] values,
      int low,
      int high,
      StrayLimit limit,
      int first,
      int end,
      int[] found,
      int count) {
    double deviation = 2 * limit.deviation;
    double slack = 2 * limit.slack;
    int size = count;
    for (int o = first; o < end; o++) {
      double a = values[low + o];
      double b = values[high + o];
      double nearest = Math.abs(a + b) - Math.abs(a - b);
      double most = Math.fma(limit.norm[o], deviation, slack);
      // Which are found cannot be foretold, so there is no branch for it.
      found[size] = o;
      size += 1 - (int) (Double.doubleToRawLongBits(most - nearest) >>> 63);
    }
    return size;
  }

  /** What a unit passes on that passes on nothing that is negative. */
  static double positive(double z) {
    return Double.doubleToRawLongBits(z) < 0 ? 0 : z;
  }

  /** What a unit passes on: z, or its product with a slope where its sign is negative. */
  static double passedOn(double z, double negativeSlope) {
    return Double.doubleToRawLongBits(z) < 0 ? negativeSlope * z : z;
  }

  /** The next multiple of {@link #LANES}. */
  static int padded(int n) {
    return (n + LANES - 1) / LANES * LANES;
  }

  /** The sum of partial sums, in an order that all implementations share. */
  static double total(double[] partial) {
    return total(partial, 0);
  }

  /** The same of partial sums that start at a place. */
  static double total(double[] partial, int at) {
    return ((partial[at] + partial[at + 4]) + (partial[at + 2] + partial[at + 6]))
        + ((partial[at + 1] + partial[at + 5]) + (partial[at + 3] + partial[at + 7]));
  }

  /** The width of the vectors in bits; 0 without any. */
  default int bits() {
    return 0;
  }

  /** The fastest that the running JVM offers. */
  static LineKernels best() {
    return KernelChoice.lines();
  }
}
