package org.folding.engine.kernel;

/**
 * What {@link LineKernels#advance} works on: rows of values and slopes of units that are followed
 * along a line, interval by interval.
 */
public final class FollowedRows {
  /** The weights of the units, column by column. */
  public double[] weights = {};

  /** The length of a column, and of a row of slopes or values. */
  public int stride;

  public double[] slopes = {};
  public double[] values = {};

  /** A unit may cross zero if the product of its values at both ends is not above this. */
  public double threshold;

  /** Where the slopes of the interval at work start. */
  public int slope;

  /** Where the values at its start are. */
  public int from;

  /** Where those at its end go. */
  public int to;

  /**
   * The units that may cross zero. Its log was started for events of {@link LineKernels#LANES}
   * neighbours, and has room for {@link LineKernels#mostEvents}.
   */
  public final Candidates candidates = new Candidates();

  /**
   * Numbers whose sum is at least the greatest sum of squares of values so far: unit o counts in
   * number o mod {@link LineKernels#LANES}.
   */
  public final double[] peak = new double[LineKernels.LANES];
}
