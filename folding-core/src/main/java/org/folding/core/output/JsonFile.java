package org.folding.core.output;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the JSON files of a run. */
public final class JsonFile {
  private static final ObjectMapper MAPPER =
      new ObjectMapper()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);

  private JsonFile() {}

  /**
   * @return an empty object
   */
  public static ObjectNode newObject() {
    return MAPPER.createObjectNode();
  }

  /**
   * @param document what to write
   * @param name the name that the file is to have
   * @param folder where it is to appear
   */
  public static void write(JsonNode document, String name, OutputFolder folder) {
    Path file = folder.partial(name);
    // Not as one string: a hundred classes make ten thousand tables.
    try (BufferedWriter writer = Files.newBufferedWriter(file)) {
      MAPPER.writeValue(writer, document);
      writer.write('\n');
    } catch (IOException e) {
      throw OutputFolder.unwritable(file, e);
    }
  }

  /**
   * Puts a number into an object: null where it is not defined and, as JSON has no word for the
   * infinities, the text "Infinity" or "-Infinity" where it is infinite.
   *
   * @param node the object
   * @param name of its new field
   * @param number the number
   */
  public static void put(ObjectNode node, String name, double number) {
    if (Double.isNaN(number)) {
      node.putNull(name);
    } else if (Double.isInfinite(number)) {
      node.put(name, Double.toString(number));
    } else {
      node.put(name, number);
    }
  }
}
