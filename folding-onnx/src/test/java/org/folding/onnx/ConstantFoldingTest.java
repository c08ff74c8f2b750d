package org.folding.onnx;

import static org.folding.onnx.OnnxModels.BATCH;
import static org.folding.onnx.OnnxModels.dims;
import static org.folding.onnx.OnnxModels.withInput;

import ai.onnx.proto.OnnxMl.ModelProto;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Weights and positions that a graph computes from constants are known when it is loaded. */
final class ConstantFoldingTest {
  @TempDir Path folder;

  static Stream<Arguments> graphs() {
    return Stream.of(
        Arguments.of(
            "weight normalisation: W / √(Σ W²)",
            model()
                .floats("W", dims(3, 2), 1, 2, -3, 4, 5, -6)
                .floats("power", dims(), 2)
                .longs("axes", 0)
                .node("Pow", List.of("W", "power"), "squares")
                .node("ReduceSum", List.of("squares", "axes"), "sum")
                .node("Sqrt", List.of("sum"), "norm")
                .node("Div", List.of("W", "norm"), "V")
                .node("MatMul", List.of("x", "V"), "z")),
        Arguments.of(
            "a product of two constants",
            model()
                .floats("A", dims(3, 1), 1, 2, -3)
                .floats("B", dims(1, 2), 4, -5)
                .node("MatMul", List.of("A", "B"), "W")
                .node("MatMul", List.of("x", "W"), "z")),
        Arguments.of(
            "rows of a table at positions that are counted",
            model()
                .floats("table", dims(4, 3), 1, 2, 3, 4, 5, 6, 7, 8, 9, -1, -2, -3)
                .tensor(scalar("from", 1))
                .tensor(scalar("to", 3))
                .tensor(scalar("step", 1))
                .node("Range", List.of("from", "to", "step"), "positions")
                .node("Gather", List.of("table", "positions"), "rows")
                .longs("axes", 0)
                .node("ReduceSum", List.of("rows", "axes"), "offset")
                .node("Add", List.of("x", "offset"), "z")));
  }

  private static ai.onnx.proto.OnnxMl.TensorProto scalar(String name, long value) {
    return OnnxModels.typed(name, ai.onnx.proto.OnnxMl.TensorProto.DataType.INT64)
        .addInt64Data(value)
        .build();
  }

  private static OnnxModels model() {
    return withInput(BATCH, 3);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("graphs")
  void theNetworkGivesWhatOnnxRuntimeGives(String what, OnnxModels graph) throws Exception {
    ModelProto model =
        graph.node("Relu", List.of("z"), "r").node("Neg", List.of("r"), "y").output("y");
    Loading.assertAgreement(folder, what, model);
  }
}
