package org.folding.core.sink;

import java.io.DataInput;
import java.io.IOException;
import java.util.List;
import org.folding.core.output.Saveable;
import org.folding.core.statistics.Column;

/** A sink that can be put aside between two blocks, and taken up again by another process. */
public interface ResumableSink extends ResultSink, Saveable {

  /**
   * Takes up what {@link #save} put aside; called in place of {@link #start}.
   *
   * @param columns the numbers measured for each path, the same as before
   * @param in where to read from: what was saved, and no more than that is read
   * @throws IOException if it cannot be read
   */
  void resume(List<Column> columns, DataInput in) throws IOException;
}
