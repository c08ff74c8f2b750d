package org.folding.core.path;

import java.util.Objects;
import org.folding.api.path.InputPath;
import org.folding.api.path.PathGenerator;

/** Generates one path. */
record SinglePath(InputPath path) implements PathGenerator {

  @Override
  public long count() {
    return 1;
  }

  @Override
  public InputPath path(long index) {
    Objects.checkIndex(index, 1L);
    return path;
  }
}
