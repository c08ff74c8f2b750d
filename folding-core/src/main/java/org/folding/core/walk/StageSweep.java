package org.folding.core.walk;

import java.util.Arrays;

/**
 * What {@link LineKernels#sweep} works on: how the slopes of a stage bend along a line, step by
 * step, and which units are found to come near zero.
 *
 * <p>A step bends the slopes by one column of weights and goes on along them. Steps form runs: the
 * first of a run takes its slopes from a row. Where more than one unit of the stage before flips at
 * once, all bends but the last are steps of no length, which belong to no interval.
 */
final class StageSweep {
  /** The interval of a step of no length. */
  static final int NONE = -1;

  /** The weights of the stage, column by column. */
  double[] weights;

  /** The length of a column, of the values and of a row of slopes. */
  int stride;

  /** 1 for each unit, and −1 for what stands behind the last one. */
  double[] real;

  /** The values at the start of the line, from {@link #firstStart} on. */
  double[] start;

  int firstStart;

  /** The slopes: those of interval i start at i · stride. Only those of runs are read. */
  double[] slopes;

  /** See {@link Rounding#threshold}. */
  double threshold;

  /** The units that may cross zero, those of each unit in the order of time. */
  final Candidates candidates = new Candidates();

  /** The number of the first step of each run, and after the last one the number of steps. */
  int[] run = new int[65];

  int runs;

  /** Where the column that each step bends by starts in the weights. */
  int[] column = new int[64];

  /** What the column is multiplied with; 0 where a step does not bend. */
  double[] factor = new double[64];

  /** The length of each step. */
  double[] length = new double[64];

  /** The interval of each step, or {@link #NONE}. */
  int[] interval = new int[64];

  int steps;

  /**
   * Starts with a stage, without any steps.
   *
   * @param units that are swept
   * @param newThreshold see {@link Rounding#threshold}
   * @param newSlopes the rows of slopes
   */
  void start(FollowedUnits units, double newThreshold, double[] newSlopes) {
    weights = units.weights.columns;
    real = units.real;
    stride = units.stride;
    start = units.start;
    firstStart = units.firstStart;
    threshold = newThreshold;
    slopes = newSlopes;
    runs = 0;
    steps = 0;
    run[0] = 0;
    candidates.clear();
  }

  /**
   * Adds the steps of a line.
   *
   * @param intervals of the line
   * @param inputs the units of the stage before that are followed
   * @param bend what the column of each flip is multiplied with
   */
  void addSteps(Partition intervals, FollowedUnits inputs, double[] bend) {
    if (intervals.isOneIntervalCut()) {
      addBends(intervals, inputs, bend);
      return;
    }
    int count = intervals.intervals();
    for (int i = 0; i < count; i++) {
      double dt = intervals.end(i) - intervals.start(i);
      if (intervals.startsWithParent(i)) {
        addRun(i, dt);
      } else {
        int last = intervals.firstFlip(i + 1) - 1;
        for (int f = intervals.firstFlip(i); f < last; f++) {
          addBend(inputs.place(intervals.flippedUnit(f)), bend[f]);
        }
        addBend(i, inputs.place(intervals.flippedUnit(last)), bend[last], dt);
      }
    }
  }

  /** The same where each interval but the first starts with one flip. */
  private void addBends(Partition intervals, FollowedUnits inputs, double[] bend) {
    int count = intervals.intervals();
    addRun(0, intervals.end(0));
    reserve(count);
    for (int i = 1; i < count; i++) {
      column[i] = inputs.place(intervals.flippedUnit(i - 1)) * stride;
      factor[i] = bend[i - 1];
      length[i] = intervals.end(i) - intervals.start(i);
      interval[i] = i;
    }
    steps = count;
    run[1] = count;
  }

  /** Adds a step that starts a run, along the slopes of an interval. */
  void addRun(int i, double dt) {
    if (runs + 2 > run.length) {
      run = Arrays.copyOf(run, 2 * run.length);
    }
    runs++;
    add(i, 0, 0, dt);
  }

  /** Adds a step that bends the slopes and goes on along them to the end of an interval. */
  void addBend(int i, int unit, double x, double dt) {
    add(i, unit, x, dt);
  }

  /** Adds a step that bends the slopes at the start of an interval, before others do. */
  void addBend(int unit, double x) {
    add(NONE, unit, x, 0);
  }

  private void add(int i, int unit, double x, double dt) {
    reserve(steps + 1);
    column[steps] = unit * stride;
    factor[steps] = x;
    length[steps] = dt;
    interval[steps++] = i;
    run[runs] = steps;
  }

  private void reserve(int count) {
    if (count > length.length) {
      int size = 2 * count;
      column = Arrays.copyOf(column, size);
      factor = Arrays.copyOf(factor, size);
      length = Arrays.copyOf(length, size);
      interval = Arrays.copyOf(interval, size);
    }
  }
}
