package org.folding.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A model whose outputs are some tensors of its graph, cut down to what these depend on and in one
 * piece, for ONNX Runtime to evaluate.
 */
final class RewrittenModel {
  private RewrittenModel() {}

  /**
   * @param graph a graph that was read
   * @param tensors tensors of the graph
   * @param lifted whether a fixed batch axis is to become one of any extent, as far as extents
   *     stand in the shape of the input and of a Reshape
   * @return an ONNX model whose outputs are the tensors, in this order, with all external data
   *     within it
   */
  static byte[] bytes(LoadedGraph graph, List<String> tensors, boolean lifted) {
    List<NodeProto> nodes = KeptGraph.needed(graph.structure(), tensors);
    GraphProto.Builder rewritten =
        GraphProto.newBuilder().setName(graph.file().model().getGraph().getName());
    BatchLift lift = new BatchLift(graph, rewritten);
    // ONNX Runtime wants names to be unique, which ONNX does not ask for.
    List<String> names = new Names().ofNodes(nodes);
    for (int i = 0; i < names.size(); i++) {
      NodeProto node = nodes.get(i).toBuilder().setName(names.get(i)).build();
      rewritten.addNode(lifted ? lift.node(node) : node);
    }
    ValueInfoProto input = input(graph);
    rewritten.addInput(lifted ? BatchLift.input(input) : input);
    addInitializers(graph, rewritten);
    addOutputs(graph, tensors, rewritten);
    ModelProto model = graph.file().model().toBuilder().setGraph(rewritten).build();
    return model.toByteArray();
  }

  private static ValueInfoProto input(LoadedGraph graph) {
    return graph.file().model().getGraph().getInputList().stream()
        .filter(input -> input.getName().equals(graph.structure().input().name()))
        .findFirst()
        .orElseThrow();
  }

  private static void addInitializers(LoadedGraph graph, GraphProto.Builder rewritten) {
    Set<String> read = new HashSet<>();
    rewritten.getNodeList().forEach(node -> read.addAll(node.getInputList()));
    for (TensorProto tensor : graph.file().model().getGraph().getInitializerList()) {
      if (read.contains(tensor.getName())) {
        rewritten.addInitializer(graph.tensors().inlined(tensor));
      }
    }
  }

  /** Each through a node of its own, as a tensor may be the graph's input, or wanted twice. */
  private static void addOutputs(
      LoadedGraph graph, List<String> tensors, GraphProto.Builder rewritten) {
    Set<String> taken = new HashSet<>(graph.structure().producers().keySet());
    taken.addAll(graph.structure().initializers().keySet());
    taken.add(graph.structure().input().name());
    for (int i = 0; i < tensors.size(); i++) {
      String name = "wanted_" + i;
      while (!taken.add(name)) {
        name += "_";
      }
      rewritten.addNode(
          NodeProto.newBuilder()
              .setName("folding/" + name)
              .setOpType("Identity")
              .addInput(tensors.get(i))
              .addOutput(name));
      // Without a type: ONNX Runtime infers it.
      rewritten.addOutput(ValueInfoProto.newBuilder().setName(name));
    }
  }
}
