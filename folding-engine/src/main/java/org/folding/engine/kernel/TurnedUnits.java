package org.folding.engine.kernel;

/** What {@link CellKernels#turn} works on: the units of a sparse stage on the way along a line. */
public final class TurnedUnits {
  /** The slope of each unit. */
  public final double[] slopes;

  /** The value of each unit where it turned last. */
  public final double[] values;

  /** Receives the values before, from index 0. */
  public final double[] before;

  /** Receives the units found, counted from the first, in order. */
  public final int[] found;

  /** Below this a value may be zero. */
  public double tolerance;

  /**
   * {@link LineKernels#LANES} numbers of which the largest is raised to the largest magnitude of a
   * value.
   */
  public final double[] peak = new double[LineKernels.LANES];

  /**
   * @param units how many there are at most, padded to whole vectors
   */
  public TurnedUnits(int units) {
    slopes = new double[units];
    values = new double[units];
    before = new double[units];
    found = new int[units];
  }
}
