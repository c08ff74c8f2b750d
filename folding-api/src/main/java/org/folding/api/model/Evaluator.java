package org.folding.api.model;

/** Evaluates a model at points, for sampled walks. Used by one thread at a time. */
public interface Evaluator extends AutoCloseable {

  /**
   * Computes the pattern bits at points. The result for a point must not depend on the other points
   * of the call.
   *
   * @param points the points, row-major [rows, size of the model's input]
   * @param rows how many points there are
   * @param margins receives, row-major [rows, bits], for each bit of {@link Model#layers()} a
   *     number that is positive iff the bit is 1: the pre-activation, or its distance to the bit's
   *     threshold
   */
  void margins(double[] points, int rows, double[] margins);

  /**
   * @return how many points a call should have to be fast. A call may have any number of points;
   *     the host gives at most this many where it needs several, and scratch memory grows with it
   */
  default int batchSize() {
    return 1;
  }

  /** Frees what the evaluator holds. */
  @Override
  default void close() {}
}
