package org.folding.core.json;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.folding.api.network.Shape;
import org.folding.api.network.Tensor;

/** The fields of one layer, by name; each holds the type of value that its name stands for. */
final class LayerFields {
  /** Fields with a word or a name. */
  static final Set<String> TEXTS =
      Set.of("type", "name", "linear-name", "activation", "operator", "units");

  /** Fields with numbers. */
  static final Set<String> TENSORS = Set.of("weights", "bias", "scale", "shift", "slope");

  private final Map<String, Object> values = new LinkedHashMap<>();

  void put(String field, Object value) {
    values.put(field, value);
  }

  /** The fields given, in their order. */
  Set<String> names() {
    return values.keySet();
  }

  boolean has(String field) {
    return values.containsKey(field);
  }

  String text(String field, String absent) {
    return (String) values.getOrDefault(field, absent);
  }

  Tensor tensor(String field, Tensor absent) {
    return (Tensor) values.getOrDefault(field, absent);
  }

  Shape shape() {
    return (Shape) values.get("shape");
  }

  @SuppressWarnings("unchecked") // The reader puts nothing else there.
  List<List<Integer>> groups() {
    return (List<List<Integer>>) values.get("groups");
  }
}
