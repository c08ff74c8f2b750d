package org.folding.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import ai.onnxruntime.OrtException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.folding.api.InvalidInputException;

/**
 * Computes nodes that read constants only and that have no reader of their own, with ONNX Runtime.
 * Shapes, positions and folded weights come out of such nodes.
 */
final class ConstantFolding {
  /** Nodes of which a few bytes can ask for a result of any size; random ones are no constants. */
  private static final Set<String> EXCLUDED =
      Set.of(
          "Bernoulli",
          "ConstantOfShape",
          "Expand",
          "EyeLike",
          "Multinomial",
          "OneHot",
          "Pad",
          "RandomNormal",
          "RandomNormalLike",
          "RandomUniform",
          "RandomUniformLike",
          "Resize",
          "Upsample");

  /** Whose result is smaller than that. */
  private static final Set<String> PRODUCTS = Set.of("MatMul", "Gemm", "Conv", "Einsum");

  /** The most elements that a result may have. */
  private static final long MOST_ELEMENTS = 1L << 26;

  private ConstantFolding() {}

  /**
   * @param node the node
   * @param inputs what it reads; null for an input that is left out
   * @param model the model that it comes from
   * @return its first result; empty where it cannot be computed so
   */
  static Optional<Constant> fold(NodeProto node, List<Value> inputs, ModelProto model) {
    if (node.getOutputCount() != 1
        || EXCLUDED.contains(node.getOpType())
        || !inputs.stream().allMatch(input -> input == null || input instanceof Constant)
        || !isSmall(node, inputs)) {
      return Optional.empty();
    }
    GraphProto.Builder graph = GraphProto.newBuilder().setName("constant");
    NodeProto.Builder only = node.toBuilder();
    for (int i = 0; i < inputs.size(); i++) {
      if (inputs.get(i) instanceof Constant constant) {
        // Under names of their own, as a node may read one tensor twice.
        only.setInput(i, "input_" + i);
        graph.addInitializer(tensor("input_" + i, constant));
      }
    }
    graph.addNode(only).addOutput(ValueInfoProto.newBuilder().setName(node.getOutput(0)));
    ModelProto single = model.toBuilder().clearFunctions().setGraph(graph).build();
    try {
      RuntimeSession.load();
      return RuntimeSession.constant(single.toByteArray(), node.getOutput(0));
    } catch (OrtException | InvalidInputException | LinkageError | IllegalStateException e) {
      return Optional.empty();
    }
  }

  private static boolean isSmall(NodeProto node, List<Value> inputs) {
    switch (node.getOpType()) {
      case "Range" -> {
        double count = (number(inputs, 1) - number(inputs, 0)) / number(inputs, 2);
        return count <= MOST_ELEMENTS;
      }
      case "Tile" -> {
        double size = 1;
        for (double repeat : inputs.size() < 2 ? new double[0] : values(inputs, 1)) {
          size *= repeat;
        }
        return inputs.size() == 2 && size * values(inputs, 0).length <= MOST_ELEMENTS;
      }
      default -> {
        // What broadcasts constants makes no more than their product.
        double size = 1;
        for (Value input : inputs) {
          size *= input instanceof Constant constant ? Math.max(1, constant.values().length) : 1;
        }
        return size <= MOST_ELEMENTS || inputs.size() == 1 || PRODUCTS.contains(node.getOpType());
      }
    }
  }

  private static double number(List<Value> inputs, int index) {
    double[] values = values(inputs, index);
    return values.length == 1 ? values[0] : Double.NaN;
  }

  private static double[] values(List<Value> inputs, int index) {
    return index < inputs.size() && inputs.get(index) instanceof Constant constant
        ? constant.values()
        : new double[0];
  }

  private static TensorProto tensor(String name, Constant constant) {
    TensorProto.Builder tensor =
        TensorProto.newBuilder().setName(name).setDataType(constant.type().getNumber());
    for (int extent : constant.dims()) {
      tensor.addDims(extent);
    }
    DataType type = constant.type();
    for (double value : constant.values()) {
      switch (type) {
        case FLOAT -> tensor.addFloatData((float) value);
        case DOUBLE -> tensor.addDoubleData(value);
        case INT64 -> tensor.addInt64Data((long) value);
        case FLOAT16 -> tensor.addInt32Data(HalfFloats.toFloat16(value) & 0xffff);
        case BFLOAT16 -> tensor.addInt32Data(HalfFloats.toBfloat16(value) & 0xffff);
        default -> tensor.addInt32Data((int) value);
      }
    }
    return tensor.build();
  }
}
