package org.folding.onnx;

import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.folding.api.InvalidInputException;
import org.folding.api.network.Network;
import org.folding.api.network.Reshape;
import org.folding.api.network.Shape;
import org.folding.api.network.UnitRole;
import org.folding.onnx.Value.Signal;

/** Reads the nodes of a checked graph one after the other into a network. */
final class GraphReader {
  private final GraphStructure structure;
  private final KeptGraph kept;
  private final NodeCall.Scope scope;
  private final Map<String, Value> values = new HashMap<>();

  private GraphReader(GraphStructure structure, KeptGraph kept, NodeCall.Scope scope) {
    this.structure = structure;
    this.kept = kept;
    this.scope = scope;
  }

  /**
   * @param file an ONNX file
   * @return its graph as a network
   * @throws InvalidInputException if the graph is broken or asks for what a network cannot hold
   */
  static LoadedGraph read(OnnxFile file) {
    GraphStructure structure = GraphStructure.of(file.model().getGraph(), file.location());
    KeptGraph kept = KeptGraph.of(structure);
    Operators.requireSupported(kept.nodes(), file.location());
    BatchAxis batch = structure.input().likelyBatch();
    try {
      return read(file, structure, kept, batch);
    } catch (BatchAxisException mixed) {
      if (!batch.isFixed()) {
        throw mixed;
      }
      try {
        return read(file, structure, kept, BatchAxis.none());
      } catch (InvalidInputException e) {
        mixed.addSuppressed(e);
        throw mixed;
      }
    }
  }

  private static LoadedGraph read(
      OnnxFile file, GraphStructure structure, KeptGraph kept, BatchAxis batch) {
    Location location = file.location();
    OnnxTensors tensors = new OnnxTensors(location);
    Network.Builder builder;
    try {
      builder = Network.builder(modelName(location), structure.input().shape(batch));
    } catch (IllegalArgumentException e) {
      throw location.refuse(
          "input " + Location.quote(structure.input().name()) + ": " + e.getMessage(), e);
    }
    NodeCall.Scope scope = new NodeCall.Scope(builder, new Names(), tensors, batch, location);
    Network network = new GraphReader(structure, kept, scope).network();
    return new LoadedGraph(file, structure, kept, batch, tensors, network);
  }

  private static String modelName(Location location) {
    String name = Location.printable(location.file().getFileName().toString());
    return name.matches("(?i).+\\.onnx") ? name.substring(0, name.length() - 5) : name;
  }

  private Network network() {
    Shape inputShape = scope.builder().shape(0);
    values.put(structure.input().name(), new Signal(0, inputShape));
    List<String> names = scope.names().ofNodes(kept.nodes());
    for (int i = 0; i < kept.nodes().size(); i++) {
      UnitRole role = i == kept.readout() ? UnitRole.READOUT : UnitRole.HIDDEN;
      read(kept.nodes().get(i), names.get(i), role);
    }
    if (!(values.get(kept.output()) instanceof Signal output)) {
      throw scope
          .location()
          .refuse(
              "the graph's output "
                  + Location.quote(structure.output())
                  + " does not depend on its input "
                  + Location.quote(structure.input().name()));
    }
    int made = output.id();
    if (made == 0) {
      // A network has a node at least.
      made = scope.builder().add(scope.names().claim("output"), new Reshape(inputShape), 0);
    }
    return LiveNodes.of(scope.builder().build(), made);
  }

  private void read(NodeProto node, String name, UnitRole role) {
    Location location = scope.location().at(name, node.getOpType());
    if (node.getOutputCount() == 0 || node.getOutput(0).isEmpty()) {
      throw location.refuse("leaves out its first result, which is the only one supported");
    }
    NodeCall call = new NodeCall(scope, name, node, inputs(node, location), role);
    Value value;
    try {
      value = Operators.reader(node.getOpType()).read(call);
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw location.refuse(wrongShape(e, name), e);
    }
    values.put(node.getOutput(0), value);
    values.putAll(call.furtherResults());
  }

  /** The network's builder starts its messages with the node's name, which stands there already. */
  private static String wrongShape(RuntimeException e, String name) {
    String message = String.valueOf(e.getMessage());
    return message.startsWith(name + " ") ? message.substring(name.length() + 1) : message;
  }

  private List<Value> inputs(NodeProto node, Location location) {
    List<Value> inputs = new ArrayList<>();
    for (String input : node.getInputList()) {
      inputs.add(input.isEmpty() ? null : value(input, location));
    }
    return inputs;
  }

  private Value value(String tensor, Location location) {
    Value value = values.get(tensor);
    if (value != null) {
      return value;
    }
    TensorProto initializer = structure.initializers().get(tensor);
    if (initializer == null) {
      throw location.refuse(
          "reads "
              + Location.quote(tensor)
              + ", a further result of its node; of operators other than Split only first results"
              + " are supported");
    }
    Constant constant = scope.tensors().read(initializer);
    values.put(tensor, constant);
    return constant;
  }
}
