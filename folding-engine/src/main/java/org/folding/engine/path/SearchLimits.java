package org.folding.engine.path;

/**
 * How far a search goes.
 *
 * @param evaluations at how many points of a path the network may be evaluated, both ends included;
 *     from 2 to 10^7. Corners of a path are evaluated even if there are more
 * @param resolution the length in t below which nothing is told apart: flips no farther from each
 *     other form one step; from 1e-12 to 0.1
 */
public record SearchLimits(int evaluations, double resolution) {
  /** The least number of evaluations. */
  public static final int LEAST_EVALUATIONS = 2;

  /** The greatest number of evaluations. */
  public static final int MOST_EVALUATIONS = 10_000_000;

  /**
   * The least resolution, in t. Nearer crossings cannot be told apart: it is what the rounding of
   * float64 leaves of a crossing in networks of some hundred inputs.
   */
  public static final double LEAST_RESOLUTION = 1e-12;

  /** The greatest resolution, in t. */
  public static final double GREATEST_RESOLUTION = 0.1;

  /** What a search may do where nothing is said. */
  public static final SearchLimits DEFAULT = new SearchLimits(2000, 1e-11);

  /** Checks both. */
  public SearchLimits {
    if (evaluations < LEAST_EVALUATIONS || evaluations > MOST_EVALUATIONS) {
      throw new IllegalArgumentException(
          "evaluations is " + evaluations + " but must be from 2 to " + MOST_EVALUATIONS);
    }
    if (!(resolution >= LEAST_RESOLUTION && resolution <= GREATEST_RESOLUTION)) {
      throw new IllegalArgumentException(
          "resolution is " + resolution + " but must be from 1e-12 to 0.1");
    }
  }
}
