package org.folding.reports;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The parts that a report is put together from. */
final class Resources {
  private Resources() {}

  static String text(String name) {
    try (InputStream in = Resources.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(name + " cannot be read", e);
    }
  }

  /** A script without the name of its source map, which browsers would ask for. */
  static String script(String name) {
    return text(name).replaceFirst("\n//# sourceMappingURL=\\S*\\s*$", "\n");
  }

  /** A document as it may stand in a script element: nothing in it can end that element. */
  static String embeddable(JsonNode document) {
    return document.toString().replace("<", "\\u003c");
  }
}
