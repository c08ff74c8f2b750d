package org.folding.core.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.folding.api.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JsonFileTest {
  @TempDir private Path root;

  /** JSON has a word for none of the three. */
  @Test
  void writesWhatIsNoNumberAsNullOrText() throws IOException {
    ObjectNode document = JsonFile.newObject();
    JsonFile.put(document, "number", 0.1);
    JsonFile.put(document, "undefined", Double.NaN);
    JsonFile.put(document, "above", Double.POSITIVE_INFINITY);
    JsonFile.put(document, "below", Double.NEGATIVE_INFINITY);

    try (OutputFolder folder = OutputFolder.open(root, false)) {
      JsonFile.write(document, "summary.json", folder);
      folder.commit();
    }

    assertThat(Files.readString(root.resolve("summary.json")).replace("\r\n", "\n"))
        .isEqualTo(
            """
            {
              "number" : 0.1,
              "undefined" : null,
              "above" : "Infinity",
              "below" : "-Infinity"
            }
            """);
  }

  @Test
  void tellsWhichFileCannotBeWritten() throws IOException {
    try (OutputFolder folder = OutputFolder.open(root.resolve("out"), false)) {
      Path partial = Files.createDirectory(folder.partial("summary.json"));

      assertThatThrownBy(() -> JsonFile.write(JsonFile.newObject(), "summary.json", folder))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageStartingWith("output: " + partial + " cannot be written: ");
    }
  }
}
