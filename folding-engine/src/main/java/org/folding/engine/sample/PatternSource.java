package org.folding.engine.sample;

/** Says which activation patterns points have. Used by one thread at a time. */
public interface PatternSource extends AutoCloseable {

  /**
   * @param points the points, row-major
   * @param rows how many, at most {@link #batchSize}
   * @param bits receives the counted bits of each point, row-major
   */
  void patterns(double[] points, int rows, boolean[] bits);

  /**
   * @return how many points are best asked for at a time
   */
  default int batchSize() {
    return 1;
  }

  @Override
  default void close() {}
}
