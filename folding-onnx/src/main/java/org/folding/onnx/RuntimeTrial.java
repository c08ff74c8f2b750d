package org.folding.onnx;

import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnxruntime.OrtException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.folding.api.InvalidInputException;

/**
 * Has ONNX Runtime say whether a graph makes sense of which not all could be read. If it does not,
 * the first thing that could not be read is most likely what is wrong.
 */
final class RuntimeTrial {
  private final LoadedGraph graph;
  private final Location location;

  RuntimeTrial(LoadedGraph graph) {
    this.graph = graph;
    this.location = graph.file().location();
  }

  /**
   * @throws InvalidInputException if a weight is no number or ONNX Runtime cannot evaluate the
   *     graph
   */
  void requireEvaluable() {
    readWeights();
    try {
      RuntimeSession.load();
    } catch (LinkageError | RuntimeException e) {
      throw refusal(e);
    }
    GraphInput input = graph.structure().input();
    int rows = graph.batch().rows();
    byte[] model = RewrittenModel.bytes(graph, List.of(graph.structure().output()), false);
    try (RuntimeSession session = RuntimeSession.open(model, input, ExecutionProvider.CPU)) {
      session.run(rows, new double[Math.multiplyExact(rows, input.shape(graph.batch()).size())]);
    } catch (OrtException | IllegalArgumentException | ArithmeticException e) {
      throw refusal(e);
    }
  }

  /** ONNX Runtime reads no numbers: NaN among the weights would go unnoticed. */
  private void readWeights() {
    Set<String> read = new HashSet<>();
    for (NodeProto node : graph.kept().nodes()) {
      read.addAll(node.getInputList());
    }
    for (TensorProto tensor : graph.structure().initializers().values()) {
      DataType type = DataType.forNumber(tensor.getDataType());
      if (read.contains(tensor.getName()) && type != null && FloatTypes.contains(type)) {
        graph.tensors().read(tensor);
      }
    }
  }

  /** What to say of a graph that ONNX Runtime cannot evaluate. */
  InvalidInputException refusal(Throwable cause) {
    List<NodeProto> doubtful = Operators.inDoubt(graph.unknown());
    if (!doubtful.isEmpty()) {
      return Operators.unsupported(doubtful, location);
    }
    if (!graph.refusals().isEmpty()) {
      return graph.refusals().get(0);
    }
    Throwable root = cause;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return location.refuse(
        "is not piecewise linear, so ONNX Runtime must evaluate it, which it cannot ("
            + Location.printable(String.valueOf(root.getMessage()))
            + ")"
            + (graph.structure().input().type() == DataType.DOUBLE
                ? "; it does not have many operators in float64: export the model in float32"
                : ""),
        cause);
  }
}
