package org.folding.core.walk;

/** Says which activation pattern a point has. Used by one thread at a time. */
interface PatternSource extends AutoCloseable {

  /**
   * @param point the point
   * @param bits receives the counted bits
   */
  void pattern(double[] point, boolean[] bits);

  @Override
  default void close() {}
}
