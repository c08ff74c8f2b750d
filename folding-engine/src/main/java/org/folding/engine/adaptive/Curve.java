package org.folding.engine.adaptive;

/** The margins of all searched bits along a path, as a function of t in [0, 1]. */
@FunctionalInterface
public interface Curve {

  /**
   * Computes margins. The result for a time does not depend on the other times of the call.
   *
   * @param times where on the path, each in [0, 1]
   * @param margins receives for time i in row i a number for each searched bit, positive iff the
   *     bit is 1
   */
  void margins(double[] times, double[][] margins);
}
