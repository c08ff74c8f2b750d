package org.folding.onnx;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.folding.api.GeneralRemedy;
import org.folding.api.InvalidInputException;
import org.folding.api.Problem;
import org.folding.api.network.Network;
import org.folding.api.network.UnitRole;
import org.folding.onnx.Composites.Composite;
import org.folding.onnx.Value.Beyond;
import org.folding.onnx.Value.Signal;

/**
 * Reads the nodes of a checked graph one after the other into a network, as far as they are
 * piecewise linear, and notes where the graph has units.
 */
final class GraphReader {
  private final GraphStructure structure;
  private final KeptGraph kept;
  private final NodeCall.Scope scope;
  private final boolean strict;
  private final ModelProto model;
  private final List<String> names;
  private final Composites composites;
  // What became of the composite activations met so far.
  private final Map<Composite, Value> begun = new HashMap<>();
  private final Map<String, Value> values = new HashMap<>();
  private final GraphUnits units;
  private final List<NodeException> refusals = new ArrayList<>();
  private final List<NodeProto> unknown = new ArrayList<>();

  private GraphReader(
      ModelProto model,
      GraphStructure structure,
      KeptGraph kept,
      NodeCall.Scope scope,
      boolean strict) {
    this.model = model;
    this.names = scope.names().ofNodes(kept.nodes());
    this.composites = new Composites(kept.nodes(), structure, scope.tensors());
    this.structure = structure;
    this.kept = kept;
    this.scope = scope;
    this.strict = strict;
    this.units = new GraphUnits(scope);
  }

  /**
   * @param file an ONNX file
   * @return its graph, as far as it is a network
   * @throws InvalidInputException if the graph is broken
   */
  static LoadedGraph read(OnnxFile file) {
    try {
      return readWhole(file);
    } catch (OutOfMemoryError e) {
      // Few bytes may ask for much, and in many steps that are modest each.
      String problem =
          "the network needs more memory than there is in a heap of "
              + (Runtime.getRuntime().maxMemory() >> 20)
              + " MB";
      throw new InvalidInputException(
          Problem.of(
              file.location().line(problem), GeneralRemedy.CHECK_FILE, GeneralRemedy.LARGER_HEAP),
          e);
    }
  }

  private static LoadedGraph readWhole(OnnxFile file) {
    GraphStructure structure = GraphStructure.of(file.model().getGraph(), file.location());
    KeptGraph kept = KeptGraph.of(structure, file.location());
    BatchAxis batch = structure.input().likelyBatch();
    if (!batch.isFixed()) {
      return read(file, structure, kept, batch, false);
    }
    try {
      return read(file, structure, kept, batch, true);
    } catch (BatchAxisException mixed) {
      try {
        LoadedGraph whole = read(file, structure, kept, BatchAxis.none(), false);
        if (whole.isNetwork()) {
          return whole;
        }
      } catch (InvalidInputException e) {
        mixed.addSuppressed(e);
      }
      return read(file, structure, kept, batch, false);
    }
  }

  /**
   * @param strict whether a node that mixes the batch axis with others ends the reading, and is not
   *     only kept out of the network
   */
  private static LoadedGraph read(
      OnnxFile file, GraphStructure structure, KeptGraph kept, BatchAxis batch, boolean strict) {
    Location location = file.location();
    OnnxTensors tensors = new OnnxTensors(location);
    Network.Builder builder;
    try {
      builder = Network.builder(location.modelName(), structure.input().shape(batch));
    } catch (IllegalArgumentException e) {
      throw location.refuse(
          "input " + Location.quote(structure.input().name()) + ": " + e.getMessage(), e);
    }
    NodeCall.Scope scope = new NodeCall.Scope(builder, new Names(), tensors, batch, location);
    return new GraphReader(file.model(), structure, kept, scope, strict).graph(file);
  }

  private LoadedGraph graph(OnnxFile file) {
    values.put(structure.input().name(), new Signal(0, scope.builder().shape(0)));
    for (int i = 0; i < kept.nodes().size(); i++) {
      read(i);
    }
    Value output = values.get(structure.output());
    if (output instanceof Constant) {
      throw scope
          .location()
          .refuse(
              "the graph's output "
                  + Location.quote(structure.output())
                  + " does not depend on its input "
                  + Location.quote(structure.input().name()));
    }
    if (output instanceof Signal signal) {
      units.end(signal, structure.output());
    }
    List<Signal> ends = List.copyOf(units.frontier().keySet());
    return new LoadedGraph(
        file,
        structure,
        kept,
        scope.batch(),
        scope.tensors(),
        LiveNodes.of(scope, ends, units.probes()),
        LiveNodes.of(scope, ends, List.of()),
        List.copyOf(units.frontier().values()),
        outputObstacle(),
        units.sites(),
        List.copyOf(refusals),
        List.copyOf(unknown));
  }

  private Optional<String> outputObstacle() {
    if (kept.readout() < 0) {
      return obstacle(structure.output());
    }
    NodeProto last = kept.nodes().get(kept.readout());
    // A node that is missing its input is refused in any case.
    boolean isIncreasing = UnitOperators.isIncreasing(last) && last.getInputCount() > 0;
    return obstacle(isIncreasing ? last.getInput(0) : last.getOutput(0));
  }

  private Optional<String> obstacle(String tensor) {
    return values.get(tensor) instanceof Beyond beyond
        ? Optional.of(beyond.obstacle())
        : Optional.empty();
  }

  private void read(int index) {
    NodeProto node = kept.nodes().get(index);
    String name = names.get(index);
    Location location = scope.location().at(name, node.getOpType());
    if (node.getOutputCount() == 0 || node.getOutput(0).isEmpty()) {
      throw location.refuse("leaves out its first result, which is the only one supported");
    }
    Optional<Composite> composite = composites.at(index);
    if (composite.isPresent()) {
      Value base = value(composite.get().base(), location);
      if (!(base instanceof Constant)) {
        set(node, begun.computeIfAbsent(composite.get(), begins -> result(begins, base)));
        return;
      }
    }
    NodeCall call = new NodeCall(scope, name, node, inputs(node, location), role(index));
    Optional<Beyond> before = call.beyond();
    if (before.isPresent()) {
      leaveOut(call, before.get());
      return;
    }
    units.smooth(call, location).ifPresentOrElse(result -> set(node, result), () -> keep(call));
  }

  private Value result(Composite composite, Value base) {
    return units.composite(composite, names.get(composite.head()), base, role(composite.exit()));
  }

  private void set(NodeProto node, Value result) {
    node.getOutputList().forEach(output -> values.put(output, result));
  }

  private UnitRole role(int index) {
    return index == kept.readout() ? UnitRole.READOUT : UnitRole.HIDDEN;
  }

  /** Reads a node into the network, where that is possible. */
  private void keep(NodeCall call) {
    NodeProto node = call.node();
    Optional<OperatorReader> reader = Operators.reader(node);
    try {
      if (reader.isEmpty()) {
        throw Operators.unreadable(call);
      }
      values.put(node.getOutput(0), reader.get().read(call));
      values.putAll(call.furtherResults());
      if (values.get(node.getOutput(0)) instanceof Signal) {
        units.note(call, Optional.empty());
      }
      return;
    } catch (NodeException e) {
      if (strict && e instanceof BatchAxisException) {
        throw e;
      }
      refuse(call, e, reader.isEmpty());
    } catch (IllegalArgumentException | ArithmeticException e) {
      refuse(call, call.refuse(wrongShape(e, call.name()), e), false);
    }
  }

  private void refuse(NodeCall call, NodeException refusal, boolean isUnknown) {
    Optional<Constant> folded = ConstantFolding.fold(call.node(), call.values(), model);
    if (folded.isPresent()) {
      values.put(call.result(), folded.get());
      return;
    }
    if (isUnknown) {
      unknown.add(call.node());
    } else {
      refusals.add(refusal);
    }
    leaveOut(call, new Beyond(refusal.obstacle()));
  }

  /** Leaves a node out of the network, with all that follows from it. */
  private void leaveOut(NodeCall call, Beyond beyond) {
    units.leaveOut(call, beyond.obstacle());
    set(call.node(), new Beyond(beyond.obstacle(), filling(call)));
  }

  /** The number that a tensor is filled with whose shape alone depends on what is not known. */
  private static OptionalDouble filling(NodeCall call) {
    try {
      return switch (call.operator()) {
        case "ConstantOfShape" -> ShapeReaders.filling(call).number();
        case "Expand", "Identity" ->
            call.has(0) ? call.values().get(0).number() : OptionalDouble.empty();
        case "Cast" -> cast(call);
        default -> OptionalDouble.empty();
      };
    } catch (InvalidInputException e) {
      // Of a type that no network has; ONNX Runtime may evaluate it all the same.
      return OptionalDouble.empty();
    }
  }

  private static OptionalDouble cast(NodeCall call) {
    boolean toFloat = FloatTypes.ofCast(call.node()).map(FloatTypes::contains).orElse(false);
    return toFloat && call.has(0) ? call.values().get(0).number() : OptionalDouble.empty();
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
      NodeException refusal =
          new NodeException(
              location,
              "reads "
                  + Location.quote(tensor)
                  + ", a further result of its node; of operators other than Split only first"
                  + " results are supported",
              null);
      refusals.add(refusal);
      return new Beyond(refusal.obstacle());
    }
    Constant constant = scope.tensors().read(initializer);
    values.put(tensor, constant);
    return constant;
  }
}
