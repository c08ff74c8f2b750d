package org.folding.core.sink;

import java.util.List;
import org.folding.core.statistics.Column;

/**
 * Receives the results of a run in the order of the paths: {@link #start}, then each block, then
 * {@link #finish}. All calls come from one thread.
 */
public interface ResultSink extends AutoCloseable {

  /**
   * @param columns the numbers measured for each path
   */
  default void start(List<Column> columns) {}

  /**
   * @param block the results of the next paths; not kept
   */
  void accept(PathBlock block);

  /** Called after the last block of a run that succeeded. */
  default void finish() {}

  /** Frees what the sink holds, whether the run succeeded or not. */
  @Override
  default void close() {}
}
