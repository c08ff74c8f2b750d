package org.folding.core.json;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.folding.api.InvalidInputException;
import org.folding.api.network.Affine;
import org.folding.api.network.Dense;
import org.folding.api.network.MaxOfGroups;
import org.folding.api.network.Network;
import org.folding.api.network.Operation;
import org.folding.api.network.Rectifier;
import org.folding.api.network.Reshape;
import org.folding.api.network.Shape;
import org.folding.api.network.Tensor;
import org.folding.api.network.UnitRole;

/** Makes the network that a document describes, and checks that its layers fit together. */
final class NetworkAssembler {
  private static final Set<String> ACTIVATION_FIELDS =
      Set.of("activation", "slope", "operator", "units");
  private static final Map<String, Set<String>> FIELDS =
      Map.of(
          "dense", Set.of("weights", "bias", "linear-name"),
          "affine", Set.of("scale", "shift", "linear-name"),
          "activation", Set.of(),
          "max", Set.of("groups"),
          "reshape", Set.of("shape"),
          "flatten", Set.of());
  private static final Set<String> TYPES_WITH_ACTIVATION = Set.of("dense", "affine", "activation");

  private final Path file;
  private final ModelDocument document;
  private final Network.Builder network;
  private final Map<String, Integer> layerOfName = new HashMap<>();
  private int index;
  private LayerFields layer;

  NetworkAssembler(Path file, ModelDocument document) {
    this.file = file;
    this.document = document;
    this.network = Network.builder(document.name(), document.input());
  }

  Network assemble() {
    Shape shape = document.input();
    for (index = 0; index < document.layers().size(); index++) {
      layer = document.layers().get(index);
      try {
        shape = addLayer(shape);
      } catch (IllegalArgumentException e) {
        throw wrong("", e.getMessage());
      }
    }
    return network.build();
  }

  private Shape addLayer(Shape shape) {
    String type = layer.text("type", null);
    if (type == null) {
      throw wrong("", "has no 'type'; known are " + words(FIELDS.keySet()));
    }
    if (!FIELDS.containsKey(type)) {
      throw wrong(".type", "is '" + type + "'; " + JsonCursor.suggestion(type, FIELDS.keySet()));
    }
    requireKnownFields(type);
    String name = layer.text("name", "layer" + index);
    Integer other = layerOfName.putIfAbsent(name, index);
    if (other != null) {
      throw wrong("", "is named '" + name + "' as is layers[" + other + "]; names must differ");
    }
    Activation activation = activation(type);
    boolean activated = activation != Activation.IDENTITY;
    if (layer.has("linear-name") && !activated) {
      throw wrong(".linear-name", "goes with an activation; without one, 'name' is the name");
    }
    String linear = activated ? layer.text("linear-name", name + ".linear") : name;
    int value =
        switch (type) {
          case "dense" -> network.then(linear, dense(shape));
          case "affine" -> network.then(linear, affine());
          case "max" -> network.then(name, MaxOfGroups.of(required("groups", layer.groups())));
          case "reshape" -> network.then(name, new Reshape(required("shape", layer.shape())));
          case "flatten" -> network.then(name, new Reshape(Shape.of(shape.size())));
          default -> network.then(name, rectifier(activation));
        };
    if (activated && !type.equals("activation")) {
      value = network.then(name, rectifier(activation));
    }
    return network.shape(value);
  }

  private void requireKnownFields(String type) {
    List<String> known = new ArrayList<>(FIELDS.get(type));
    known.addAll(List.of("type", "name"));
    if (TYPES_WITH_ACTIVATION.contains(type)) {
      known.addAll(ACTIVATION_FIELDS);
    }
    for (String field : layer.names()) {
      if (!known.contains(field)) {
        throw wrong(
            "", "is of type '" + type + "' and takes no '" + field + "', only " + words(known));
      }
    }
  }

  private Operation dense(Shape shape) {
    Tensor weights = required("weights", layer.tensor("weights", null));
    if (weights.shape().rank() != 2) {
      throw wrong(".weights", "must be a list of rows of numbers, one row for each output");
    }
    int outputs = weights.shape().extent(0);
    int inputs = weights.shape().extent(1);
    if (inputs != shape.size()) {
      throw wrong(
          ".weights",
          "has "
              + inputs
              + (inputs == 1 ? " number" : " numbers")
              + " a row but "
              + (index == 0 ? "the input" : "layers[" + (index - 1) + "]")
              + " gives "
              + shape.size()
              + ", shape "
              + shape);
    }
    Tensor bias = layer.tensor("bias", Tensor.vector(new double[outputs]));
    if (!bias.shape().equals(Shape.of(outputs))) {
      throw wrong(
          ".bias",
          (bias.shape().rank() == 1
                  ? "has " + bias.size() + (bias.size() == 1 ? " number" : " numbers")
                  : "is of shape " + bias.shape())
              + " but the weights have "
              + outputs
              + (outputs == 1 ? " row" : " rows"));
    }
    return new Dense(weights, bias);
  }

  private Operation affine() {
    if (!layer.has("scale") && !layer.has("shift")) {
      throw wrong("", "is of type 'affine' and needs 'scale' or 'shift'");
    }
    return new Affine(
        layer.tensor("scale", Tensor.scalar(1)), layer.tensor("shift", Tensor.scalar(0)));
  }

  private Activation activation(String type) {
    Activation activation =
        choose("activation", Activation.IDENTITY, Activation.values(), Activation::word);
    boolean identity = activation == Activation.IDENTITY;
    if (identity && type.equals("activation")) {
      throw wrong("", "is of type 'activation' and needs an 'activation' other than identity");
    }
    for (String field : List.of("slope", "operator", "units")) {
      boolean fits =
          switch (field) {
            case "slope" -> activation.slopeMayBeGiven();
            case "operator" -> activation == Activation.RECTIFIER;
            default -> !identity;
          };
      if (layer.has(field) && !fits) {
        throw wrong("." + field, "does not go with the activation '" + activation.word() + "'");
      }
    }
    return activation;
  }

  private Rectifier rectifier(Activation activation) {
    Tensor slope = layer.tensor("slope", activation.slope().orElse(null));
    String operator =
        activation == Activation.RECTIFIER
            ? required("operator", layer.text("operator", null))
            : activation.operator();
    boolean last = index == document.layers().size() - 1;
    return new Rectifier(
        operator,
        required("slope", slope),
        choose(
            "units", last ? UnitRole.READOUT : UnitRole.HIDDEN, UnitRole.values(), UnitRole::word));
  }

  /** The value whose word a field gives. */
  private <T> T choose(String field, T absent, T[] values, Function<T, String> toWord) {
    if (!layer.has(field)) {
      return absent;
    }
    String word = layer.text(field, null);
    for (T value : values) {
      if (toWord.apply(value).equals(word)) {
        return value;
      }
    }
    List<String> words = Arrays.stream(values).map(toWord).toList();
    throw wrong("." + field, "is '" + word + "'; " + JsonCursor.suggestion(word, words));
  }

  private <T> T required(String field, T value) {
    if (value == null) {
      throw wrong("", "has no '" + field + "', which its type or activation needs");
    }
    return value;
  }

  private static String words(Iterable<String> words) {
    List<String> sorted = new ArrayList<>();
    words.forEach(sorted::add);
    sorted.sort(null);
    return String.join(", ", sorted);
  }

  private InvalidInputException wrong(String field, String what) {
    return new InvalidInputException(file + ": layers[" + index + "]" + field + " " + what);
  }
}
