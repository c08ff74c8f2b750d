package org.folding.core.result;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/** A sink that can be put aside between two blocks, and taken up again by another process. */
public interface ResumableSink extends ResultSink {

  /**
   * Writes down everything that {@link #resume} needs. What the sink keeps in files of its own is
   * on the disk when this returns.
   *
   * @param out where to write to
   * @throws IOException if it cannot be written
   */
  void save(DataOutput out) throws IOException;

  /**
   * Takes up what {@link #save} put aside; called in place of {@link #start}.
   *
   * @param columns the numbers measured for each path, the same as before
   * @param in where to read from: what was saved, and no more than that is read
   * @throws IOException if it cannot be read
   */
  void resume(List<Column> columns, DataInput in) throws IOException;
}
