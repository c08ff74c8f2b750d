package org.folding.core.json;

import com.fasterxml.jackson.core.JsonToken;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.folding.api.InvalidInputException;
import org.folding.api.network.Shape;

/** Reads a model file in one pass, whatever the order of its fields. */
final class ModelReader {
  private static final Set<String> ROOT_FIELDS =
      Set.of("format", "version", "name", "input", "layers");

  private final JsonCursor json;
  private String format;
  private int version;
  private String name;
  private String inputName;
  private Shape input;
  private List<LayerFields> layers;

  private ModelReader(JsonCursor json) {
    this.json = json;
  }

  static ModelDocument read(Path file) {
    if (Files.isDirectory(file)) {
      throw new InvalidInputException(file + " is a folder, not a file");
    }
    try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        JsonCursor json = new JsonCursor(file, bytes)) {
      return new ModelReader(json)
          .read(file.getFileName().toString().replaceFirst("\\.[^.]*$", ""), file);
    } catch (NoSuchFileException e) {
      throw new InvalidInputException(file + " is not there", e);
    } catch (IOException e) {
      throw new InvalidInputException(file + " cannot be read: " + e.getMessage(), e);
    }
  }

  private ModelDocument read(String defaultName, Path file) {
    JsonToken first = json.next();
    if (first == null) {
      throw new InvalidInputException(file + " is empty: it must hold a model as JSON");
    }
    if (first != JsonToken.START_OBJECT) {
      throw json.wrong(json.shown() + " but must be an object {\"format\": \"folding-model\", …}");
    }
    for (String field = json.nextField(); field != null; field = json.nextField()) {
      readRootField(field);
    }
    requireField(file, "format", format);
    requireField(file, "version", version == 0 ? null : version);
    requireField(file, "input", input);
    requireField(file, "layers", layers);
    if (json.next() != null) {
      throw json.wrong("is followed by something else after its end");
    }
    if (layers.isEmpty()) {
      throw new InvalidInputException(file + ": layers is an empty list but must hold layers");
    }
    if (inputName != null && version == 1) {
      throw new InvalidInputException(
          file + ": input has the field 'name', which needs \"version\": 2");
    }
    return new ModelDocument(
        version,
        name == null ? defaultName : name,
        inputName == null ? ModelDocument.INPUT : inputName,
        input,
        layers);
  }

  private static void requireField(Path file, String field, Object value) {
    if (value == null) {
      throw new InvalidInputException(
          file
              + " has no field '"
              + field
              + "'; a model is {\"format\": \"folding-model\", \"version\": 1, \"input\":"
              + " {\"shape\": […]}, \"layers\": […]}");
    }
  }

  private void readRootField(String field) {
    switch (field) {
      case "format" -> {
        format = json.nextText();
        if (!format.equals(ModelDocument.FORMAT)) {
          throw json.wrong("is '" + format + "' but must be '" + ModelDocument.FORMAT + "'");
        }
      }
      case "version" -> {
        json.next();
        version = json.wholeNumber();
        if (version < 1 || version > ModelDocument.NEWEST_VERSION) {
          throw json.wrong("is " + version + " but this program reads version 1 or 2");
        }
      }
      case "name" -> name = json.nextText();
      case "input" -> readInput();
      case "layers" -> readLayers();
      default -> throw json.unknownField(field, ROOT_FIELDS);
    }
  }

  private void readInput() {
    json.nextStart(JsonToken.START_OBJECT);
    for (String field = json.nextField(); field != null; field = json.nextField()) {
      switch (field) {
        case "shape" -> input = LayerReader.nextShape(json);
        case "name" -> inputName = json.nextText();
        default -> throw json.unknownField(field, Set.of("shape", "name"));
      }
    }
    if (input == null) {
      throw json.wrong("has no field 'shape'");
    }
  }

  private void readLayers() {
    json.nextStart(JsonToken.START_ARRAY);
    layers = new ArrayList<>();
    LayerReader reader = new LayerReader(json);
    while (json.next() != JsonToken.END_ARRAY) {
      if (json.token() != JsonToken.START_OBJECT) {
        throw json.wrong(json.shown() + " but must be an object {\"type\": …}");
      }
      layers.add(reader.read());
    }
  }
}
