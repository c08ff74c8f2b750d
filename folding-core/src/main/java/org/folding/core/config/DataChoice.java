package org.folding.core.config;

import java.nio.file.Path;
import java.util.Objects;
import org.folding.core.data.DataOptions;

/**
 * Which data a run reads.
 *
 * @param file the inputs, one a row
 * @param options how to read them
 */
public record DataChoice(Path file, DataOptions options) {
  /** Checks that nothing is null. */
  public DataChoice {
    Objects.requireNonNull(file, "file is null");
    Objects.requireNonNull(options, "options is null");
  }
}
