package org.folding.engine.adaptive;

/** Margins of the bits that an adaptive walk looks at. Used by one thread at a time. */
public interface MarginSource extends AutoCloseable {

  /** What is known of the bits. */
  SearchedBits bits();

  /**
   * Begins a path: points between its corners are rounded like numbers of their size.
   *
   * @param corners its waypoints
   */
  default void begin(double[][] corners) {}

  /**
   * Computes margins.
   *
   * @param points the points, row-major
   * @param margins receives a row for each point: a number for each bit, positive iff it is 1
   */
  void margins(double[] points, double[][] margins);

  @Override
  default void close() {}
}
