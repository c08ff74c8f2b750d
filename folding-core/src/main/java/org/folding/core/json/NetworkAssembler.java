package org.folding.core.json;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.folding.api.network.Network;
import org.folding.api.network.Shape;

/** Makes the network that a document describes, and checks that its layers fit together. */
final class NetworkAssembler {
  private final Path file;
  private final ModelDocument document;
  private final Network.Builder network;
  private final Map<String, Integer> layerOfName = new HashMap<>();
  // What each name stands for that a layer may read, and which layer made a value.
  private final Map<String, Integer> valueOfName = new HashMap<>();
  private final Map<Integer, Integer> layerOfValue = new HashMap<>();
  private LayerFields layer;
  private LayerPlace place;
  private int previous;

  NetworkAssembler(Path file, ModelDocument document) {
    this.file = file;
    this.document = document;
    this.network = Network.builder(document.name(), document.input());
  }

  Network assemble() {
    if (document.version() > 1) {
      valueOfName.put(document.inputName(), 0);
    }
    for (int index = 0; index < document.layers().size(); index++) {
      layer = document.layers().get(index);
      place = new LayerPlace(file, index);
      try {
        addLayer();
      } catch (IllegalArgumentException | ArithmeticException e) {
        throw place.wrong("", e.getMessage());
      }
    }
    return network.build();
  }

  private void addLayer() {
    LayerType type = type();
    String name = layer.text("name", "layer" + place.index());
    requireNewName(name);
    ActivationAssembler units = new ActivationAssembler(layer, place);
    Activation activation = units.named(type);
    requireVersion(type, activation);
    boolean activated = activation != Activation.IDENTITY;
    boolean last = place.index() == document.layers().size() - 1;
    if (layer.has("linear-name") && !activated) {
      throw place.wrong(".linear-name", "goes with an activation; without one, 'name' is the name");
    }
    int[] operands = operands();
    int value;
    if (type == LayerType.ACTIVATION) {
      value = network.add(name, units.of(activation, last), operands);
    } else {
      List<Shape> shapes = new ArrayList<>();
      for (int operand : operands) {
        shapes.add(network.shape(operand));
      }
      String linear = activated ? layer.text("linear-name", name + ".linear") : name;
      OperationAssembler operations =
          new OperationAssembler(layer, place, shapes, source(operands[0]));
      value = network.add(linear, operations.of(type), operands);
      if (activated) {
        value = network.add(name, units.of(activation, last), value);
      }
    }
    previous = value;
    valueOfName.put(name, value);
    layerOfValue.put(value, place.index());
  }

  private LayerType type() {
    String word = layer.text("type", null);
    if (word == null) {
      throw place.wrong("", "has no 'type'; known are " + String.join(", ", LayerType.words()));
    }
    for (LayerType type : LayerType.values()) {
      if (type.word().equals(word)) {
        requireKnownFields(type);
        return type;
      }
    }
    throw place.wrong(
        ".type", "is '" + word + "'; " + JsonCursor.suggestion(word, LayerType.words()));
  }

  private void requireKnownFields(LayerType type) {
    Set<String> known = type.fields();
    for (String field : layer.names()) {
      if (!known.contains(field)) {
        throw place.wrong(
            "",
            "is of type '"
                + type.word()
                + "' and takes no '"
                + field
                + "', only "
                + String.join(", ", known));
      }
    }
  }

  private void requireNewName(String name) {
    Integer other = layerOfName.putIfAbsent(name, place.index());
    boolean input = document.version() > 1 && name.equals(document.inputName());
    if (other != null || input) {
      throw place.wrong(
          "",
          "is named '"
              + name
              + "' as is "
              + (input ? "the input" : "layers[" + other + "]")
              + "; names must differ");
    }
  }

  /** Programs that know version 1 only must not meet in it what they cannot read. */
  private void requireVersion(LayerType type, Activation activation) {
    String later = null;
    if (type.version() > document.version()) {
      later = "type '" + type.word() + "'";
    } else if (document.version() == 1 && activation == Activation.CLIP) {
      later = "activation 'clip'";
    } else if (document.version() == 1 && layer.has("inputs")) {
      later = "field 'inputs'";
    } else if (document.version() == 1 && type == LayerType.MAX && layer.has("shape")) {
      later = "field 'shape' in a layer of type 'max'";
    }
    if (later != null) {
      throw place.wrong("", "has the " + later + ", which needs \"version\": 2");
    }
  }

  /** The values that the layer reads: what it names, or the result of the layer before. */
  private int[] operands() {
    List<String> names = layer.inputs();
    if (names == null) {
      return new int[] {previous};
    }
    if (names.isEmpty()) {
      throw place.wrong(".inputs", "is an empty list but must hold names of layers before it");
    }
    int[] operands = new int[names.size()];
    for (int i = 0; i < operands.length; i++) {
      Integer value = valueOfName.get(names.get(i));
      if (value == null) {
        throw place.wrong(
            ".inputs[" + i + "]",
            "is '"
                + names.get(i)
                + "' but must name a layer before it or the input; "
                + JsonCursor.suggestion(names.get(i), valueOfName.keySet()));
      }
      operands[i] = value;
    }
    return operands;
  }

  private String source(int value) {
    return value == 0 ? "the input" : "layers[" + layerOfValue.get(value) + "]";
  }
}
