package org.folding.onnx;

import static org.folding.onnx.OnnxModels.BATCH;
import static org.folding.onnx.OnnxModels.dims;
import static org.folding.onnx.OnnxModels.integer;
import static org.folding.onnx.OnnxModels.integers;
import static org.folding.onnx.OnnxModels.typed;
import static org.folding.onnx.OnnxModels.withInput;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Operators that take parts of tensors, move or repeat elements, against ONNX Runtime. */
final class AxesTest {
  private static final List<String> X = List.of("x");
  private static final long END = Long.MAX_VALUE;

  @TempDir Path folder;

  @ParameterizedTest(name = "{0}")
  @MethodSource({"slices", "splits", "gathers", "expansions", "transpositions", "unitAxes"})
  void agreesWithOnnxRuntime(String what, ModelProto model) throws Exception {
    Loading.assertAgreement(folder, what, model);
  }

  static Stream<Arguments> slices() {
    List<String> all = List.of("x", "starts", "ends", "axes", "steps");
    return Stream.of(
        slice("of one axis", dims(1), dims(3), dims(2), dims(1)),
        slice("of two axes", dims(1, 0), dims(2, 4), dims(1, 3), dims(1, 2)),
        slice("to the end", dims(2), dims(END), dims(2), dims(1)),
        slice("from the end", dims(-2), dims(-1), dims(-1), dims(1)),
        slice("beyond both ends", dims(-9), dims(9), dims(2), dims(1)),
        slice("backwards", dims(-1), dims(Long.MIN_VALUE + 1), dims(3), dims(-1)),
        slice("backwards by two", dims(3), dims(0), dims(3), dims(-2)),
        slice("backwards from beyond", dims(99), dims(-99), dims(2), dims(-2)),
        slice("with a step beyond the end", dims(1), dims(END), dims(3), dims(99)),
        slice("of the whole batch", dims(0, 1), dims(END, 3), dims(0, 2), dims(1, 1)),
        Arguments.of(
            "Slice without axes",
            withInput(1, 4, 5)
                .longs("starts", 0, 1)
                .longs("ends", 1, 3)
                .node("Slice", List.of("x", "starts", "ends"), "y")
                .output("y")),
        Arguments.of(
            "Slice with axes left out but steps",
            withInput(BATCH, 4)
                .longs("starts", 0, 3)
                .longs("ends", END, 0)
                .longs("steps", 1, -1)
                .node("Slice", List.of("x", "starts", "ends", "", "steps"), "y")
                .output("y")),
        Arguments.of(
            "Slice with attributes",
            withInput(BATCH, 3, 4)
                .opset(9)
                .node(
                    "Slice",
                    X,
                    "y",
                    integers("starts", 1, -3),
                    integers("ends", 3, -1),
                    integers("axes", 1, 2))
                .output("y")),
        Arguments.of(
            "Slice with attributes but axes",
            withInput(1, 3, 4)
                .opset(9)
                .node("Slice", X, "y", integers("starts", 0, 1), integers("ends", 1, 9))
                .output("y")),
        Arguments.of(
            "Slice of a constant",
            withInput(BATCH, 2)
                .floats("c", dims(4), 1, 2, 3, 4)
                .longs("starts", 3)
                .longs("ends", 0)
                .longs("axes", 0)
                .longs("steps", -2)
                .node("Slice", List.of("c", "starts", "ends", "axes", "steps"), "d")
                .node("Mul", List.of("x", "d"), "y")
                .output("y")),
        Arguments.of(
            "Slice with bounds of 32 bits",
            ints(ints(withInput(BATCH, 4), "starts", 1, "ends", 3), "axes", 1, "steps", 1)
                .node("Slice", all, "y")
                .output("y")));
  }

  private static OnnxModels ints(
      OnnxModels model, String first, int value, String second, int other) {
    return model
        .tensor(typed(first, DataType.INT32, 1).addInt32Data(value).build())
        .tensor(typed(second, DataType.INT32, 1).addInt32Data(other).build());
  }

  private static Arguments slice(String what, long[] starts, long[] ends, long[] axes, long[] by) {
    return Arguments.of(
        "Slice " + what,
        withInput(BATCH, 2, 5, 4)
            .longs("starts", starts)
            .longs("ends", ends)
            .longs("axes", axes)
            .longs("steps", by)
            .node("Slice", List.of("x", "starts", "ends", "axes", "steps"), "y")
            .output("y"));
  }

  static Stream<Arguments> splits() {
    return Stream.of(
        split("into equal parts", 13, withInput(BATCH, 6, 2), integer("axis", 1)),
        split("by an attribute", 11, withInput(BATCH, 6, 2), integers("split", 1, 3, 2), axis(1)),
        split("along the last axis", 11, withInput(BATCH, 2, 3), axis(-1)),
        split("by num_outputs", 18, withInput(BATCH, 6), axis(1), integer("num_outputs", 3)),
        split(
            "by num_outputs, uneven", 18, withInput(BATCH, 8), axis(1), integer("num_outputs", 3)),
        Arguments.of(
            "Split by an input",
            withInput(BATCH, 6)
                .longs("sizes", 2, 1, 3)
                .node("", "Split", List.of("x", "sizes"), List.of("a", "b", "c"), axis(1))
                .node("Concat", List.of("c", "a", "b"), "y", axis(1))
                .output("y")),
        Arguments.of(
            "Split with a part that is not read",
            withInput(BATCH, 6)
                .node("", "Split", X, List.of("a", "b"), axis(1))
                .node("Relu", List.of("b"), "y")
                .output("y")),
        Arguments.of(
            "Split of a constant",
            withInput(BATCH, 2)
                .floats("c", dims(4), 1, 2, 3, 4)
                .node("", "Split", List.of("c"), List.of("d", "e"))
                .node("Mul", List.of("x", "e"), "z")
                .node("Add", List.of("z", "d"), "y")
                .output("y")));
  }

  private static AttributeProto axis(long axis) {
    return integer("axis", axis);
  }

  /** Three parts, put together again the other way round. */
  private static Arguments split(
      String what, int opset, OnnxModels model, AttributeProto... attributes) {
    return Arguments.of(
        "Split " + what,
        model
            .opset(opset)
            .node("", "Split", X, List.of("a", "b", "c"), attributes)
            .node("Relu", List.of("b"), "d")
            .node("Concat", List.of("c", "d", "a"), "y", axis(attributes[0].getI() < 0 ? -1 : 1))
            .output("y"));
  }

  static Stream<Arguments> gathers() {
    List<String> xi = List.of("x", "i");
    return Stream.of(
        Arguments.of(
            "Gather by a list",
            withInput(BATCH, 3, 2)
                .longs("i", 2, 0, -1, 2)
                .node("Gather", xi, "y", axis(1))
                .output("y")),
        Arguments.of(
            "Gather by a single index",
            withInput(BATCH, 3, 2)
                .tensor(typed("i", DataType.INT64).addInt64Data(-2).build())
                .node("Gather", xi, "y", axis(2))
                .output("y")),
        Arguments.of(
            "Gather by a matrix of 32 bits",
            withInput(BATCH, 3, 2)
                .tensor(
                    typed("i", DataType.INT32, 2, 2).addAllInt32Data(List.of(0, 1, 2, 1)).build())
                .node("Gather", xi, "y", axis(-2))
                .output("y")),
        Arguments.of(
            "Gather of a constant",
            withInput(BATCH, 2)
                .floats("c", dims(3), 1, 2, 3)
                .longs("i", 2, 0)
                .node("Gather", List.of("c", "i"), "d")
                .node("Mul", List.of("x", "d"), "y")
                .output("y")));
  }

  static Stream<Arguments> expansions() {
    return Stream.of(
        expand("along an axis", withInput(BATCH, 1, 3), 1, 2, 3),
        expand("by 1 where it has more", withInput(BATCH, 1, 3), 1, 4, 1),
        expand("by fewer axes", withInput(BATCH, 1, 3), 2, 1),
        expand("to a further axis, without batch", withInput(3), 2, 3),
        expand("to a further axis of a batch of one", withInput(1, 3), 2, 1, 3),
        Arguments.of(
            "Expand of a constant",
            withInput(BATCH, 2, 2)
                .floats("c", dims(2, 1), 3, -1)
                .longs("s", 1, 2, 2)
                .node("Expand", List.of("c", "s"), "d")
                .node("Concat", List.of("x", "d"), "y", axis(2))
                .output("y")));
  }

  private static Arguments expand(String what, OnnxModels model, long... shape) {
    return Arguments.of(
        "Expand " + what,
        model
            .longs("s", shape)
            .node("Relu", X, "r")
            .node("Expand", List.of("r", "s"), "y")
            .output("y"));
  }

  static Stream<Arguments> transpositions() {
    return Stream.of(
        Arguments.of(
            "Transpose of two axes",
            withInput(BATCH, 2, 3)
                .node("Transpose", X, "y", integers("perm", 0, 2, 1))
                .output("y")),
        Arguments.of(
            "Transpose of four axes",
            withInput(BATCH, 2, 3, 4, 2)
                .node("Transpose", X, "y", integers("perm", 0, 3, 1, 4, 2))
                .output("y")),
        Arguments.of(
            "Transpose without batch, reversed",
            withInput(1, 2, 3).node("Transpose", X, "y").output("y")));
  }

  static Stream<Arguments> unitAxes() {
    return Stream.of(
        Arguments.of(
            "Squeeze of all axes that can be",
            withInput(1, 3, 1).node("Squeeze", X, "h").node("Relu", List.of("h"), "y").output("y")),
        Arguments.of(
            "Squeeze by an input, two axes",
            withInput(BATCH, 1, 3, 1)
                .longs("a", 1, -1)
                .node("Squeeze", List.of("x", "a"), "y")
                .output("y")),
        Arguments.of(
            "Unsqueeze by an attribute",
            withInput(BATCH, 3)
                .opset(11)
                .node("Unsqueeze", X, "y", integers("axes", -1, 1))
                .output("y")));
  }
}
