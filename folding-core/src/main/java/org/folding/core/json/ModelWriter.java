package org.folding.core.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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

/** Writes a network as a model file: a linear map and the activation above it as one layer. */
final class ModelWriter {
  private static final JsonFactory JSON =
      JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

  private final Network network;
  private final JsonGenerator json;

  private ModelWriter(Network network, JsonGenerator json) {
    this.network = network;
    this.json = json;
  }

  static void write(Network network, Writer target) throws IOException {
    requireWritable(network);
    try (JsonGenerator json = JSON.createGenerator(target)) {
      // Line feeds on every platform, so that equal networks make equal files.
      json.setPrettyPrinter(
          new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));
      new ModelWriter(network, json).write();
    }
    target.write('\n');
    target.flush();
  }

  private static void requireWritable(Network network) {
    Set<String> names = new HashSet<>();
    for (int i = 0; i < network.nodes().size(); i++) {
      Network.Node node = network.nodes().get(i);
      Operation operation = node.operation();
      if (!node.operands().equals(List.of(i))) {
        throw unwritable(
            network,
            node.name()
                + " does not read the result of the node before it, and the format has chains"
                + " only");
      }
      if (!isLinear(operation)
          && !(operation instanceof Rectifier)
          && !(operation instanceof Reshape)
          && !(operation instanceof MaxOfGroups)) {
        throw unwritable(
            network,
            node.name()
                + " is of type "
                + operation.getClass().getSimpleName()
                + ", which the format does not have");
      }
      if (!isBelowActivation(network, i) && !names.add(node.name())) {
        throw unwritable(network, "two of its layers are named '" + node.name() + "'");
      }
    }
  }

  private static InvalidInputException unwritable(Network network, String why) {
    return new InvalidInputException(
        "network '" + network.name() + "' cannot be written as JSON: " + why);
  }

  private static boolean isLinear(Operation operation) {
    return operation instanceof Dense || operation instanceof Affine;
  }

  /** Whether a node is written into one layer with the activation that reads it. */
  private static boolean isBelowActivation(Network network, int node) {
    List<Network.Node> nodes = network.nodes();
    return isLinear(nodes.get(node).operation())
        && node + 1 < nodes.size()
        && nodes.get(node + 1).operation() instanceof Rectifier;
  }

  private void write() throws IOException {
    json.writeStartObject();
    json.writeStringField("format", ModelDocument.FORMAT);
    json.writeNumberField("version", ModelDocument.VERSION);
    json.writeStringField("name", network.name());
    json.writeObjectFieldStart("input");
    writeShape(network.inputShape());
    json.writeEndObject();
    json.writeArrayFieldStart("layers");
    List<Network.Node> nodes = network.nodes();
    for (int i = 0; i < nodes.size(); i++) {
      Network.Node node = nodes.get(i);
      json.writeStartObject();
      if (isBelowActivation(network, i)) {
        Network.Node above = nodes.get(++i);
        String name = above.name();
        writeOperation(node.operation(), name);
        if (!node.name().equals(name + ".linear")) {
          json.writeStringField("linear-name", node.name());
        }
        writeActivation((Rectifier) above.operation(), i == nodes.size() - 1);
      } else if (node.operation() instanceof Rectifier rectifier) {
        writeHead("activation", node.name());
        writeActivation(rectifier, i == nodes.size() - 1);
      } else {
        writeOperation(node.operation(), node.name());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void writeHead(String type, String name) throws IOException {
    json.writeStringField("type", type);
    json.writeStringField("name", name);
  }

  private void writeOperation(Operation operation, String name) throws IOException {
    if (operation instanceof Dense dense) {
      writeHead("dense", name);
      writeTensor("weights", dense.weights());
      writeTensor("bias", dense.bias());
    } else if (operation instanceof Affine affine) {
      writeHead("affine", name);
      writeTensor("scale", affine.scale());
      writeTensor("shift", affine.shift());
    } else if (operation instanceof Reshape reshape) {
      writeHead("reshape", name);
      writeShape(reshape.shape());
    } else if (operation instanceof MaxOfGroups max) {
      writeHead("max", name);
      json.writeArrayFieldStart("groups");
      for (int i = 0; i < max.shape().size(); i++) {
        writeIntegers(Arrays.stream(max.elements(i)).boxed().toList());
      }
      json.writeEndArray();
    } else {
      throw new IllegalArgumentException("cannot write " + operation);
    }
  }

  private void writeActivation(Rectifier rectifier, boolean last) throws IOException {
    Activation activation = Activation.RECTIFIER;
    for (Activation known : Activation.values()) {
      if (known.operator().equals(rectifier.operator())
          && (known.slopeMayBeGiven()
              || known.slope().filter(rectifier.negativeSlope()::equals).isPresent())) {
        activation = known;
      }
    }
    json.writeStringField("activation", activation.word());
    if (activation == Activation.RECTIFIER) {
      json.writeStringField("operator", rectifier.operator());
    }
    if (activation.slopeMayBeGiven()) {
      writeTensor("slope", rectifier.negativeSlope());
    }
    if (rectifier.role() != (last ? UnitRole.READOUT : UnitRole.HIDDEN)) {
      json.writeStringField("units", rectifier.role().word());
    }
  }

  private void writeShape(Shape shape) throws IOException {
    json.writeFieldName("shape");
    writeIntegers(shape.dimensions());
  }

  private void writeIntegers(List<Integer> numbers) throws IOException {
    json.writeStartArray();
    for (int number : numbers) {
      json.writeNumber(number);
    }
    json.writeEndArray();
  }

  private void writeTensor(String field, Tensor tensor) throws IOException {
    json.writeFieldName(field);
    writeBlock(tensor, 0, 0);
  }

  /** Writes the part of a tensor below an axis, from an index on; returns the index after it. */
  private int writeBlock(Tensor tensor, int axis, int start) throws IOException {
    if (axis == tensor.shape().rank()) {
      json.writeNumber(tensor.get(start));
      return start + 1;
    }
    json.writeStartArray();
    int index = start;
    for (int i = 0; i < tensor.shape().extent(axis); i++) {
      index = writeBlock(tensor, axis + 1, index);
    }
    json.writeEndArray();
    return index;
  }
}
