package org.folding.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.folding.onnx.OnnxModels.BATCH;
import static org.folding.onnx.OnnxModels.dims;
import static org.folding.onnx.OnnxModels.integer;
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

/** Activations that exporters write as several nodes, each one layer with the bits of z > 0. */
final class CompositesTest {
  @TempDir Path folder;

  @ParameterizedTest(name = "{0}")
  @MethodSource("written")
  void isOneLayerOfItsOperator(String what, List<String> operators, ModelProto model)
      throws Exception {
    try (Model loaded = Loading.checked(Loading.write(folder, model))) {
      assertThat(loaded.layers())
          .as(what)
          .extracting(UnitLayer::operator)
          .containsExactlyElementsOf(operators);
      assertThat(loaded.obstacle(loaded.layers().get(0))).as(what).isEmpty();
    }
  }

  static Stream<Arguments> written() {
    return Stream.of(
        Arguments.of(
            "GELU by a division and erf",
            List.of("Gelu"),
            model()
                .node("Div", List.of("z", "root"), "d")
                .node("Erf", List.of("d"), "e")
                .node("Add", List.of("e", "one"), "p")
                .node("Mul", List.of("z", "p"), "m")
                .node("Mul", List.of("m", "half"), "y")
                .output("y")),
        Arguments.of(
            "GELU with the factors in another order",
            List.of("Gelu"),
            model()
                .node("Mul", List.of("inverse", "z"), "d")
                .node("Erf", List.of("d"), "e")
                .node("Add", List.of("one", "e"), "p")
                .node("Mul", List.of("half", "p"), "m")
                .node("Mul", List.of("m", "z"), "y")
                .output("y")),
        Arguments.of(
            "GELU by tanh, with a cube as a power",
            List.of("Gelu"),
            model()
                .node("Pow", List.of("z", "three"), "c")
                .node("Mul", List.of("c", "cubic"), "k")
                .node("Add", List.of("z", "k"), "s")
                .node("Mul", List.of("s", "tanh_scale"), "u")
                .node("Tanh", List.of("u"), "t")
                .node("Add", List.of("t", "one"), "p")
                .node("Mul", List.of("z", "half"), "h")
                .node("Mul", List.of("h", "p"), "y")
                .output("y")),
        Arguments.of(
            "SiLU",
            List.of("SiLU"),
            model()
                .node("Sigmoid", List.of("z"), "s")
                .node("Mul", List.of("z", "s"), "y")
                .output("y")),
        Arguments.of(
            "Mish by softplus and tanh",
            List.of("Mish"),
            model()
                .node("Softplus", List.of("z"), "s")
                .node("Tanh", List.of("s"), "t")
                .node("Mul", List.of("z", "t"), "y")
                .output("y")),
        Arguments.of(
            "softplus by exp and log",
            List.of("Softplus"),
            model()
                .node("Exp", List.of("z"), "e")
                .node("Add", List.of("e", "one"), "p")
                .node("Log", List.of("p"), "y")
                .output("y")),
        Arguments.of(
            "a sigmoid that is read elsewhere too is a sigmoid",
            List.of("Sigmoid", "Relu"),
            model()
                .node("Sigmoid", List.of("z"), "s")
                .node("Mul", List.of("z", "s"), "m")
                .node("Add", List.of("m", "s"), "p")
                .node("Relu", List.of("p"), "q")
                .node("Neg", List.of("q"), "y")
                .output("y")),
        Arguments.of(
            "a gate on another tensor is a sigmoid",
            List.of("Sigmoid"),
            model()
                .node("Sigmoid", List.of("z"), "s")
                .node("Mul", List.of("x", "s"), "y")
                .output("y")),
        Arguments.of(
            "a choice by another threshold than zero is one by a comparison",
            List.of("Greater"),
            model()
                .node("Greater", List.of("z", "tiny"), "g")
                .node("Where", List.of("g", "z", "zero"), "y")
                .output("y")),
        Arguments.of(
            "a choice that jumps is one by a comparison",
            List.of("Greater"),
            model()
                .node("Greater", List.of("z", "zero"), "g")
                .node("Where", List.of("g", "z", "one"), "y")
                .output("y")));
  }

  /** These are walked exactly; whether their functions are right ONNX Runtime says. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("rectifiers")
  void isExactWhereItBendsAtZeroAlone(String what, String operator, ModelProto model)
      throws Exception {
    Loading.assertAgreement(folder, what, model);
    try (Model loaded = Loading.checked(Loading.write(folder, model))) {
      assertThat(loaded.layers())
          .as(what)
          .extracting(UnitLayer::operator)
          .containsExactly(operator, "Relu");
      assertThat(loaded.layers()).as(what).allMatch(layer -> loaded.obstacle(layer).isEmpty());
    }
  }

  static Stream<Arguments> rectifiers() {
    return Stream.of(
        Arguments.of(
            "ReLU by a choice",
            "Relu",
            followed(
                model()
                    .node("Greater", List.of("z", "zero"), "g")
                    .node("Where", List.of("g", "z", "zero"), "r"))),
        Arguments.of(
            "ReLU by the other choice, as a threshold is written",
            "Relu",
            followed(
                model()
                    .node("LessOrEqual", List.of("z", "zero"), "g")
                    .node("Where", List.of("g", "zero", "z"), "r"))),
        Arguments.of(
            "ReLU by a mask",
            "Relu",
            followed(
                model()
                    .node("Greater", List.of("z", "zero"), "g")
                    .node("Cast", List.of("g"), "m", integer("to", DataType.FLOAT_VALUE))
                    .node("Mul", List.of("z", "m"), "r"))),
        Arguments.of(
            "leaky ReLU by a choice",
            "LeakyRelu",
            followed(
                model()
                    .node("Less", List.of("z", "zero"), "l")
                    .node("Mul", List.of("z", "half"), "h")
                    .node("Where", List.of("l", "h", "z"), "r"))),
        Arguments.of(
            "ReLU by a comparison with the number first",
            "Relu",
            followed(
                model()
                    .node("Less", List.of("zero", "z"), "l")
                    .node("Where", List.of("l", "z", "zero"), "r"))),
        Arguments.of(
            "ReLU by a choice of zeros of the shape",
            "Relu",
            followed(
                model()
                    .node("Shape", List.of("z"), "n")
                    .node("ConstantOfShape", List.of("n"), "zeros")
                    .node("Greater", List.of("z", "zeros"), "g")
                    .node("Where", List.of("g", "z", "zeros"), "r"))),
        Arguments.of(
            "what is negative",
            "Relu",
            followed(
                model()
                    .node("Less", List.of("z", "zero"), "l")
                    .node("Cast", List.of("l"), "m", integer("to", DataType.FLOAT_VALUE))
                    .node("Mul", List.of("z", "m"), "r"))),
        Arguments.of(
            "two slopes that are not one",
            "LeakyRelu",
            followed(
                model()
                    .node("Greater", List.of("z", "zero"), "g")
                    .node("Mul", List.of("z", "three"), "u")
                    .node("Mul", List.of("z", "half"), "h")
                    .node("Where", List.of("g", "u", "h"), "r"))),
        Arguments.of(
            "absolute value by a choice",
            "Abs",
            followed(
                model()
                    .node("GreaterOrEqual", List.of("z", "zero"), "g")
                    .node("Neg", List.of("z"), "n")
                    .node("Where", List.of("g", "z", "n"), "r"))));
  }

  /** Together they are one leaky ReLU, but two were written. */
  @Test
  void twoBendsOfOneTensorStandForThemselves() throws Exception {
    ModelProto model =
        model()
            .node("Greater", List.of("z", "zero"), "g")
            .node("Where", List.of("g", "z", "zero"), "p")
            .node("Less", List.of("z", "zero"), "l")
            .node("Where", List.of("l", "z", "zero"), "n")
            .node("Mul", List.of("n", "half"), "h")
            .node("Add", List.of("p", "h"), "s")
            .node("Neg", List.of("s"), "y")
            .output("y");

    Loading.assertAgreement(folder, "two bends", model);
    try (Model loaded = Loading.checked(Loading.write(folder, model))) {
      assertThat(loaded.layers()).extracting(UnitLayer::operator).containsExactly("Relu", "Relu");
    }
  }

  @Test
  void whatIsCutToWholeNumbersBendsElsewhere() throws Exception {
    ModelProto model =
        model()
            .node("Cast", List.of("z"), "i", integer("to", DataType.INT32_VALUE))
            .node("Greater", List.of("i", "none"), "g")
            .node("Where", List.of("g", "z", "zero"), "y")
            .output("y");

    try (Model loaded = Loading.checked(Loading.write(folder, model))) {
      assertThat(loaded.layers()).isEmpty();
      assertThat(loaded.outputObstacle()).isPresent();
    }
  }

  private static ModelProto followed(OnnxModels model) {
    return model
        .node("Sub", List.of("r", "half"), "s")
        .node("Relu", List.of("s"), "t")
        .node("Neg", List.of("t"), "y")
        .output("y");
  }

  private static OnnxModels model() {
    return withInput(BATCH, 2)
        .floats("zero", dims(), 0)
        .tensor(typed("none", DataType.INT32).addInt32Data(0).build())
        .floats("tiny", dims(), 1e-6)
        .floats("one", dims(), 1)
        .floats("half", dims(), 0.5)
        .floats("three", dims(), 3)
        .floats("root", dims(), Math.sqrt(2))
        .floats("inverse", dims(1), Math.sqrt(0.5))
        .floats("cubic", dims(), 0.044715)
        .floats("tanh_scale", dims(), Math.sqrt(2 / Math.PI))
        .floats("W", dims(2, 2), 1, 2, -3, 4)
        .node("MatMul", List.of("x", "W"), "z");
  }
}
