package org.folding.core.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.folding.api.network.Clip;
import org.folding.api.network.Network;
import org.folding.api.network.Operation;
import org.folding.api.network.Rectifier;
import org.folding.api.network.UnitRole;

/** Writes a network as a model file, in the first version of the format that can express it. */
final class ModelWriter {
  private static final JsonFactory JSON =
      JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

  private final Network network;
  private final WrittenLayers layers;
  private final JsonGenerator json;
  private final OperationWriter operations;

  private ModelWriter(Network network, WrittenLayers layers, JsonGenerator json) {
    this.network = network;
    this.layers = layers;
    this.json = json;
    this.operations = new OperationWriter(json);
  }

  static void write(Network network, Writer target) throws IOException {
    WrittenLayers layers = new WrittenLayers(network);
    try (JsonGenerator json = JSON.createGenerator(target)) {
      // Line feeds on every platform, so that equal networks make equal files.
      json.setPrettyPrinter(
          new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));
      new ModelWriter(network, layers, json).write();
    }
    target.write('\n');
    target.flush();
  }

  private void write() throws IOException {
    json.writeStartObject();
    json.writeStringField("format", ModelDocument.FORMAT);
    json.writeNumberField("version", layers.version());
    json.writeStringField("name", network.name());
    json.writeObjectFieldStart("input");
    operations.writeShape(network.inputShape());
    if (layers.version() > 1 && !layers.inputName().equals(ModelDocument.INPUT)) {
      json.writeStringField("name", layers.inputName());
    }
    json.writeEndObject();
    json.writeArrayFieldStart("layers");
    List<Network.Node> nodes = network.nodes();
    int previous = 0;
    for (int i = 0; i < nodes.size(); i++) {
      Network.Node node = nodes.get(i);
      Network.Node activation = layers.isBelowActivation(i) ? nodes.get(++i) : null;
      writeLayer(node, activation, previous, i == nodes.size() - 1);
      previous = i + 1;
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  /**
   * @param activation the activation that is written into the layer of the node below, or null
   * @param previous the value of the layer before
   */
  private void writeLayer(Network.Node node, Network.Node activation, int previous, boolean last)
      throws IOException {
    String name = activation == null ? node.name() : activation.name();
    LayerType type = OperationWriter.type(node.operation());
    json.writeStartObject();
    json.writeStringField("type", type.word());
    json.writeStringField("name", name);
    if (!node.operands().equals(List.of(previous))) {
      json.writeArrayFieldStart("inputs");
      for (String input : layers.inputs(node)) {
        json.writeString(input);
      }
      json.writeEndArray();
    }
    if (type == LayerType.ACTIVATION) {
      writeActivation(node.operation(), last);
    } else {
      operations.write(node.operation());
    }
    if (activation != null) {
      if (!node.name().equals(name + ".linear")) {
        json.writeStringField("linear-name", node.name());
      }
      writeActivation(activation.operation(), last);
    }
    json.writeEndObject();
  }

  private void writeActivation(Operation operation, boolean last) throws IOException {
    if (operation instanceof Clip clip) {
      json.writeStringField("activation", Activation.CLIP.word());
      if (!clip.operator().equals(Activation.CLIP.operator())) {
        json.writeStringField("operator", clip.operator());
      }
      operations.writeTensor("lower", clip.lower());
      operations.writeTensor("upper", clip.upper());
      writeRole(clip.role(), last);
    } else if (operation instanceof Rectifier rectifier) {
      writeRectifier(rectifier);
      writeRole(rectifier.role(), last);
    } else {
      throw new IllegalArgumentException("cannot write " + operation);
    }
  }

  private void writeRectifier(Rectifier rectifier) throws IOException {
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
      operations.writeTensor("slope", rectifier.negativeSlope());
    }
  }

  private void writeRole(UnitRole role, boolean last) throws IOException {
    if (role != (last ? UnitRole.READOUT : UnitRole.HIDDEN)) {
      json.writeStringField("units", role.word());
    }
  }
}
