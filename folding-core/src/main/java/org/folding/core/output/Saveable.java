package org.folding.core.output;

import java.io.DataOutput;
import java.io.IOException;

/** Something whose state goes into a checkpoint. */
public interface Saveable {
  /**
   * Writes down the state. What is kept in files of its own is on the disk when this returns.
   *
   * @param out where to write to
   * @throws IOException if it cannot be written
   */
  void save(DataOutput out) throws IOException;
}
