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
import java.util.TreeSet;
import org.folding.api.InvalidInputException;
import org.folding.api.network.Shape;

/** Reads a model file in one pass, whatever the order of its fields. */
final class ModelReader {
  private static final Set<String> ROOT_FIELDS =
      Set.of("format", "version", "name", "input", "layers");
  private static final int GREATEST_INPUT = 1 << 24;

  private final JsonCursor json;
  private String format;
  private boolean version;
  private String name;
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
    requireField(file, "version", version ? "1" : null);
    requireField(file, "input", input);
    requireField(file, "layers", layers);
    if (json.next() != null) {
      throw json.wrong("is followed by something else after its end");
    }
    if (layers.isEmpty()) {
      throw new InvalidInputException(file + ": layers is an empty list but must hold layers");
    }
    return new ModelDocument(name == null ? defaultName : name, input, layers);
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
        int number = json.wholeNumber();
        version = number == ModelDocument.VERSION;
        if (!version) {
          throw json.wrong(
              "is " + number + " but this program reads version " + ModelDocument.VERSION);
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
      if (!field.equals("shape")) {
        throw json.unknownField(field, Set.of("shape"));
      }
      input = nextShape();
    }
    if (input == null) {
      throw json.wrong("has no field 'shape'");
    }
  }

  private Shape nextShape() {
    json.nextStart(JsonToken.START_ARRAY);
    List<Integer> extents = new ArrayList<>();
    long size = 1;
    while (json.next() != JsonToken.END_ARRAY) {
      int extent = json.wholeNumber();
      size *= extent;
      if (extent < 1 || size > GREATEST_INPUT) {
        throw json.wrong(
            json.shown()
                + " but extents are 1 or more, and their product "
                + GREATEST_INPUT
                + " or less");
      }
      extents.add(extent);
    }
    return new Shape(extents);
  }

  private void readLayers() {
    json.nextStart(JsonToken.START_ARRAY);
    layers = new ArrayList<>();
    while (json.next() != JsonToken.END_ARRAY) {
      if (json.token() != JsonToken.START_OBJECT) {
        throw json.wrong(json.shown() + " but must be an object {\"type\": …}");
      }
      layers.add(readLayer());
    }
  }

  private LayerFields readLayer() {
    LayerFields layer = new LayerFields();
    for (String field = json.nextField(); field != null; field = json.nextField()) {
      if (LayerFields.TEXTS.contains(field)) {
        layer.put(field, json.nextText());
      } else if (LayerFields.TENSORS.contains(field)) {
        layer.put(field, TensorReader.next(json));
      } else if (field.equals("shape")) {
        layer.put(field, nextShape());
      } else if (field.equals("groups")) {
        layer.put(field, nextGroups());
      } else {
        Set<String> known = new TreeSet<>(LayerFields.TEXTS);
        known.addAll(LayerFields.TENSORS);
        known.addAll(Set.of("shape", "groups"));
        throw json.unknownField(field, known);
      }
    }
    return layer;
  }

  private List<List<Integer>> nextGroups() {
    json.nextStart(JsonToken.START_ARRAY);
    List<List<Integer>> groups = new ArrayList<>();
    while (json.next() != JsonToken.END_ARRAY) {
      if (json.token() != JsonToken.START_ARRAY) {
        throw json.wrong(json.shown() + " but must be a list of indices");
      }
      List<Integer> group = new ArrayList<>();
      while (json.next() != JsonToken.END_ARRAY) {
        group.add(json.wholeNumber());
      }
      groups.add(group);
    }
    return groups;
  }
}
