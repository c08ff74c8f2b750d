package org.folding.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.HashMap;
import java.util.Map;

/**
 * Makes a fixed batch axis one of any extent. A Reshape to a shape that begins with the extent of
 * the batch then takes that extent over from what it reads. Where an exporter has written the
 * extent elsewhere as well the graph cannot be evaluated any more, or gives other results, which
 * {@link BatchTrial} notices.
 */
final class BatchLift {
  private final LoadedGraph graph;
  private final GraphProto.Builder rewritten;
  private final Map<String, TensorProto> constants = new HashMap<>();

  /**
   * @param graph a graph that was read
   * @param rewritten receives the new shapes
   */
  BatchLift(LoadedGraph graph, GraphProto.Builder rewritten) {
    this.graph = graph;
    this.rewritten = rewritten;
    for (NodeProto node : graph.kept().nodes()) {
      if (node.getOpType().equals("Constant")
          && node.getOutputCount() > 0
          && node.getAttributeCount() == 1
          && node.getAttribute(0).hasT()) {
        constants.put(node.getOutput(0), node.getAttribute(0).getT());
      }
    }
  }

  static ValueInfoProto input(ValueInfoProto input) {
    ValueInfoProto.Builder lifted = input.toBuilder();
    lifted
        .getTypeBuilder()
        .getTensorTypeBuilder()
        .getShapeBuilder()
        .getDimBuilder(0)
        .clear()
        .setDimParam("folding_batch");
    return lifted.build();
  }

  NodeProto node(NodeProto node) {
    if (!node.getOpType().equals("Reshape") || node.getInputCount() < 2) {
      return node;
    }
    TensorProto shape = graph.structure().initializers().get(node.getInput(1));
    if (shape == null) {
      shape = constants.get(node.getInput(1));
    }
    if (shape == null || shape.getDataType() != DataType.INT64.getNumber()) {
      return node;
    }
    long[] extents = graph.tensors().read(shape).toLongs();
    boolean allowsZero =
        node.getAttributeList().stream()
            .anyMatch(a -> a.getName().equals("allowzero") && a.getI() != 0);
    if (extents.length == 0 || extents[0] != graph.batch().rows() || allowsZero) {
      return node;
    }
    String name = "folding/shape of " + node.getOutput(0);
    TensorProto.Builder lifted =
        TensorProto.newBuilder()
            .setName(name)
            .setDataType(DataType.INT64.getNumber())
            .addDims(extents.length);
    for (int i = 0; i < extents.length; i++) {
      lifted.addInt64Data(i == 0 ? 0 : extents[i]);
    }
    rewritten.addInitializer(lifted);
    return node.toBuilder().setInput(1, name).build();
  }
}
