package org.folding.api.path;

/** Enumerates paths. Immutable after construction, and safe for many threads. */
public interface PathGenerator {

  /**
   * @return how many paths there are, at least one
   */
  long count();

  /**
   * Makes one path. The same index gives the same path always and on every platform, in whatever
   * order the paths are asked for.
   *
   * @param index from 0 to count − 1
   * @return the path; all its waypoints have the model's input width or are rows of the data
   */
  InputPath path(long index);
}
