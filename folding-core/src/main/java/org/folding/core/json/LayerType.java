package org.folding.core.json;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The types of layers by the words that users write, and the fields that each takes. */
enum LayerType {
  DENSE("dense", 1, true),
  AFFINE("affine", 1, true),
  ACTIVATION("activation", 1, true),
  MAX("max", 1, false),
  RESHAPE("reshape", 1, false),
  FLATTEN("flatten", 1, false),
  CONV("conv", 2, true),
  CONV_TRANSPOSE("conv-transpose", 2, true),
  ADD("add", 2, true),
  CONCAT("concat", 2, true),
  SELECT("select", 2, true),
  MAP("map", 2, true);

  private static final Set<String> ACTIVATION_FIELDS =
      Set.of("activation", "slope", "lower", "upper", "operator", "units");

  private final String word;
  private final int version;
  private final boolean activated;

  LayerType(String word, int version, boolean activated) {
    this.word = word;
    this.version = version;
    this.activated = activated;
  }

  /** The word in the file. */
  String word() {
    return word;
  }

  /** The version of the format that has the type first. */
  int version() {
    return version;
  }

  /** The fields that a layer of this type may have, sorted. */
  Set<String> fields() {
    Set<String> all = new TreeSet<>(own());
    all.addAll(List.of("type", "name", "inputs"));
    if (activated) {
      all.addAll(ACTIVATION_FIELDS);
      if (this != ACTIVATION) {
        all.add("linear-name");
      }
    }
    return all;
  }

  private List<String> own() {
    return switch (this) {
      case DENSE -> List.of("weights", "bias");
      case AFFINE -> List.of("scale", "shift");
      case MAX -> List.of("groups", "shape");
      case RESHAPE -> List.of("shape");
      case CONV -> List.of("weights", "bias", "strides", "dilations", "pads", "group");
      case CONV_TRANSPOSE ->
          List.of("weights", "bias", "strides", "dilations", "pads", "group", "output-padding");
      case ADD -> List.of("factors");
      case CONCAT -> List.of("axis");
      case SELECT -> List.of("shape", "sources");
      case MAP -> List.of("shape", "rows", "shift");
      case ACTIVATION, FLATTEN -> List.of();
    };
  }

  static List<String> words() {
    return Arrays.stream(values()).map(LayerType::word).sorted().toList();
  }
}
