package org.folding.api.model;

import java.nio.file.Path;
import java.util.Objects;

/**
 * What the user named as a model: most often a file.
 *
 * @param text the text as written, for example {@code net.onnx} or {@code cantornet:A/3}
 * @param directory where relative file names start
 */
public record ModelSource(String text, Path directory) {

  /** Checks that nothing is null. */
  public ModelSource {
    Objects.requireNonNull(text, "text is null");
    Objects.requireNonNull(directory, "directory is null");
  }

  /**
   * @return the text as the name of a file
   */
  public Path file() {
    return directory.resolve(text);
  }
}
