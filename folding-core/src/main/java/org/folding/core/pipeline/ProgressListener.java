package org.folding.core.pipeline;

/** Is told how far a run has come. All calls come from the thread that started the run. */
public interface ProgressListener {

  /** Listens to nothing. */
  ProgressListener NONE = new ProgressListener() {};

  /**
   * @param paths how many paths there are
   */
  default void started(long paths) {}

  /**
   * Called after {@link #started} where an earlier process has done a part of the paths.
   *
   * @param done how many paths that were
   */
  default void resumed(long done) {}

  /**
   * @param done how many paths have been walked, measured and handed on, those of earlier processes
   *     included
   */
  default void advanced(long done) {}

  /** Called when the run ends, however it does, if it was started. */
  default void ended() {}
}
