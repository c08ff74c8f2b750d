package org.folding.engine.path;

import java.util.List;
import org.folding.api.path.InputPath;
import org.folding.api.walk.Walk;

/** Walks paths through one model. Used by one thread at a time. */
public interface Walker extends AutoCloseable {

  /**
   * Walks a path.
   *
   * @param path the path; its waypoints are rows of the data or have the model's input width
   * @return the walk, valid until the next call
   */
  Walk walk(InputPath path);

  /**
   * Tells which paths will be walked next, so that some may be walked together. It changes no
   * result.
   *
   * @param paths the paths, in order; the list must not change until they are walked
   */
  default void expect(List<InputPath> paths) {}

  /**
   * What the adaptive walks since the last call of this method came to; of no path for walkers of
   * other kinds.
   *
   * @return the sums
   */
  default AdaptiveStatistics takeStatistics() {
    return AdaptiveStatistics.NONE;
  }

  /** Frees what the walker holds. */
  @Override
  default void close() {}
}
