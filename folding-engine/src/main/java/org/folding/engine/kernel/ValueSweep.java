package org.folding.engine.kernel;

import java.util.stream.IntStream;

/**
 * What {@link LineKernels#sweepValues} works on: a stage of which few inputs are ever not zero
 * along a line, what these are at each breakpoint, and which units are found to come near zero.
 */
public final class ValueSweep {
  /** The weights of the stage, column by column. */
  public double[] weights = {};

  /** The bias of each unit. */
  public double[] bias = {};

  /** 1 for each unit, and −1 for what stands behind the last one. */
  public double[] real = {};

  /** The length of a column and of the values. */
  public int stride;

  /** The values at the start of the line, from {@link #firstStart} on. */
  public double[] start = {};

  public int firstStart;

  /** A unit may cross zero where the product of its values at both ends is at most this. */
  public double threshold;

  /** How many breakpoints come after the start of the line. */
  public int points;

  /**
   * The number of the first term at each of them, and behind the last one the number of terms. Each
   * has a term at least, which may be zero.
   */
  public int[] first = new int[65];

  /** Where the column of weights of each term starts. */
  public int[] column = new int[64];

  /** What it is multiplied with. */
  public double[] factor = new double[64];

  /** The interval before each breakpoint. */
  int[] interval = new int[0];

  /** The units that may cross zero, those of each unit in the order of time. */
  public final Candidates candidates = new Candidates();

  /** Makes room. */
  public void reserve(int breakpoints, int units) {
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
