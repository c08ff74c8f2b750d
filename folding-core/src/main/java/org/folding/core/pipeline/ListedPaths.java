package org.folding.core.pipeline;

import java.util.List;
import org.folding.api.path.InputPath;
import org.folding.api.path.PathGenerator;

/** Paths that are given one by one. */
record ListedPaths(List<InputPath> paths) implements PathGenerator {
  ListedPaths {
    paths = List.copyOf(paths);
  }

  @Override
  public long count() {
    return paths.size();
  }

  @Override
  public InputPath path(long index) {
    return paths.get(Math.toIntExact(index));
  }
}
