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
  static final Set<String> TENSORS =
      Set.of("weights", "bias", "scale", "shift", "slope", "lower", "upper", "factors");

  /** Fields with one whole number. */
  static final Set<String> NUMBERS = Set.of("axis", "group");

  /** Fields with a list of whole numbers. */
  static final Set<String> LISTS =
      Set.of("strides", "dilations", "pads", "output-padding", "sources");

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

  Integer number(String field, Integer absent) {
    return (Integer) values.getOrDefault(field, absent);
  }

  @SuppressWarnings("unchecked") // The reader puts nothing else there.
  List<Integer> list(String field, List<Integer> absent) {
    return (List<Integer>) values.getOrDefault(field, absent);
  }

  /** The names of what the layer reads; null where it gives none. */
  @SuppressWarnings("unchecked") // The reader puts nothing else there.
  List<String> inputs() {
    return (List<String>) values.get("inputs");
  }

  SparseRows rows() {
    return (SparseRows) values.get("rows");
  }

  Shape shape() {
    return (Shape) values.get("shape");
  }

  @SuppressWarnings("unchecked") // The reader puts nothing else there.
  List<List<Integer>> groups() {
    return (List<List<Integer>>) values.get("groups");
  }
}
