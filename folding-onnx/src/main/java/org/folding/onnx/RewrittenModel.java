package org.folding.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A model cut down to what was kept of its graph, in one piece, for ONNX Runtime to evaluate. */
final class RewrittenModel {
  private RewrittenModel() {}

  /**
   * @param graph a graph that was read
   * @return an ONNX model whose output is the last tensor kept, with all external data within it
   */
  static byte[] bytes(LoadedGraph graph) {
    ModelProto model = graph.file().model();
    String output = graph.kept().output();
    Set<String> read = new HashSet<>();
    read.add(output);
    for (NodeProto node : graph.kept().nodes()) {
      read.addAll(node.getInputList());
    }
    GraphProto.Builder rewritten =
        GraphProto.newBuilder()
            .setName(model.getGraph().getName())
            // Without a type: ONNX Runtime infers it.
            .addOutput(ValueInfoProto.newBuilder().setName(output));
    // ONNX Runtime wants names to be unique, which ONNX does not ask for.
    List<String> names = new Names().ofNodes(graph.kept().nodes());
    for (int i = 0; i < names.size(); i++) {
      rewritten.addNode(graph.kept().nodes().get(i).toBuilder().setName(names.get(i)));
    }
    for (ValueInfoProto input : model.getGraph().getInputList()) {
      if (input.getName().equals(graph.structure().input().name())) {
        rewritten.addInput(input);
      }
    }
    for (TensorProto tensor : model.getGraph().getInitializerList()) {
      if (read.contains(tensor.getName())) {
        rewritten.addInitializer(graph.tensors().inlined(tensor));
      }
    }
    return model.toBuilder().setGraph(rewritten).build().toByteArray();
  }
}
