package org.folding.onnx;

import static org.folding.onnx.OnnxModels.BATCH;
import static org.folding.onnx.OnnxModels.integer;
import static org.folding.onnx.OnnxModels.integers;
import static org.folding.onnx.OnnxModels.text;
import static org.folding.onnx.OnnxModels.withInput;

import ai.onnx.proto.OnnxMl.AttributeProto;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Pools whose number of positions is rounded up, against ONNX Runtime. */
final class CeilModeTest {
  @TempDir Path folder;

  @ParameterizedTest(name = "{0}")
  @MethodSource("windows")
  void agreesWithOnnxRuntime(
      String what, AttributeProto kernel, AttributeProto strides, AttributeProto further)
      throws Exception {
    AttributeProto ceil = integer("ceil_mode", 1);
    AttributeProto padding = integer("count_include_pad", 1);
    check("MaxPool " + what, "MaxPool", kernel, strides, further, ceil);
    check("AveragePool " + what, "AveragePool", kernel, strides, further, ceil);
    check("padding counted, " + what, "AveragePool", kernel, strides, further, ceil, padding);
  }

  private void check(String what, String pool, AttributeProto... attributes) throws Exception {
    OnnxModels model = withInput(BATCH, 2, 5, 6).opset(19);
    Loading.assertAgreement(
        folder, what, model.node(pool, List.of("x"), "y", attributes).output("y"));
  }

  static Stream<Arguments> windows() {
    AttributeProto none = integers("pads", 0, 0, 0, 0);
    return Stream.of(
        window("ends beyond", dims(2, 3), dims(2, 2), none),
        window("would begin beyond", dims(1, 1), dims(3, 4), none),
        window("fits along one axis", dims(3, 3), dims(2, 3), none),
        window("pads", dims(2, 2), dims(3, 2), integers("pads", 1, 0, 1, 1)),
        window("would begin in the padding", dims(3, 2), dims(3, 3), integers("pads", 1, 1, 0, 1)),
        window("dilations", dims(2, 2), dims(2, 3), integers("dilations", 2, 1)),
        window("SAME_LOWER", dims(1, 2), dims(2, 2), text("auto_pad", "SAME_LOWER")),
        window("VALID", dims(2, 2), dims(2, 2), text("auto_pad", "VALID")));
  }

  private static long[] dims(long... dims) {
    return dims;
  }

  private static Arguments window(
      String what, long[] kernel, long[] strides, AttributeProto further) {
    return Arguments.of(
        what, integers("kernel_shape", kernel), integers("strides", strides), further);
  }
}
