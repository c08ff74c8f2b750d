package org.folding.core.walk;

import java.util.stream.IntStream;

/**
 * What {@link LineKernels#sweepValues} works on: a stage of which few inputs are ever not zero
 * along a line, what these are at each breakpoint, and which units are found to come near zero.
 */
final class ValueSweep {
  /** The weights of the stage, column by column. */
  double[] weights;

  /** The bias of each unit. */
  double[] bias;

  /** 1 for each unit, and −1 for what stands behind the last one. */
  double[] real;

  /** The length of a column and of the values. */
  int stride;

  /** The values at the start of the line, from {@link #firstStart} on. */
  double[] start;

  int firstStart;

  /** See {@link Rounding#threshold}. */
  double threshold;

  /** How many breakpoints come after the start of the line. */
  int points;

  /**
   * The number of the first term at each of them, and behind the last one the number of terms. Each
   * has a term at least, which may be zero.
   */
  int[] first = new int[65];

  /** Where the column of weights of each term starts. */
  int[] column = new int[64];

  /** What it is multiplied with. */
  double[] factor = new double[64];

  /** The interval before each breakpoint. */
  int[] interval = new int[0];

  /** The units that may cross zero, those of each unit in the order of time. */
  final Candidates candidates = new Candidates();

  /**
   * Starts with a stage, without any breakpoints.
   *
   * @param newWeights the weights of the stage
   * @param newBias the bias of each unit
   * @param newReal 1 for each unit, and −1 for what stands behind the last one
   * @param newThreshold see {@link Rounding#threshold}
   * @param values at the start of the line, from {@code at} on
   */
  void start(
      double[] newWeights,
      double[] newBias,
      double[] newReal,
      double newThreshold,
      double[] values,
      int at) {
    weights = newWeights;
    bias = newBias;
    real = newReal;
    stride = newReal.length;
    threshold = newThreshold;
    start = values;
    firstStart = at;
    points = 0;
    candidates.clear();
  }

  /**
   * Adds the breakpoints of a line.
   *
   * @param input the intervals of the stage
   * @param units of the stage before that pass on anything
   * @param values of these where each interval of the stage before starts, and where the last one
   *     ends
   * @param slopes of these on each interval of the stage before, and a row behind the last one
   */
  void addPoints(Partition input, FollowedUnits units, double[] values, double[] slopes) {
    int count = input.intervals();
    reserve(count, units.count);
    int n = units.stride;
    int terms = 0;
    double parentStart = 0;
    for (int i = 1; i <= count; i++) {
      double t = input.start(i);
      if (i == count || input.startsWithParent(i)) {
        parentStart = t;
      }
      double dt = t - parentStart;
      int row = input.parent(i) * n;
      int firstTerm = terms;
      for (int c = 0; c < units.count; c++) {
        double z = Math.fma(dt, slopes[row + c], values[row + c]);
        column[terms] = units.unit(c) * stride;
        factor[terms] = z;
        terms += z > 0 ? 1 : 0;
      }
      if (terms == firstTerm) {
        column[terms] = 0;
        factor[terms++] = 0;
      }
      first[i] = terms;
    }
    points = count;
  }

  /** Makes room. */
  void reserve(int breakpoints, int units) {
    if (first.length <= breakpoints) {
      first = new int[2 * breakpoints];
    }
    if (interval.length < breakpoints) {
      interval = IntStream.range(0, 2 * breakpoints).toArray();
    }
    int most = Math.multiplyExact(breakpoints, Math.max(1, units));
    if (factor.length < most) {
      factor = new double[2 * most];
      column = new int[2 * most];
    }
  }
}
