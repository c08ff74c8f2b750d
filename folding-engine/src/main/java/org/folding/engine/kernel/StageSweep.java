package org.folding.engine.kernel;

import java.util.Arrays;

/**
 * What {@link LineKernels#sweep} works on: how the slopes of a stage bend along a line, step by
 * step, and which units are found to come near zero.
 *
 * <p>A step bends the slopes by one column of weights and goes on along them. Steps form runs: the
 * first of a run takes its slopes from a row. Where more than one unit of the stage before flips at
 * once, all bends but the last are steps of no length, which belong to no interval.
 */
public final class StageSweep {
  /** The interval of a step of no length. */
  static final int NONE = -1;

  /** The weights of the stage, column by column. */
  public double[] weights = {};

  /** The length of a column, of the values and of a row of slopes. */
  public int stride;

  /** 1 for each unit, and −1 for what stands behind the last one. */
  public double[] real = {};

  /** The values at the start of the line, from {@link #firstStart} on. */
  public double[] start = {};

  public int firstStart;

  /** The slopes: those of interval i start at i · stride. Only those of runs are read. */
  public double[] slopes = {};

  /** A unit may cross zero where the product of its values at both ends is at most this. */
  public double threshold;

  /** The units that may cross zero, those of each unit in the order of time. */
  public final Candidates candidates = new Candidates();

  /** The number of the first step of each run, and after the last one the number of steps. */
  int[] run = new int[65];

  int runs;

  /** Where the column that each step bends by starts in the weights. */
  public int[] column = new int[64];

  /** What the column is multiplied with; 0 where a step does not bend. */
  public double[] factor = new double[64];

  /** The length of each step. */
  public double[] length = new double[64];

  /** The interval of each step, or {@link #NONE}. */
  public int[] interval = new int[64];

  int steps;

  /** Starts without any steps; what is swept has been set. */
  public void start() {
    runs = 0;
    steps = 0;
    run[0] = 0;
    candidates.clear();
  }

  /** Adds a step that starts a run, along the slopes of an interval. */
  public void addRun(int i, double dt) {
    if (runs + 2 > run.length) {
      run = Arrays.copyOf(run, 2 * run.length);
    }
    runs++;
    add(i, 0, 0, dt);
  }

  /** Adds a step that bends the slopes and goes on along them to the end of an interval. */
  public void addBend(int i, int unit, double x, double dt) {
    add(i, unit, x, dt);
  }

  /** Adds a step that bends the slopes at the start of an interval, before others do. */
  public void addBend(int unit, double x) {
    add(NONE, unit, x, 0);
  }

  /** Ends a run whose steps, up to a number, have been written into the arrays. */
  public void endRun(int count) {
    steps = count;
    run[runs] = count;
  }

  private void add(int i, int unit, double x, double dt) {
    reserve(steps + 1);
    column[steps] = unit * stride;
    factor[steps] = x;
    length[steps] = dt;
    interval[steps++] = i;
    run[runs] = steps;
  }

  /** Makes room for steps up to a number. */
  public void reserve(int count) {
    if (count > length.length) {
      int size = 2 * count;
      column = Arrays.copyOf(column, size);
      factor = Arrays.copyOf(factor, size);
      length = Arrays.copyOf(length, size);
      interval = Arrays.copyOf(interval, size);
    }
  }
}
