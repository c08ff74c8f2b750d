package org.folding.core.json;

import com.fasterxml.jackson.core.JsonToken;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.folding.api.network.Shape;

/** Reads the fields of layers, each as the type of value that its name stands for. */
final class LayerReader {
  private static final int GREATEST_SIZE = 1 << 24;

  private final JsonCursor json;

  LayerReader(JsonCursor json) {
    this.json = json;
  }

  LayerFields read() {
    LayerFields layer = new LayerFields();
    for (String field = json.nextField(); field != null; field = json.nextField()) {
      if (LayerFields.TEXTS.contains(field)) {
        layer.put(field, json.nextText());
      } else if (LayerFields.TENSORS.contains(field)) {
        layer.put(field, TensorReader.next(json));
      } else if (LayerFields.NUMBERS.contains(field)) {
        json.next();
        layer.put(field, json.wholeNumber());
      } else if (LayerFields.LISTS.contains(field)) {
        json.nextStart(JsonToken.START_ARRAY);
        layer.put(field, integers());
      } else if (field.equals("inputs")) {
        layer.put(field, nextTexts());
      } else if (field.equals("rows")) {
        layer.put(field, SparseRows.next(json));
      } else if (field.equals("shape")) {
        layer.put(field, nextShape(json));
      } else if (field.equals("groups")) {
        layer.put(field, nextGroups());
      } else {
        Set<String> known = new TreeSet<>(LayerFields.TEXTS);
        known.addAll(LayerFields.TENSORS);
        known.addAll(LayerFields.NUMBERS);
        known.addAll(LayerFields.LISTS);
        known.addAll(Set.of("shape", "groups", "inputs", "rows"));
        throw json.unknownField(field, known);
      }
    }
    return layer;
  }

  static Shape nextShape(JsonCursor json) {
    json.nextStart(JsonToken.START_ARRAY);
    List<Integer> extents = new ArrayList<>();
    long size = 1;
    while (json.next() != JsonToken.END_ARRAY) {
      int extent = json.wholeNumber();
      size *= extent;
      if (extent < 1 || size > GREATEST_SIZE) {
        throw json.wrong(
            json.shown()
                + " but extents are 1 or more, and their product "
                + GREATEST_SIZE
                + " or less");
      }
      extents.add(extent);
    }
    return new Shape(extents);
  }

  private List<List<Integer>> nextGroups() {
    json.nextStart(JsonToken.START_ARRAY);
    List<List<Integer>> groups = new ArrayList<>();
    while (json.next() != JsonToken.END_ARRAY) {
      if (json.token() != JsonToken.START_ARRAY) {
        throw json.wrong(json.shown() + " but must be a list of indices");
      }
      groups.add(integers());
    }
    return groups;
  }

  /** The whole numbers up to the end of the list at hand. */
  private List<Integer> integers() {
    List<Integer> numbers = new ArrayList<>();
    while (json.next() != JsonToken.END_ARRAY) {
      numbers.add(json.wholeNumber());
    }
    return numbers;
  }

  private List<String> nextTexts() {
    json.nextStart(JsonToken.START_ARRAY);
    List<String> texts = new ArrayList<>();
    while (json.next() != JsonToken.END_ARRAY) {
      texts.add(json.text());
    }
    return texts;
  }
}
