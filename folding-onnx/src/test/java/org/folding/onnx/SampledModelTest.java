package org.folding.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.folding.onnx.OnnxModels.BATCH;
import static org.folding.onnx.OnnxModels.dims;
import static org.folding.onnx.OnnxModels.integer;
import static org.folding.onnx.OnnxModels.real;
import static org.folding.onnx.OnnxModels.text;
import static org.folding.onnx.OnnxModels.withInput;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.nio.file.Path;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.apache.commons.math3.special.Erf;
import org.folding.api.model.Evaluator;
import org.folding.api.model.Model;
import org.folding.api.model.UnitLayer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Models with smooth activations: what their units see, against the activations' formulas. */
final class SampledModelTest {
  private static final double[] ARGUMENTS = {-4, -1, -0.5, -0.01, 0.01, 0.3, 1, 2.5, 5};

  @TempDir Path folder;

  static Stream<Arguments> activations() {
    double selu = 1.0507009873554805;
    return Stream.of(
        activation("Sigmoid", 13, x -> 1 / (1 + Math.exp(-x))),
        activation("Tanh", 13, Math::tanh),
        activation("Elu", 13, x -> x > 0 ? x : Math.expm1(x)),
        activation("Selu", 13, x -> selu * (x > 0 ? x : 1.6732632423543772 * Math.expm1(x))),
        activation("Celu", 13, x -> x > 0 ? x : 2 * Math.expm1(x / 2), real("alpha", 2)),
        activation("Softplus", 13, x -> Math.log1p(Math.exp(x))),
        activation("Softsign", 13, x -> x / (1 + Math.abs(x))),
        activation("Erf", 13, Erf::erf),
        activation("Mish", 18, x -> x * Math.tanh(Math.log1p(Math.exp(x)))),
        activation("Gelu", 20, SampledModelTest::gelu),
        activation(
            "Gelu",
            20,
            x -> 0.5 * x * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (x + 0.044715 * x * x * x))),
            text("approximate", "tanh")));
  }

  private static double gelu(double x) {
    return 0.5 * x * (1 + Erf.erf(x / Math.sqrt(2)));
  }

  private static Arguments activation(
      String operator, int opset, DoubleUnaryOperator formula, AttributeProto... attributes) {
    return Arguments.of(operator, opset, formula, attributes);
  }

  /** relu(f(x) − 0.2): two layers, the first with pre-activation x, the second with f(x) − 0.2. */
  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("activations")
  void theLayerAfterASmoothOneSeesItsValues(
      String operator, int opset, DoubleUnaryOperator formula, AttributeProto[] attributes)
      throws Exception {
    ModelProto model =
        withInput(BATCH, 1)
            .opset(opset)
            .floats("c", dims(), 0.2)
            .node("f", operator, List.of("x"), "a", attributes)
            .node("Sub", List.of("a", "c"), "z")
            .node("r", "Relu", List.of("z"), "y")
            .node("Identity", List.of("y"), "out")
            .node("Add", List.of("out", "x"), "end")
            .output("end");
    try (Model loaded = Loading.checked(Loading.write(folder, model));
        Evaluator evaluator = loaded.newEvaluator().orElseThrow()) {
      assertThat(loaded.layers()).extracting(UnitLayer::operator).containsExactly(operator, "Relu");
      assertThat(loaded.obstacle(loaded.layers().get(0))).isEmpty();
      assertThat(loaded.obstacle(loaded.layers().get(1)))
          .hasValue("node 'f' (" + operator + ") is not piecewise linear");
      assertThat(UnitLayer.of(loaded.network().orElseThrow()))
          .containsExactly(loaded.layers().get(0));
      double[] margins = new double[2 * ARGUMENTS.length];
      evaluator.margins(ARGUMENTS, ARGUMENTS.length, margins);
      for (int i = 0; i < ARGUMENTS.length; i++) {
        assertThat(margins[2 * i]).isEqualTo(ARGUMENTS[i], within(1e-6));
        assertThat(margins[2 * i + 1])
            .as("%s at %s", operator, ARGUMENTS[i])
            .isEqualTo(formula.applyAsDouble(ARGUMENTS[i]) - 0.2, within(1e-5));
      }
    }
  }

  /** Of x · sigmoid(x) ONNX Runtime makes an operator that it has for float32 alone. */
  @Test
  void evaluatesWhatOnnxRuntimeWouldFuseInVain() throws Exception {
    ModelProto model =
        withInput(DataType.DOUBLE, BATCH, 1)
            .node("Sigmoid", List.of("x"), "s")
            .node("Mul", List.of("x", "s"), "a")
            .node("r", "Relu", List.of("a"), "b")
            .node("Neg", List.of("b"), "y")
            .output("y");
    try (Model loaded = Loading.checked(Loading.write(folder, model));
        Evaluator evaluator = loaded.newEvaluator().orElseThrow()) {
      assertThat(loaded.layers()).extracting(UnitLayer::operator).containsExactly("SiLU", "Relu");
      double[] margins = new double[2];
      evaluator.margins(new double[] {-1}, 1, margins);
      assertThat(margins[1]).isEqualTo(-1 / (1 + Math.E), within(1e-12));
    }
  }

  static Stream<Arguments> thresholds() {
    return Stream.of(
        Arguments.of("HardSwish", 14, new double[] {-3, 3}, new AttributeProto[0]),
        Arguments.of(
            "ThresholdedRelu", 13, new double[] {0.5}, new AttributeProto[] {real("alpha", 0.5)}),
        Arguments.of(
            "Shrink", 13, new double[] {-0.75, 0.75}, new AttributeProto[] {real("lambd", 0.75)}),
        Arguments.of(
            "HardSigmoid",
            13,
            new double[] {-2, 2},
            new AttributeProto[] {real("alpha", 0.25), real("beta", 0.5)}),
        Arguments.of("Relu", 13, new double[] {0}, new AttributeProto[0]),
        Arguments.of("Abs", 13, new double[] {0}, new AttributeProto[0]));
  }

  /** f(tanh(4x) · 4): its thresholds are those of f on a value that no network has. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("thresholds")
  void thresholdsAreThoseOfTheOperator(
      String operator, int opset, double[] thresholds, AttributeProto[] attributes)
      throws Exception {
    ModelProto model =
        withInput(BATCH, 1)
            .opset(opset)
            .floats("four", dims(), 4)
            .node("Tanh", List.of("x"), "t")
            .node("Mul", List.of("t", "four"), "z")
            .node("f", operator, List.of("z"), "y", attributes)
            .output("y");
    try (Model loaded = Loading.checked(Loading.write(folder, model));
        Evaluator evaluator = loaded.newEvaluator().orElseThrow()) {
      assertThat(loaded.layers().get(1).bitsPerUnit()).isEqualTo(thresholds.length);
      int bits = 1 + thresholds.length;
      double[] margins = new double[bits * ARGUMENTS.length];
      evaluator.margins(ARGUMENTS, ARGUMENTS.length, margins);
      for (int i = 0; i < ARGUMENTS.length; i++) {
        for (int k = 0; k < thresholds.length; k++) {
          assertThat(margins[bits * i + 1 + k])
              .isEqualTo(4 * Math.tanh(ARGUMENTS[i]) - thresholds[k], within(1e-5));
        }
      }
    }
  }

  @Test
  void gatesOfASwiGluAreExactInTheFirstBlockOnly() throws Exception {
    ModelProto model =
        withInput(BATCH, 2)
            .floats("A", dims(2, 2), 1, -1, 1, 1)
            .floats("B", dims(2, 2), 2, 0, 0, 1)
            .node("MatMul", List.of("x", "A"), "a")
            .node("MatMul", List.of("x", "B"), "b")
            .node("gate", "Sigmoid", List.of("a"), "s")
            .node("Mul", List.of("a", "s"), "g")
            .node("Mul", List.of("g", "b"), "h")
            .node("after", "Relu", List.of("h"), "y")
            .node("MatMul", List.of("y", "A"), "out")
            .output("out");
    try (Model loaded = Loading.checked(Loading.write(folder, model));
        Evaluator evaluator = loaded.newEvaluator().orElseThrow()) {
      assertThat(loaded.layers()).extracting(UnitLayer::name).containsExactly("gate", "after");
      assertThat(loaded.layers().get(0).operator()).isEqualTo("SiLU");
      assertThat(loaded.obstacle(loaded.layers().get(0))).isEmpty();
      double[] margins = new double[4];
      evaluator.margins(new double[] {1, 3}, 1, margins);
      // a = (4, 2), b = (2, 3)
      assertThat(margins[0]).isEqualTo(4);
      assertThat(margins[1]).isEqualTo(2);
      assertThat(margins[2]).isEqualTo(4 / (1 + Math.exp(-4)) * 2, within(1e-5));
      assertThat(margins[3]).isEqualTo(2 / (1 + Math.exp(-2)) * 3, within(1e-5));
    }
  }

  @Test
  void anOperatorWithoutUnitsKeepsLaterLayersFromBeingExact() throws Exception {
    ModelProto model =
        withInput(BATCH, 3)
            .node("first", "Relu", List.of("x"), "a")
            .node("soft", "Softmax", List.of("a"), "s", integer("axis", -1))
            .node("second", "Relu", List.of("s"), "b")
            .node("Neg", List.of("b"), "y")
            .output("y");
    try (Model loaded = Loading.checked(Loading.write(folder, model))) {
      assertThat(loaded.obstacles())
          .containsExactly("node 'soft' (Softmax) is not piecewise linear");
      assertThat(loaded.obstacle(loaded.layers().get(0))).isEmpty();
      assertThat(loaded.obstacle(loaded.layers().get(1))).isPresent();
    }
  }

  @Test
  void closingTwiceIsClosingOnce() throws Exception {
    ModelProto model =
        withInput(BATCH, 1)
            .node("Tanh", List.of("x"), "t")
            .node("Relu", List.of("t"), "y")
            .output("y");
    Model loaded = Loading.checked(Loading.write(folder, model));
    loaded.close();
    loaded.close();
    assertThat(loaded.layers()).hasSize(2);
  }
}
