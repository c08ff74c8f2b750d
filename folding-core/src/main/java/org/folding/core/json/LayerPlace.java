package org.folding.core.json;

import java.nio.file.Path;
import org.folding.api.InvalidInputException;

/**
 * A layer of a file, for messages.
 *
 * @param file the file
 * @param index the layer's index
 */
record LayerPlace(Path file, int index) {

  /** A problem with a field, as in {@code .bias}, or with the layer as a whole. */
  InvalidInputException wrong(String field, String what) {
    return new InvalidInputException(file + ": layers[" + index + "]" + field + " " + what);
  }

  /** The field's value, which must be there. */
  <T> T required(String field, T value) {
    if (value == null) {
      throw wrong("", "has no '" + field + "', which its type or activation needs");
    }
    return value;
  }
}
