package org.folding.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.folding.onnx.OnnxModels.BATCH;
import static org.folding.onnx.OnnxModels.dims;
import static org.folding.onnx.OnnxModels.integer;
import static org.folding.onnx.OnnxModels.integers;
import static org.folding.onnx.OnnxModels.tensorValue;
import static org.folding.onnx.OnnxModels.typed;
import static org.folding.onnx.OnnxModels.withInput;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.folding.api.model.Model;
import org.folding.api.model.UnitLayer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Shapes that a graph computes, as exporters write them, against ONNX Runtime. */
final class ShapeChainsTest {
  @TempDir Path folder;

  @ParameterizedTest(name = "{0}")
  @MethodSource("chains")
  void agreesWithOnnxRuntime(String what, ModelProto model) throws Exception {
    Loading.assertAgreement(folder, what, model);
  }

  /** x.view(x.size(0), -1), as PyTorch writes it for a dynamic batch. */
  private static OnnxModels view(OnnxModels model) {
    return scalar(model, "zero", 0)
        .longs("rest", -1)
        .longs("front", 0)
        .node("Relu", List.of("x"), "r")
        .node("Shape", List.of("r"), "shape")
        .node("Gather", List.of("shape", "zero"), "n", integer("axis", 0))
        .node("Unsqueeze", List.of("n", "front"), "batch")
        .node("Concat", List.of("batch", "rest"), "wanted", integer("axis", 0))
        .node("Reshape", List.of("r", "wanted"), "y");
  }

  private static OnnxModels scalar(OnnxModels model, String name, long value) {
    return model.tensor(typed(name, DataType.INT64).addInt64Data(value).build());
  }

  static Stream<Arguments> chains() {
    return Stream.of(
        Arguments.of("Shape, Gather, Unsqueeze, Concat, Reshape", view(batch()).output("y")),
        Arguments.of("the same with a batch of one", view(withInput(1, 2, 3)).output("y")),
        Arguments.of(
            "Shape, Slice, Concat, Reshape",
            batch()
                .longs("from", 0)
                .longs("to", 1)
                .longs("six", 6)
                .node("Shape", List.of("x"), "shape")
                .node("Slice", List.of("shape", "from", "to"), "batch")
                .node("Concat", List.of("batch", "six"), "wanted", integer("axis", 0))
                .node("Reshape", List.of("x", "wanted"), "h")
                .node("Relu", List.of("h"), "y")
                .output("y")),
        Arguments.of(
            "Shape with start and end, arithmetic, Cast",
            batch()
                .opset(15)
                .longs("all", -1)
                .longs("two", 2)
                .node("Shape", List.of("x"), "last", integer("start", -1), integer("end", 3))
                .node("Mul", List.of("last", "two"), "six")
                .node("Cast", List.of("six"), "cast", integer("to", DataType.INT64.getNumber()))
                .node("Div", List.of("cast", "two"), "three")
                .node("Sub", List.of("three", "two"), "one")
                .node("Concat", List.of("all", "one", "six"), "wanted", integer("axis", 0))
                .node("Reshape", List.of("x", "wanted"), "h")
                .node("Relu", List.of("h"), "y")
                .output("y")),
        Arguments.of(
            "Size, Unsqueeze, Reshape",
            withInput(1, 2, 3)
                .longs("front", 0)
                .node("Size", List.of("x"), "size")
                .node("Unsqueeze", List.of("size", "front"), "wanted")
                .node("Reshape", List.of("x", "wanted"), "h")
                .node("Relu", List.of("h"), "y")
                .output("y")),
        Arguments.of(
            "x.expand(-1, 4, -1): ConstantOfShape, Mul, Equal, Where, Expand",
            withInput(BATCH, 1, 3)
                .longs("wanted", -1, 4, -1)
                .longs("minus", -1)
                .longs("three", 3)
                .node(
                    "ConstantOfShape",
                    List.of("three"),
                    "ones",
                    tensorValue(typed("", DataType.INT64, 1).addInt64Data(1)))
                .node("Mul", List.of("ones", "minus"), "negative")
                .node("Equal", List.of("wanted", "negative"), "open")
                .node("Where", List.of("open", "ones", "wanted"), "shape")
                .node("Expand", List.of("x", "shape"), "h")
                .node("Relu", List.of("h"), "y")
                .output("y")),
        Arguments.of(
            "a token before each input: Shape, Gather, Expand, Concat",
            scalar(batch(), "zero", 0)
                .floats("token", dims(1, 1, 3), 1, -2, 3)
                .longs("front", 0)
                .longs("one", 1)
                .longs("three", 3)
                .node("Shape", List.of("x"), "shape")
                .node("Gather", List.of("shape", "zero"), "n")
                .node("Unsqueeze", List.of("n", "front"), "batch")
                .node("Concat", List.of("batch", "one", "three"), "wanted", integer("axis", 0))
                .node("Expand", List.of("token", "wanted"), "tokens")
                .node("Concat", List.of("tokens", "x"), "y", integer("axis", 1))
                .output("y")),
        Arguments.of(
            "channel shuffle: Reshape, Transpose, Reshape",
            withInput(BATCH, 4, 2)
                .longs("groups", -1, 2, 2, 2)
                .longs("flat", -1, 4, 2)
                .node("Reshape", List.of("x", "groups"), "g")
                .node("Transpose", List.of("g"), "t", integers("perm", 0, 2, 1, 3))
                .node("Reshape", List.of("t", "flat"), "h")
                .node("Relu", List.of("h"), "y")
                .output("y")));
  }

  private static OnnxModels batch() {
    return withInput(BATCH, 2, 3);
  }

  @Test
  void unitsWhoseShapeAloneIsReadAreNotCounted() throws Exception {
    ModelProto model =
        withInput(BATCH, 2, 3)
            .node("aside", "Relu", List.of("x"), "a")
            .node("Shape", List.of("a"), "shape")
            .node("Reshape", List.of("x", "shape"), "h")
            .node("kept", "Relu", List.of("h"), "r")
            .node("Neg", List.of("r"), "y")
            .output("y");
    try (Model loaded = Loading.checked(Loading.write(folder, model))) {
      assertThat(loaded.layers()).extracting(UnitLayer::name).containsExactly("kept");
    }
  }
}
