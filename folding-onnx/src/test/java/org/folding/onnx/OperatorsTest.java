package org.folding.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.folding.onnx.OnnxModels.BATCH;
import static org.folding.onnx.OnnxModels.dims;
import static org.folding.onnx.OnnxModels.integer;
import static org.folding.onnx.OnnxModels.integers;
import static org.folding.onnx.OnnxModels.real;
import static org.folding.onnx.OnnxModels.tensorValue;
import static org.folding.onnx.OnnxModels.typed;
import static org.folding.onnx.OnnxModels.withInput;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.AttributeProto.AttributeType;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.folding.api.model.Model;
import org.folding.engine.network.NetworkEvaluator;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every operator that is supported against ONNX Runtime, on models built here. */
final class OperatorsTest {
  private static final double[] W23 = {1, -2, 0.5, 3, 0.25, -1};
  private static final double[] B3 = {0.5, -0.25, 2};

  @TempDir Path folder;

  @ParameterizedTest(name = "{0}")
  @MethodSource({"linear", "elementwise", "activations", "shapes", "types", "tails"})
  void agreesWithOnnxRuntime(String what, ModelProto model) throws Exception {
    Path file = Loading.write(folder, model);
    try (Model loaded = Loading.unchecked(file)) {
      NetworkEvaluator evaluator = new NetworkEvaluator(loaded.network().orElseThrow());
      for (int seed = 0; seed < 5; seed++) {
        double[] input = Loading.signed(loaded.inputShape().size(), seed);
        double[] expected = Loading.reference(file, input);
        double tolerance = what.contains("half") ? 2e-2 : 1e-5;
        assertThat(evaluator.output(input))
            .as("%s, input of seed %d", what, seed)
            .containsExactly(expected, within(tolerance));
      }
    }
    // The loader's own check must not refuse what is right.
    Loading.checked(file).close();
  }

  private static OnnxModels gemmModel(long[] weightDims, double... weights) {
    return withInput(BATCH, 2).floats("W", weightDims, weights).floats("B", dims(3), B3);
  }

  static Stream<Arguments> linear() {
    List<String> xwb = List.of("x", "W", "B");
    return Stream.of(
        Arguments.of("Gemm", gemmModel(dims(2, 3), W23).node("Gemm", xwb, "y").output("y")),
        Arguments.of(
            "Gemm transB",
            gemmModel(dims(3, 2), W23).node("Gemm", xwb, "y", integer("transB", 1)).output("y")),
        Arguments.of(
            "Gemm alpha beta",
            gemmModel(dims(2, 3), W23)
                .node("Gemm", xwb, "y", real("alpha", 0.5), real("beta", -3))
                .output("y")),
        Arguments.of(
            "Gemm without bias",
            gemmModel(dims(2, 3), W23).node("Gemm", List.of("x", "W"), "y").output("y")),
        Arguments.of(
            "Gemm with bias left out",
            gemmModel(dims(2, 3), W23).node("Gemm", List.of("x", "W", ""), "y").output("y")),
        Arguments.of(
            "Gemm scalar bias",
            gemmModel(dims(2, 3), W23)
                .floats("C", dims(1), 7)
                .node("Gemm", List.of("x", "W", "C"), "y")
                .output("y")),
        Arguments.of(
            "Gemm bias [1,3]",
            gemmModel(dims(2, 3), W23)
                .floats("C", dims(1, 3), 7, 8, 9)
                .node("Gemm", List.of("x", "W", "C"), "y")
                .output("y")),
        Arguments.of(
            "MatMul then Add",
            gemmModel(dims(2, 3), W23)
                .node("MatMul", List.of("x", "W"), "h")
                .node("Add", List.of("h", "B"), "y")
                .output("y")),
        Arguments.of(
            "MatMul with a vector",
            withInput(BATCH, 2)
                .floats("w", dims(2), 3, -1)
                .node("MatMul", List.of("x", "w"), "y")
                .output("y")),
        Arguments.of(
            "MatMul on rank 3, relu on it",
            withInput(BATCH, 4, 2)
                .floats("W", dims(2, 3), W23)
                .node("MatMul", List.of("x", "W"), "h")
                .node("Relu", List.of("h"), "y")
                .output("y")),
        Arguments.of(
            "MatMul on rank 4 with a matrix [1,2,3]",
            withInput(BATCH, 2, 3, 2)
                .floats("W", dims(1, 2, 3), W23)
                .node("MatMul", List.of("x", "W"), "y")
                .output("y")),
        Arguments.of(
            "MatMul with a transposed initializer",
            withInput(BATCH, 2)
                .floats("W", dims(3, 2), W23)
                .node("Transpose", List.of("W"), "V")
                .node("MatMul", List.of("x", "V"), "y")
                .output("y")),
        Arguments.of(
            "Gemm without batch axis",
            withInput(2, 1)
                .floats("W", dims(2, 3), W23)
                .node("Flatten", List.of("x"), "h", integer("axis", 0))
                .node("Gemm", List.of("h", "W"), "y")
                .output("y")),
        Arguments.of(
            "MatMul of a lone vector",
            withInput(2)
                .floats("W", dims(2, 3), W23)
                .node("MatMul", List.of("x", "W"), "y")
                .output("y")));
  }

  static Stream<Arguments> elementwise() {
    return Stream.of(
            constantOperand("Add", dims(3), 1, -2, 3),
            constantOperand("Add", dims(), 0.75),
            constantOperand("Add", dims(2, 1), 0.75, -4),
            constantOperand("Sub", dims(2, 3), 1, 2, 3, 4, 5, 6),
            constantOperand("Sub", dims(1, 2, 3), 1, 2, 3, 4, 5, 6),
            constantOperand("Mul", dims(1), -1.5),
            constantOperand("Mul", dims(1, 1, 3), 1, 0, -1),
            constantOperand("Div", dims(3), 3, -7, 0.5),
            List.of(
                Arguments.of(
                    "constants folded",
                    withInput(BATCH, 3)
                        .floats("a", dims(3), 1, 2, 3)
                        .floats("b", dims(1), 4)
                        .node("Mul", List.of("a", "b"), "c")
                        .node("Sub", List.of("c", "b"), "d")
                        .node("Div", List.of("d", "a"), "e")
                        .node("Add", List.of("x", "e"), "y")
                        .output("y")),
                Arguments.of(
                    "constants of other shape folded",
                    withInput(BATCH, 2, 3)
                        .floats("a", dims(3), 1, 2, 3)
                        .floats("b", dims(2, 1), 4, 5)
                        .node("Add", List.of("a", "b"), "c")
                        .node("Mul", List.of("c", "x"), "y")
                        .output("y")),
                Arguments.of(
                    "BatchNormalization",
                    withInput(BATCH, 3, 2)
                        .floats("s", dims(3), 1, 0.5, -2)
                        .floats("b", dims(3), 0, 1, 2)
                        .floats("m", dims(3), -1, 0.5, 3)
                        .floats("v", dims(3), 0.25, 4, 0.01)
                        .node(
                            "BatchNormalization",
                            List.of("x", "s", "b", "m", "v"),
                            "y",
                            real("epsilon", 0.001))
                        .output("y"))))
        .flatMap(List::stream);
  }

  /** A constant on either side of an input [batch,2,3], where that is linear. */
  private static List<Arguments> constantOperand(String operator, long[] dims, double... values) {
    OnnxModels right = withInput(BATCH, 2, 3).floats("c", dims, values);
    OnnxModels left = withInput(BATCH, 2, 3).floats("c", dims, values);
    String what = operator + " constant " + List.of(values.length, dims.length);
    Arguments onTheRight =
        Arguments.of(what + " right", right.node(operator, List.of("x", "c"), "y").output("y"));
    Arguments onTheLeft =
        Arguments.of(what + " left", left.node(operator, List.of("c", "x"), "y").output("y"));
    return operator.equals("Div") ? List.of(onTheRight) : List.of(onTheRight, onTheLeft);
  }

  static Stream<Arguments> activations() {
    List<String> xs = List.of("x", "s");
    return Stream.of(
        Arguments.of("Relu", withInput(BATCH, 5).node("Relu", List.of("x"), "y").output("y")),
        Arguments.of("Abs", withInput(BATCH, 5).node("Abs", List.of("x"), "y").output("y")),
        Arguments.of(
            "LeakyRelu",
            withInput(BATCH, 5)
                .node("LeakyRelu", List.of("x"), "y", real("alpha", 0.3))
                .output("y")),
        Arguments.of(
            "LeakyRelu by default",
            withInput(BATCH, 5).node("LeakyRelu", List.of("x"), "y").output("y")),
        Arguments.of(
            "PRelu one slope",
            withInput(BATCH, 2, 2).floats("s", dims(1), 0.1).node("PRelu", xs, "y").output("y")),
        Arguments.of(
            "PRelu scalar slope",
            withInput(BATCH, 2, 2).floats("s", dims(), 0.1).node("PRelu", xs, "y").output("y")),
        Arguments.of(
            "PRelu slope of each channel",
            withInput(BATCH, 2, 2)
                .floats("s", dims(2, 1), 0.1, -2)
                .node("PRelu", xs, "y")
                .output("y")));
  }

  static Stream<Arguments> shapes() {
    OnnxModels four = withInput(BATCH, 2, 3, 2).floats("W", dims(4, 1), 1, 2, -1, 3);
    return Stream.of(
        reshaped("Flatten", withInput(BATCH, 2, 3).node("Flatten", List.of("x"), "h")),
        reshaped(
            "Flatten with the batch alone before the axis",
            withInput(BATCH, 1, 2, 3).node("Flatten", List.of("x"), "h", integer("axis", 2))),
        reshaped(
            "Flatten with a negative axis",
            withInput(BATCH, 6).node("Flatten", List.of("x"), "h", integer("axis", -1))),
        reshaped("Reshape -1,6", reshape(withInput(BATCH, 2, 3), -1, 6)),
        reshaped("Reshape 0,-1", reshape(withInput(BATCH, 2, 3), 0, -1)),
        reshaped("Reshape 1,-1", reshape(withInput(1, 2, 3), 1, -1)),
        Arguments.of(
            "Reshape keeps axes by 0",
            reshape(withInput(BATCH, 2, 3, 2), 0, 0, -1)
                .node("Relu", List.of("h"), "y")
                .output("y")),
        Arguments.of(
            "Reshape by a Constant node",
            withInput(BATCH, 2, 3)
                .node(
                    "Constant",
                    List.of(),
                    "shape",
                    tensorValue(typed("", DataType.INT64, 2).addInt64Data(-1).addInt64Data(6)))
                .node("Reshape", List.of("x", "shape"), "h")
                .node("Relu", List.of("h"), "y")
                .output("y")),
        Arguments.of(
            "Reshape that merges a batch of one",
            reshape(withInput(1, 2, 3), -1).node("Relu", List.of("h"), "y").output("y")),
        reshaped(
            "Squeeze by attribute",
            withInput(BATCH, 1, 6)
                .opset(11)
                .node("Squeeze", List.of("x"), "h", integers("axes", 1))),
        reshaped(
            "Squeeze by input",
            withInput(BATCH, 6, 1).longs("axes", -1).node("Squeeze", List.of("x", "axes"), "h")),
        Arguments.of(
            "Unsqueeze of the input",
            withInput(BATCH, 3)
                .longs("axes", 1, 3)
                .node("Unsqueeze", List.of("x", "axes"), "h")
                .node("Relu", List.of("h"), "y")
                .output("y")),
        Arguments.of(
            "Unsqueeze of a constant",
            withInput(BATCH, 2, 3)
                .floats("c", dims(2), 4, 5)
                .longs("axes", 1)
                .node("Unsqueeze", List.of("c", "axes"), "d")
                .node("Mul", List.of("x", "d"), "y")
                .output("y")),
        Arguments.of(
            "Transpose of axes of one element",
            withInput(BATCH, 1, 3)
                .node("Transpose", List.of("x"), "h", integers("perm", 0, 2, 1))
                .node("Relu", List.of("h"), "y")
                .output("y")),
        Arguments.of(
            "constant of three axes transposed, reshaped, cast, passed on",
            four.longs("two", 2, 2)
                .node("Reshape", List.of("W", "two"), "a")
                .node("Transpose", List.of("a"), "b", integers("perm", 1, 0))
                .node("Identity", List.of("b"), "c")
                .node("Cast", List.of("c"), "d", integer("to", DataType.FLOAT.getNumber()))
                .node("MatMul", List.of("x", "d"), "y")
                .output("y")));
  }

  private static OnnxModels reshape(OnnxModels model, long... shape) {
    return model.longs("shape", shape).node("Reshape", List.of("x", "shape"), "h");
  }

  /** A tensor h of six elements, read by a dense layer that tells its elements apart. */
  private static Arguments reshaped(String what, OnnxModels model) {
    double[] weights = {1, 10, 100, 1000, 10000, 100000};
    return Arguments.of(
        what,
        model
            .floats("V", dims(6, 1), weights)
            .node("Mul", List.of("h", "h0"), "i")
            .floats("h0", dims(), 0.001)
            .node("Gemm", List.of("i", "V"), "y")
            .output("y"));
  }

  static Stream<Arguments> types() {
    ByteBuffer raw = ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN);
    for (double value : W23) {
      raw.putFloat((float) value);
    }
    ByteBuffer halves = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN);
    // 1.5 and −0.25 as IEEE 754 binary16.
    halves.putShort((short) 0x3e00).putShort((short) 0xb400);
    List<String> xw = List.of("x", "W");
    return Stream.of(
        Arguments.of(
            "raw float",
            withInput(BATCH, 2)
                .tensor(
                    typed("W", DataType.FLOAT, 2, 3)
                        .setRawData(ByteString.copyFrom(raw.array()))
                        .build())
                .node("MatMul", xw, "y")
                .output("y")),
        Arguments.of(
            "double",
            withInput(DataType.DOUBLE, BATCH, 2)
                .tensor(
                    typed("W", DataType.DOUBLE, 2, 1).addDoubleData(0.1).addDoubleData(-3).build())
                .node("MatMul", xw, "y")
                .output("y")),
        Arguments.of(
            "half, raw",
            withInput(DataType.FLOAT16, BATCH, 2)
                .tensor(
                    typed("W", DataType.FLOAT16, 2, 1)
                        .setRawData(ByteString.copyFrom(halves.array()))
                        .build())
                .node("MatMul", xw, "y")
                .output("y")),
        Arguments.of(
            "half, int32_data",
            withInput(DataType.FLOAT16, BATCH, 2)
                .tensor(
                    typed("W", DataType.FLOAT16, 2, 1)
                        .addInt32Data(0x3e00)
                        .addInt32Data(0xb400)
                        .build())
                .node("MatMul", xw, "y")
                .output("y")),
        Arguments.of(
            "bfloat16 weights, cast to float",
            withInput(BATCH, 2)
                .tensor(
                    typed("H", DataType.BFLOAT16, 2, 1)
                        .addInt32Data(0x3fc0)
                        .addInt32Data(0xbe80)
                        .build())
                .node("Cast", List.of("H"), "W", integer("to", DataType.FLOAT.getNumber()))
                .node("MatMul", xw, "y")
                .output("y")),
        Arguments.of(
            "input cast from float to double",
            withInput(BATCH, 2)
                .tensor(
                    typed("W", DataType.DOUBLE, 2, 1).addDoubleData(0.1).addDoubleData(-3).build())
                .node("Cast", List.of("x"), "d", integer("to", DataType.DOUBLE.getNumber()))
                .node("MatMul", List.of("d", "W"), "y")
                .output("y")),
        Arguments.of(
            "weights listed as inputs",
            withInput(BATCH, 2)
                .input("W", DataType.FLOAT, 2, 3)
                .floats("W", dims(2, 3), W23)
                .node("MatMul", xw, "y")
                .output("y")),
        Arguments.of(
            "number in a Constant node",
            withInput(BATCH, 2)
                .node("Constant", List.of(), "c", real("value_float", 2.5))
                .node("Mul", List.of("x", "c"), "y")
                .output("y")),
        Arguments.of(
            "numbers in a Constant node",
            withInput(BATCH, 2)
                .node(
                    "Constant",
                    List.of(),
                    "c",
                    AttributeProto.newBuilder()
                        .setName("value_floats")
                        .setType(AttributeType.FLOATS)
                        .addFloats(2)
                        .addFloats(-3)
                        .build())
                .node("Mul", List.of("x", "c"), "y")
                .output("y")));
  }

  static Stream<Arguments> tails() {
    return Stream.of(
        Arguments.of(
            "Dropout",
            withInput(BATCH, 3)
                .node("Relu", List.of("x"), "h")
                .node("Dropout", List.of("h"), "y")
                .output("y")),
        Arguments.of(
            "Dropout with its settings",
            withInput(BATCH, 3)
                .floats("ratio", dims(), 0.5)
                .tensor(typed("training", DataType.BOOL).addInt32Data(0).build())
                .node("Dropout", List.of("x", "ratio", "training"), "h")
                .node("Relu", List.of("h"), "y")
                .output("y")),
        Arguments.of(
            "nothing but Identity",
            withInput(BATCH, 3).node("Identity", List.of("x"), "y").output("y")),
        Arguments.of(
            "nodes that the output does not need",
            withInput(BATCH, 3)
                .node("Relu", List.of("x"), "y")
                .node("Abs", List.of("x"), "unused")
                .output("y")));
  }
}
