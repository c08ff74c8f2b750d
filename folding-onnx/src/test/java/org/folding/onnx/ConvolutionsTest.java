package org.folding.onnx;

import static org.folding.onnx.OnnxModels.BATCH;
import static org.folding.onnx.OnnxModels.dims;
import static org.folding.onnx.OnnxModels.integer;
import static org.folding.onnx.OnnxModels.integers;
import static org.folding.onnx.OnnxModels.text;
import static org.folding.onnx.OnnxModels.withInput;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Convolutions, pools and what stands around them, against ONNX Runtime. */
final class ConvolutionsTest {
  private static final List<String> XWB = List.of("x", "W", "B");
  private static final List<String> X = List.of("x");

  @TempDir Path folder;

  @ParameterizedTest(name = "{0}")
  @MethodSource({"convolutions", "pools", "others"})
  void agreesWithOnnxRuntime(String what, ModelProto model) throws Exception {
    Loading.assertAgreement(folder, what, model);
  }

  private static OnnxModels conv(long[] weights, long... input) {
    int size = (int) LongStream.of(weights).reduce(1, (a, b) -> a * b);
    long[] batched = LongStream.concat(LongStream.of(BATCH), LongStream.of(input)).toArray();
    return withInput(batched)
        .floats("W", weights, numbers(size))
        .floats("B", dims(weights[0]), numbers((int) weights[0]));
  }

  private static double[] numbers(int count) {
    return new Random(count).doubles(count, -1, 1).map(x -> (float) x).toArray();
  }

  static Stream<Arguments> convolutions() {
    return Stream.of(
        Arguments.of("Conv", conv(dims(3, 2, 3, 2), 2, 5, 6).node("Conv", XWB, "y").output("y")),
        Arguments.of(
            "Conv without bias",
            conv(dims(3, 2, 3, 2), 2, 5, 6).node("Conv", List.of("x", "W"), "y").output("y")),
        Arguments.of(
            "Conv strides pads dilations",
            conv(dims(3, 2, 3, 2), 2, 7, 6)
                .node(
                    "Conv",
                    XWB,
                    "y",
                    integers("strides", 2, 1),
                    integers("pads", 1, 0, 2, 1),
                    integers("dilations", 1, 2))
                .output("y")),
        Arguments.of(
            "Conv groups",
            conv(dims(4, 1, 2, 2), 2, 4, 4)
                .node("Conv", XWB, "y", integer("group", 2))
                .output("y")),
        Arguments.of(
            "Conv SAME_UPPER",
            conv(dims(2, 1, 2, 3), 1, 5, 6)
                .node("Conv", XWB, "y", text("auto_pad", "SAME_UPPER"), integers("strides", 2, 2))
                .output("y")),
        Arguments.of(
            "Conv SAME_LOWER",
            conv(dims(2, 1, 2, 3), 1, 5, 6)
                .node("Conv", XWB, "y", text("auto_pad", "SAME_LOWER"), integers("strides", 2, 2))
                .output("y")),
        Arguments.of(
            "Conv VALID",
            conv(dims(2, 1, 2, 3), 1, 5, 6)
                .node("Conv", XWB, "y", text("auto_pad", "VALID"))
                .output("y")),
        Arguments.of(
            "ConvTranspose",
            conv(dims(2, 3, 3, 2), 2, 4, 3)
                .node("ConvTranspose", List.of("x", "W"), "y")
                .output("y")),
        Arguments.of(
            "ConvTranspose strides pads dilations output padding",
            conv(dims(2, 3, 3, 2), 2, 4, 3)
                .node(
                    "ConvTranspose",
                    List.of("x", "W"),
                    "y",
                    integers("strides", 2, 3),
                    integers("pads", 1, 0, 2, 1),
                    integers("dilations", 1, 2),
                    integers("output_padding", 1, 2))
                .output("y")),
        Arguments.of(
            "ConvTranspose groups",
            conv(dims(2, 1, 2, 2), 2, 3, 3)
                .node("ConvTranspose", XWB, "y", integer("group", 2))
                .output("y")),
        transposed("SAME_UPPER", text("auto_pad", "SAME_UPPER"), integers("strides", 2, 3)),
        transposed("SAME_LOWER", text("auto_pad", "SAME_LOWER"), integers("strides", 2, 1)),
        transposed(
            "SAME_UPPER dilations",
            text("auto_pad", "SAME_UPPER"),
            integers("strides", 1, 2),
            integers("dilations", 2, 1)),
        transposed(
            "output_shape beyond the kernel with output_padding",
            integers("output_shape", 10, 9),
            integers("output_padding", 1, 0),
            integers("strides", 2, 3)),
        transposed("VALID", text("auto_pad", "VALID"), integers("strides", 2, 2)),
        transposed("output_shape", integers("output_shape", 8, 6), integers("strides", 2, 2)),
        transposed(
            "output_shape SAME_UPPER",
            text("auto_pad", "SAME_UPPER"),
            integers("output_shape", 8, 6),
            integers("strides", 2, 2)),
        transposed(
            "output_shape output_padding",
            integers("output_shape", 8, 6),
            integers("output_padding", 1, 0),
            integers("strides", 2, 2)),
        transposed(
            "output_shape beyond the kernel",
            integers("output_shape", 10, 7),
            integers("strides", 2, 2)),
        Arguments.of(
            "Conv of one axis", conv(dims(2, 3, 2), 3, 5).node("Conv", XWB, "y").output("y")),
        Arguments.of(
            "Conv of three axes",
            conv(dims(2, 1, 2, 2, 2), 1, 3, 4, 3).node("Conv", XWB, "y").output("y")),
        Arguments.of(
            "Conv, Relu, pool and a residual connection",
            conv(dims(2, 2, 3, 3), 2, 4, 4)
                .node("Conv", XWB, "c", integers("pads", 1, 1, 1, 1))
                .node("Relu", List.of("c"), "r")
                .node("Add", List.of("r", "x"), "s")
                .node("MaxPool", List.of("s"), "m", integers("kernel_shape", 2, 2))
                .node("GlobalAveragePool", List.of("m"), "y")
                .output("y")));
  }

  private static Arguments transposed(String what, AttributeProto... attributes) {
    return Arguments.of(
        "ConvTranspose " + what,
        withInput(BATCH, 2, 4, 3)
            .floats("W", dims(2, 3, 3, 2), numbers(36))
            .floats("B", dims(3), numbers(3))
            .node("ConvTranspose", XWB, "y", attributes)
            .output("y"));
  }

  static Stream<Arguments> pools() {
    return Stream.of("MaxPool", "AveragePool")
        .flatMap(
            pool ->
                Stream.of(
                    Arguments.of(
                        pool,
                        withInput(BATCH, 2, 5, 4)
                            .node(pool, X, "y", integers("kernel_shape", 2, 3))
                            .output("y")),
                    Arguments.of(
                        pool + " strides pads",
                        withInput(BATCH, 2, 5, 4)
                            .node(
                                pool,
                                X,
                                "y",
                                integers("kernel_shape", 3, 2),
                                integers("strides", 2, 2),
                                integers("pads", 1, 1, 0, 0))
                            .output("y")),
                    Arguments.of(
                        pool + " SAME_UPPER",
                        withInput(BATCH, 1, 5, 4)
                            .node(
                                pool,
                                X,
                                "y",
                                integers("kernel_shape", 2, 2),
                                text("auto_pad", "SAME_UPPER"))
                            .output("y"))));
  }

  static Stream<Arguments> others() {
    return Stream.of(
        Arguments.of(
            "AveragePool count_include_pad",
            withInput(BATCH, 1, 4, 4)
                .node(
                    "AveragePool",
                    X,
                    "y",
                    integers("kernel_shape", 2, 2),
                    integers("pads", 1, 1, 1, 1),
                    integer("count_include_pad", 1))
                .output("y")),
        Arguments.of(
            "GlobalMaxPool", withInput(BATCH, 2, 3, 4).node("GlobalMaxPool", X, "y").output("y")),
        Arguments.of(
            "GlobalMaxPool of one axis",
            withInput(BATCH, 3, 4).node("GlobalMaxPool", X, "y").output("y")),
        Arguments.of(
            "Concat with a constant",
            withInput(BATCH, 2, 3)
                .floats("c", dims(1, 1, 3), 1, -2, 3)
                .node("Concat", List.of("c", "x"), "y", integer("axis", 1))
                .output("y")),
        Arguments.of(
            "Pad",
            withInput(BATCH, 1, 2, 3)
                .longs("pads", 0, 0, 1, 2, 0, 0, 0, 1)
                .floats("value", dims(), 0.5)
                .node("Pad", List.of("x", "pads", "value"), "y")
                .output("y")),
        Arguments.of(
            "Pad that takes away",
            withInput(BATCH, 2, 3, 4)
                .longs("pads", 0, 0, -1, 2, 0, 1, 0, -3)
                .node("Pad", List.of("x", "pads"), "y")
                .output("y")),
        Arguments.of(
            "Pad along some axes",
            withInput(BATCH, 2, 3, 4)
                .opset(18)
                .longs("pads", 1, 0, 2, 3)
                .longs("axes", 3, 1)
                .floats("value", dims(), -0.5)
                .node("Pad", List.of("x", "pads", "value", "axes"), "y")
                .output("y")),
        Arguments.of(
            "Pad along axes from the end, without a value",
            withInput(BATCH, 2, 3, 4)
                .opset(21)
                .longs("pads", -1, 2, 1, -1)
                .longs("axes", -1, -3)
                .node("Pad", List.of("x", "pads", "", "axes"), "y")
                .output("y")),
        Arguments.of(
            "Pad that names the batch axis and pads others",
            withInput(BATCH, 3)
                .opset(18)
                .longs("pads", 0, 1, 0, 1)
                .longs("axes", 0, 1)
                .node("Pad", List.of("x", "pads", "", "axes"), "y")
                .output("y")),
        Arguments.of(
            "Clip",
            withInput(BATCH, 3)
                .floats("low", dims(), -0.25)
                .floats("high", dims(), 0.5)
                .node("Clip", List.of("x", "low", "high"), "y")
                .output("y")),
        Arguments.of(
            "Concat of channels",
            withInput(BATCH, 2, 3)
                .node("Relu", X, "r")
                .node("Concat", List.of("x", "r", "x"), "y", integer("axis", 1))
                .output("y")),
        Arguments.of(
            "Concat of the last axis",
            withInput(BATCH, 2, 3)
                .node("Relu", X, "r")
                .node("Concat", List.of("r", "x"), "y", integer("axis", -1))
                .output("y")),
        Arguments.of(
            "Sub of two computed tensors",
            withInput(BATCH, 3)
                .node("Relu", X, "r")
                .node("Sub", List.of("x", "r"), "y")
                .output("y")));
  }
}
