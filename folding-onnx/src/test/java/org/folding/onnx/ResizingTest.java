package org.folding.onnx;

import static org.folding.onnx.OnnxModels.BATCH;
import static org.folding.onnx.OnnxModels.dims;
import static org.folding.onnx.OnnxModels.integer;
import static org.folding.onnx.OnnxModels.text;
import static org.folding.onnx.OnnxModels.withInput;

import ai.onnx.proto.OnnxMl.ModelProto;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Operators that make images larger, smaller or deeper, against ONNX Runtime. */
final class ResizingTest {
  private static final List<String> X = List.of("x");

  @TempDir Path folder;

  @ParameterizedTest(name = "{0}")
  @MethodSource({"blocks", "sizes"})
  void agreesWithOnnxRuntime(String what, ModelProto model) throws Exception {
    Loading.assertAgreement(folder, what, model);
  }

  static Stream<Arguments> blocks() {
    return Stream.of(
        Arguments.of(
            "DepthToSpace, depth first",
            withInput(BATCH, 8, 2, 3)
                .node("DepthToSpace", X, "y", integer("blocksize", 2))
                .output("y")),
        Arguments.of(
            "DepthToSpace, columns first, as PixelShuffle",
            withInput(BATCH, 8, 2, 3)
                .node("DepthToSpace", X, "y", integer("blocksize", 2), text("mode", "CRD"))
                .output("y")),
        Arguments.of(
            "SpaceToDepth",
            withInput(BATCH, 2, 6, 3)
                .node("SpaceToDepth", X, "y", integer("blocksize", 3))
                .output("y")),
        Arguments.of(
            "Tile",
            withInput(BATCH, 2, 3)
                .longs("n", 1, 3, 2)
                .node("Tile", List.of("x", "n"), "y")
                .output("y")));
  }

  static Stream<Arguments> sizes() {
    return Stream.of(
        resize("nearest", "asymmetric", "floor", 1, 1, 2, 3),
        resize("nearest", "half_pixel", "round_prefer_floor", 1, 1, 3, 2),
        resize("linear", "half_pixel", "floor", 1, 1, 2, 2.5),
        resize("linear", "align_corners", "floor", 1, 1, 3, 2),
        resize("linear", "asymmetric", "floor", 1, 1, 2, 2),
        resize("linear", "pytorch_half_pixel", "floor", 1, 1, 0.5, 2),
        Arguments.of(
            "Resize to sizes",
            withInput(BATCH, 2, 3, 4)
                .longs("sizes", 1, 2, 6, 7)
                .node("Resize", List.of("x", "", "", "sizes"), "y", text("mode", "linear"))
                .output("y")),
        Arguments.of(
            "Resize of opset 10",
            withInput(BATCH, 2, 3, 4)
                .opset(10)
                .floats("scales", dims(4), 1, 1, 2, 2)
                .node("Resize", List.of("x", "scales"), "y")
                .output("y")),
        Arguments.of(
            "Upsample of opset 9",
            withInput(BATCH, 2, 3, 4)
                .opset(9)
                .floats("scales", dims(4), 1, 1, 2, 2)
                .node("Upsample", List.of("x", "scales"), "y", text("mode", "linear"))
                .output("y")));
  }

  private static Arguments resize(
      String mode, String coordinates, String rounding, double... scales) {
    return Arguments.of(
        "Resize " + mode + " " + coordinates + " by " + Arrays.toString(scales),
        withInput(BATCH, 2, 3, 4)
            .floats("scales", dims(4), scales)
            .node(
                "Resize",
                List.of("x", "", "scales"),
                "y",
                text("mode", mode),
                text("coordinate_transformation_mode", coordinates),
                text("nearest_mode", rounding))
            .output("y"));
  }
}
