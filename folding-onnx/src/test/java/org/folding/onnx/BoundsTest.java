package org.folding.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.folding.onnx.OnnxModels.BATCH;
import static org.folding.onnx.OnnxModels.dims;
import static org.folding.onnx.OnnxModels.integer;
import static org.folding.onnx.OnnxModels.real;
import static org.folding.onnx.OnnxModels.tensorValue;
import static org.folding.onnx.OnnxModels.typed;
import static org.folding.onnx.OnnxModels.withInput;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.folding.api.model.Model;
import org.folding.api.model.UnitLayer;
import org.folding.api.network.Shape;
import org.folding.api.network.UnitRole;
import org.folding.engine.network.NetworkEvaluator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Clip with two, one or no bounds, and HardSigmoid, against ONNX Runtime; and their bits. */
final class BoundsTest {
  private static final double INFINITY = Double.POSITIVE_INFINITY;

  @TempDir Path folder;

  @ParameterizedTest(name = "{0}")
  @MethodSource({"clips", "hardSigmoids"})
  void agreesWithOnnxRuntime(String what, ModelProto model) throws Exception {
    Loading.assertAgreement(folder, what, model);
  }

  static Stream<Arguments> clips() {
    return Stream.of(
        Arguments.of("Clip min and max", clip(-0.25, 0.5)),
        Arguments.of("Clip min, max infinite", clip(-0.25, INFINITY)),
        Arguments.of("Clip max, min infinite", clip(-INFINITY, 0.5)),
        Arguments.of("Clip both infinite", clip(-INFINITY, INFINITY)),
        Arguments.of("Clip min, greatest max", clip(0, Float.MAX_VALUE)),
        Arguments.of("Clip max, least min", clip(-Float.MAX_VALUE, 0)),
        Arguments.of("Clip min alone", oneBound(List.of("x", "bound"))),
        Arguments.of("Clip max alone", oneBound(List.of("x", "", "bound"))),
        Arguments.of(
            "Clip of nothing",
            withInput(BATCH, 3)
                .node("Clip", List.of("x"), "c")
                .node("Relu", List.of("c"), "y")
                .output("y")),
        attributes("min", real("min", -0.25)),
        attributes("max", real("max", 0.25)),
        attributes("min and max", real("min", -0.5), real("max", 0.25)),
        attributes("none"),
        attributes("infinite ones", real("min", -INFINITY), real("max", INFINITY)),
        Arguments.of(
            "Clip with Constant nodes",
            withInput(BATCH, 3)
                .node("Constant", List.of(), "low", real("value_float", 0))
                .node("Constant", List.of(), "high", real("value_float", INFINITY))
                .node("Identity", List.of("high"), "higher")
                .node("Cast", List.of("higher"), "highest", integer("to", 1))
                .node("Clip", List.of("x", "low", "highest"), "y")
                .output("y")),
        Arguments.of(
            "Clip of doubles",
            withInput(DataType.DOUBLE, BATCH, 3)
                .tensor(typed("low", DataType.DOUBLE).addDoubleData(-0.5).build())
                .tensor(typed("high", DataType.DOUBLE).addDoubleData(INFINITY).build())
                .node("Clip", List.of("x", "low", "high"), "y")
                .output("y")),
        Arguments.of(
            "Clip of doubles by what a float cannot hold",
            withInput(DataType.DOUBLE, BATCH, 3)
                .tensor(typed("low", DataType.DOUBLE).addDoubleData(-0.5).build())
                .tensor(typed("high", DataType.DOUBLE).addDoubleData(1e100).build())
                .node("Clip", List.of("x", "low", "high"), "y")
                .output("y")));
  }

  private static ModelProto clip(double low, double high) {
    return withInput(BATCH, 5)
        .floats("low", dims(), low)
        .floats("high", dims(), high)
        .node("act", "Clip", List.of("x", "low", "high"), "c")
        .floats("W", dims(5, 1), 1, 2, 3, 4, 5)
        .node("MatMul", List.of("c", "W"), "y")
        .output("y");
  }

  private static ModelProto oneBound(List<String> inputs) {
    return withInput(BATCH, 3).floats("bound", dims(), 0.25).node("Clip", inputs, "y").output("y");
  }

  private static Arguments attributes(String what, AttributeProto... attributes) {
    return Arguments.of(
        "Clip with the attributes " + what,
        withInput(BATCH, 3)
            .opset(10)
            .node("Clip", List.of("x"), "c", attributes)
            .node("Relu", List.of("c"), "y")
            .output("y"));
  }

  static Stream<Arguments> hardSigmoids() {
    return Stream.of(
        Arguments.of(
            "HardSigmoid", withInput(BATCH, 6).node("HardSigmoid", List.of("x"), "y").output("y")),
        Arguments.of(
            "HardSigmoid alpha beta",
            withInput(BATCH, 6)
                .node("HardSigmoid", List.of("x"), "y", real("alpha", 1.5), real("beta", 0.25))
                .output("y")));
  }

  @Test
  void bothBoundsGiveTwoBitsAndOneBoundOne() throws Exception {
    assertThat(layers(clip(-0.25, 0.5)))
        .containsExactly(new UnitLayer("act", "Clip", Shape.of(5), UnitRole.HIDDEN, 2));
    assertThat(layers(clip(-0.25, INFINITY)))
        .containsExactly(new UnitLayer("act", "Clip", Shape.of(5), UnitRole.HIDDEN, 1));
    assertThat(layers(clip(-INFINITY, 0.5)))
        .containsExactly(new UnitLayer("act", "Clip", Shape.of(5), UnitRole.HIDDEN, 1));
    assertThat(layers(clip(-INFINITY, INFINITY))).isEmpty();
  }

  /** As exporters write a clamp with one bound. */
  @Test
  void theExtremumOfATensorAndANumberHasTheBitOfAClip() throws Exception {
    for (String operator : List.of("Max", "Min")) {
      UnitLayer units = new UnitLayer("act", operator, Shape.of(3), UnitRole.HIDDEN, 1);
      assertThat(layers(extremum(operator, dims(), 0.25))).containsExactly(units);
      assertThat(layers(extremum(operator, dims(1, 1), 0.25))).containsExactly(units);
      assertThat(layers(extremum(operator, dims(3), 0.25, 0.25, 0.25))).containsExactly(units);
      assertThat(layers(extremum(operator, dims(3), 0.25, 0.5, 0.25))).isEmpty();
      assertThat(layers(extremum(operator, dims(2, 3, 1), 1, 1, 1, 1, 1, 1))).isEmpty();
    }
    assertThat(layers(extremum("Max", dims(), -Float.MAX_VALUE))).isEmpty();
    assertThat(layers(extremum("Min", dims(), INFINITY))).isEmpty();
    Loading.assertAgreement(folder, "Max of nothing", extremum("Max", dims(), -INFINITY));
  }

  /** The shape of what follows something smooth is not known, but the number is. */
  @Test
  void aNumberRepeatedToAnUnknownShapeIsOneNumber() throws Exception {
    for (List<String> inputs : List.of(List.of("s", "zeros"), List.of("ones", "s"))) {
      ModelProto model =
          withInput(BATCH, 3)
              .floats("one", dims(), 1)
              .node("smooth", "Sigmoid", List.of("x"), "s")
              .node("Shape", List.of("s"), "n")
              .node("ConstantOfShape", List.of("n"), "zeros")
              .node("Expand", List.of("one", "n"), "ones")
              .node("act", "Max", inputs, "m")
              .node("compared", "Greater", inputs, "g")
              .node("Cast", List.of("g"), "c", integer("to", 1))
              .node("Mul", List.of("m", "c"), "y")
              .output("y");

      assertThat(layers(model)).extracting(UnitLayer::name).contains("smooth", "act", "compared");
    }
  }

  /** ONNX Runtime repeats numbers of any type; those of a network are floats. */
  @Test
  void whatNoNetworkHoldsMayBeRepeatedBehindSomethingSmooth() throws Exception {
    ModelProto model =
        withInput(BATCH, 3)
            .node("smooth", "Sigmoid", List.of("x"), "s")
            .node("Shape", List.of("s"), "n")
            .node(
                "ConstantOfShape",
                List.of("n"),
                "bytes",
                tensorValue(typed("", DataType.UINT8, 1).addInt32Data(1)))
            .node("Cast", List.of("bytes"), "ones", integer("to", 1))
            .node("Mul", List.of("s", "ones"), "m")
            .node("act", "Relu", List.of("m"), "y")
            .output("y");

    assertThat(layers(model)).extracting(UnitLayer::name).contains("smooth", "act");
  }

  private static ModelProto extremum(String operator, long[] dims, double... numbers) {
    return withInput(BATCH, 3)
        .floats("c", dims, numbers)
        .node("act", operator, List.of("x", "c"), "m")
        .node("Neg", List.of("m"), "y")
        .output("y");
  }

  private List<UnitLayer> layers(ModelProto model) throws Exception {
    try (Model loaded = Loading.unchecked(Loading.write(folder, model))) {
      return loaded.layers();
    }
  }

  @Test
  void aBitIsOneAboveItsBound() throws Exception {
    double[] points = {-2, 0.25, 0.5, 0.75, 2};
    double[] margins = new double[5];
    try (Model lower = Loading.unchecked(Loading.write(folder, clip(0.5, INFINITY)))) {
      new NetworkEvaluator(lower.network().orElseThrow()).margins(points, 1, margins);
      assertThat(margins).containsExactly(-2.5, -0.25, 0, 0.25, 1.5);
    }
    try (Model upper = Loading.unchecked(Loading.write(folder, clip(-INFINITY, 0.5)))) {
      new NetworkEvaluator(upper.network().orElseThrow()).margins(points, 1, margins);
      assertThat(margins).containsExactly(-2.5, -0.25, 0, 0.25, 1.5);
    }
  }
}
