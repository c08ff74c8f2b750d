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
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Operators that make one number of several, against ONNX Runtime. */
final class CombinationsTest {
  private static final List<String> X = List.of("x");

  @TempDir Path folder;

  @ParameterizedTest(name = "{0}")
  @MethodSource({"reductions", "extrema", "broadcasts", "constantBroadcasts", "constantTerms"})
  void agreesWithOnnxRuntime(String what, ModelProto model) throws Exception {
    Loading.assertAgreement(folder, what, model);
  }

  static Stream<Arguments> reductions() {
    List<Arguments> all = new ArrayList<>();
    for (String operator : List.of("ReduceSum", "ReduceMean", "ReduceMax", "ReduceMin")) {
      // ReduceSum has had its axes as an input from opset 13 on, the others from 18 on.
      for (long keep = 0; keep < 2; keep++) {
        AttributeProto keepdims = integer("keepdims", keep);
        String end = ", keepdims " + keep;
        all.add(
            Arguments.of(
                operator + " by attribute" + end,
                withInput(BATCH, 2, 3, 2)
                    .opset(11)
                    .node(operator, X, "y", integers("axes", 1, -1), keepdims)
                    .output("y")));
        all.add(
            Arguments.of(
                operator + " by input" + end,
                withInput(BATCH, 2, 3, 2)
                    .opset(18)
                    .longs("a", -2)
                    .node(operator, List.of("x", "a"), "y", keepdims)
                    .output("y")));
        all.add(
            Arguments.of(
                operator + " of all of a batch of one" + end,
                withInput(1, 2, 3).opset(18).node(operator, X, "y", keepdims).output("y")));
      }
      all.add(
          Arguments.of(
              operator + " by default",
              withInput(BATCH, 2, 3)
                  .opset(11)
                  .node(operator, X, "y", integers("axes", 1))
                  .output("y")));
      all.add(
          Arguments.of(
              operator + " of nothing",
              withInput(BATCH, 2, 3)
                  .opset(18)
                  .node("Relu", X, "r")
                  .node(operator, List.of("r"), "y", integer("noop_with_empty_axes", 1))
                  .output("y")));
      all.add(
          Arguments.of(
              operator + " of nothing, by an empty input",
              withInput(BATCH, 2, 3)
                  .opset(18)
                  .longs("a")
                  .node("Relu", X, "r")
                  .node(operator, List.of("r", "a"), "y", integer("noop_with_empty_axes", 1))
                  .output("y")));
      all.add(
          Arguments.of(
              operator + " of all by an empty input",
              withInput(1, 2, 3)
                  .opset(18)
                  .longs("a")
                  .node(operator, List.of("x", "a"), "y", integer("keepdims", 0))
                  .output("y")));
      all.add(
          Arguments.of(
              operator + " of a constant",
              withInput(BATCH, 3)
                  .opset(18)
                  .floats("c", dims(2, 3), 1, -2, 3, -4, 5, 6)
                  .longs("a", 0)
                  .node(operator, List.of("c", "a"), "d", integer("keepdims", 0))
                  .node("Mul", List.of("x", "d"), "y")
                  .output("y")));
    }
    return all.stream();
  }

  static Stream<Arguments> extrema() {
    return Stream.of("Max", "Min")
        .flatMap(
            operator ->
                Stream.of(
                    Arguments.of(
                        operator + " of two computed tensors",
                        withInput(BATCH, 2, 3)
                            .node("Neg", X, "n")
                            .node(operator, List.of("x", "n"), "y")
                            .output("y")),
                    Arguments.of(
                        operator + " of one",
                        withInput(BATCH, 3)
                            .node(operator, X, "m")
                            .node("Relu", List.of("m"), "y")
                            .output("y")),
                    Arguments.of(
                        operator + " of three and a constant, broadcast",
                        withInput(BATCH, 2, 3)
                            .longs("one", 1)
                            .floats("c", dims(3), 0.25, -0.5, 0)
                            .node("ReduceSum", List.of("x", "one"), "s")
                            .node("Neg", X, "n")
                            .node(operator, List.of("s", "n", "c", "x"), "y")
                            .output("y")),
                    Arguments.of(
                        operator + " with a constant that makes it larger",
                        withInput(BATCH, 1, 3)
                            .floats("c", dims(2, 1), 0.25, -0.5)
                            .node(operator, List.of("c", "x"), "y")
                            .output("y")),
                    Arguments.of(
                        operator + " with a scalar",
                        withInput(BATCH, 3)
                            .floats("c", dims(), 0.25)
                            .node(operator, List.of("x", "c"), "y")
                            .output("y")),
                    Arguments.of(
                        operator + " of a tensor with itself",
                        withInput(BATCH, 3).node(operator, List.of("x", "x"), "y").output("y")),
                    Arguments.of(
                        operator + " of constants",
                        withInput(BATCH, 3)
                            .floats("a", dims(3), 1, -2, 3)
                            .floats("b", dims(1), 0.5)
                            .node(operator, List.of("a", "b"), "c")
                            .node("Mul", List.of("x", "c"), "y")
                            .output("y")),
                    Arguments.of(
                        operator + " between dense layers",
                        withInput(BATCH, 2)
                            .floats("W", dims(2, 3), 1, -2, 0.5, 3, 0.25, -1)
                            .floats("V", dims(2, 3), -1, 1, 2, 0.5, -3, 1)
                            .node("Gemm", List.of("x", "W"), "a")
                            .node("Gemm", List.of("x", "V"), "b")
                            .node("Relu", List.of("a"), "r")
                            .node(operator, List.of("r", "b"), "m")
                            .node("ReduceSum", List.of("m", "one"), "y")
                            .longs("one", 1)
                            .output("y"))));
  }

  static Stream<Arguments> broadcasts() {
    return Stream.of("Add", "Sub", "Sum", "Mean")
        .flatMap(
            operator ->
                Stream.of(
                    Arguments.of(
                        operator + " of a column and a row",
                        withInput(BATCH, 2, 3)
                            .longs("one", 1)
                            .longs("two", 2)
                            .node("ReduceSum", List.of("x", "one"), "row")
                            .node("ReduceSum", List.of("x", "two"), "column")
                            .node(operator, List.of("row", "column"), "y")
                            .output("y")),
                    Arguments.of(
                        operator + " of a tensor and a row",
                        withInput(BATCH, 2, 3)
                            .longs("one", 1)
                            .node("ReduceSum", List.of("x", "one"), "row")
                            .node(operator, List.of("x", "row"), "y")
                            .output("y")),
                    Arguments.of(
                        operator + " of other numbers of axes, a batch of one",
                        withInput(1, 3)
                            .longs("zero", 0)
                            .node("Unsqueeze", List.of("x", "zero"), "u")
                            .node(operator, List.of("x", "u"), "y")
                            .output("y"))));
  }

  static Stream<Arguments> constantBroadcasts() {
    return Stream.of("Add", "Sub", "Mul", "Div")
        .flatMap(
            operator ->
                Stream.of(
                    Arguments.of(
                        operator + " of a constant that makes it larger",
                        withInput(BATCH, 1, 3)
                            .floats("c", dims(2, 1), 2, -4)
                            .node(operator, List.of("x", "c"), "y")
                            .output("y")),
                    Arguments.of(
                        operator + " of a constant with a batch axis of one",
                        withInput(BATCH, 2, 1)
                            .floats("c", dims(1, 1, 3), 2, -4, 1)
                            .node(operator, List.of("x", "c"), "y")
                            .output("y")),
                    Arguments.of(
                        operator + " of doubles",
                        withInput(DataType.DOUBLE, BATCH, 2)
                            .tensor(
                                typed("c", DataType.DOUBLE, 2)
                                    .addDoubleData(3)
                                    .addDoubleData(-7)
                                    .build())
                            .node(operator, List.of("x", "c"), "y")
                            .output("y"))));
  }

  static Stream<Arguments> constantTerms() {
    return Stream.of("Sum", "Mean")
        .flatMap(
            operator ->
                Stream.of(
                    Arguments.of(
                        operator + " of a tensor and a constant",
                        withInput(BATCH, 2, 3)
                            .floats("c", dims(3), 0.25, -0.5, 2)
                            .node(operator, List.of("c", "x"), "y")
                            .output("y")),
                    Arguments.of(
                        operator + " of two tensors and two constants, one of which is larger",
                        withInput(BATCH, 1, 3)
                            .floats("c", dims(2, 1), 2, -4)
                            .floats("s", dims(), 0.75)
                            .node("Relu", X, "r")
                            .node(operator, List.of("x", "c", "r", "s"), "y")
                            .output("y")),
                    Arguments.of(
                        operator + " with a constant that has a batch axis of one",
                        withInput(BATCH, 2, 1)
                            .floats("c", dims(1, 1, 3), 2, -4, 1)
                            .node(operator, List.of("x", "c"), "y")
                            .output("y")),
                    Arguments.of(
                        operator + " of constants alone",
                        withInput(BATCH, 3)
                            .floats("a", dims(3), 1, -2, 3)
                            .floats("b", dims(1), 0.5)
                            .node(operator, List.of("a", "b"), "c")
                            .node("Mul", List.of("x", "c"), "y")
                            .output("y"))));
  }
}
