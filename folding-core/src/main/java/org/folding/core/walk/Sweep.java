package org.folding.core.walk;

import java.util.Arrays;

/**
 * What a sweep along the intervals of a line needs: where slopes start anew, where they bend, and
 * how long each interval is. Units are swept a few at a time, all intervals in one go, so that
 * their values and slopes stay in registers.
 */
final class Sweep {
  /** How many intervals. */
  int intervals;

  /** Whether the slopes on an interval stand in {@link #slopes}; elsewhere they bend. */
  boolean[] fresh = new boolean[64];

  /** The length of each interval. */
  double[] length = new double[64];

  /** The bends at the start of interval i are those from firstBend[i] to firstBend[i + 1]. */
  int[] firstBend = new int[65];

  /** Where the column of each bend starts in {@link #weights}. */
  int[] bendColumn = new int[64];

  /** The factor of the column of each bend. */
  double[] bendFactor = new double[64];

  /** The weights of the stage, column by column. */
  double[] weights;

  /** The length of a row of units, a multiple of {@link LineKernels#LANES}. */
  int stride;

  /** The slopes on interval i start at i · stride. Those of bent intervals are written. */
  double[] slopes;

  /** Whether the slopes of bent intervals are wanted. */
  boolean keepSlopes;

  /** Receives the values where interval i starts at i · stride, if {@link #keepValues}. */
  double[] values;

  /** Whether the values are wanted. */
  boolean keepValues;

  /** The values where the line sets out; then those where an interval that is examined starts. */
  final double[] before;

  /** The values where an interval that is examined ends. */
  final double[] after;

  /** A unit is examined on intervals where the product of its values is not above this. */
  double threshold;

  /** The largest of these is the largest magnitude of a value. */
  final double[] peak = new double[LineKernels.LANES];

  /** Examines units. */
  final CrossingSearch search;

  private int bends;

  Sweep(int widest, CrossingSearch search) {
    this.before = new double[LineKernels.padded(widest)];
    this.after = new double[LineKernels.padded(widest)];
    this.search = search;
  }

  /** Starts the description of a line. */
  void begin(int count) {
    intervals = count;
    bends = 0;
    firstBend[0] = 0;
    if (length.length < count) {
      int capacity = Math.max(count, 2 * length.length);
      fresh = new boolean[capacity];
      length = new double[capacity];
      firstBend = new int[capacity + 1];
    }
  }

  /** Describes the next interval, after its bends. */
  void interval(int i, double duration, boolean startsAnew) {
    length[i] = duration;
    fresh[i] = startsAnew;
    firstBend[i + 1] = bends;
  }

  /** Adds a bend to the next interval. */
  void bend(int column, double factor) {
    if (bends == bendColumn.length) {
      bendColumn = Arrays.copyOf(bendColumn, 2 * bends);
      bendFactor = Arrays.copyOf(bendFactor, 2 * bends);
    }
    bendColumn[bends] = column;
    bendFactor[bends++] = factor;
  }
}
