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
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Functions of one number, by nodes; expected values are from tables. */
final class ScalarFunctionTest {

  @ParameterizedTest
  @CsvSource({
    "Neg, 2, -2",
    "Exp, 1, 2.718281828459045",
    "Log, 10, 2.302585092994046",
    "Sqrt, 2, 1.4142135623730951",
    "Reciprocal, 8, 0.125",
    "Abs, -3, 3",
    "Erf, 0.5, 0.5204998778130465",
    "Tanh, 1, 0.7615941559557649",
    "Sigmoid, 1, 0.7310585786300049",
    "Softplus, 1, 1.3132616875182228",
    "Identity, 7, 7",
    "Cast, 7.5, 7.5"
  })
  void operatorsOfOneOperand(String operator, double x, double expected) {
    assertThat(value(x, model().node(operator, List.of("x"), "y")))
        .get()
        .extracting(Number::doubleValue)
        .satisfies(found -> assertThat(found).isCloseTo(expected, within(1e-14)));
  }

  @ParameterizedTest
  @CsvSource({
    "Add, 3, 5",
    "Sub, 3, 1",
    "Mul, 3, 6",
    "Div, 3, 1.5",
    "Pow, 3, 9",
    "Greater, 3, 1",
    "Greater, 2, 0",
    "Greater, 1, 0",
    "Less, 3, 0",
    "Less, 2, 0",
    "Less, 1, 1",
    "GreaterOrEqual, 3, 1",
    "GreaterOrEqual, 2, 1",
    "GreaterOrEqual, 1, 0",
    "LessOrEqual, 3, 0",
    "LessOrEqual, 2, 1",
    "LessOrEqual, 1, 1"
  })
  void operatorsOfTwoOperands(String operator, double x, double expected) {
    assertThat(value(x, model().node(operator, List.of("x", "two"), "y"))).hasValue(expected);
  }

  /** exp(1000) is beyond all doubles, and not less than itself. */
  @Test
  void infiniteNumbersAreComparedToo() {
    OnnxModels model =
        model().node("Exp", List.of("x"), "e").node("GreaterOrEqual", List.of("e", "e"), "y");

    assertThat(value(1000, model)).hasValue(1.0);
  }

  @Test
  void whereChoosesByTheCondition() {
    OnnxModels model =
        model()
            .node("Greater", List.of("x", "two"), "g")
            .node("Neg", List.of("x"), "n")
            .node("Where", List.of("g", "x", "n"), "y");
    ScalarFunction function = function(model);

    assertThat(function.values("x", "y", new double[] {1, 2, 3, -4, 0}))
        .hasValueSatisfying(values -> assertThat(values).containsExactly(-1, -2, 3, 4, -0.0));
  }

  /** What is not chosen must be known too, as for other numbers it would be. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void whereMustKnowAllItsOperands(int unknown) {
    List<String> operands = new ArrayList<>(List.of("two", "x", "x"));
    operands.set(unknown, "u");

    assertThat(value(1, model().node("Softmax", List.of("x"), "u").node("Where", operands, "y")))
        .isEmpty();
  }

  @Test
  void whatDependsOnAnythingElseIsNotTold() {
    assertThat(value(1, model().node("Softmax", List.of("x"), "y"))).isEmpty();
    assertThat(value(1, model().node("Add", List.of("x", "several"), "y"))).isEmpty();
    assertThat(value(1, model().node("Greater", List.of("x", "several"), "y"))).isEmpty();
    assertThat(value(1, model().node("Greater", List.of("several", "x"), "y"))).isEmpty();
    assertThat(value(1, model().node("Erf", List.of("several"), "y"))).isEmpty();
    ScalarFunction function = function(model().node("Neg", List.of("x"), "y"));
    assertThat(function.values("y", "x", new double[] {1})).isEmpty();
    assertThat(function.values("y", "y", new double[] {5}))
        .hasValueSatisfying(values -> assertThat(values).containsExactly(5));
  }

  @Test
  void onlyNodesOfOneResultOfStandardOperatorsAreKnown() {
    NodeProto neg = NodeProto.newBuilder().setOpType("Neg").addInput("x").addOutput("y").build();

    assertThat(ScalarFunction.isKnown(neg)).isTrue();
    assertThat(ScalarFunction.isKnown(neg.toBuilder().setDomain("ai.onnx").build())).isTrue();
    assertThat(ScalarFunction.isKnown(neg.toBuilder().setDomain("com.acme").build())).isFalse();
    assertThat(ScalarFunction.isKnown(neg.toBuilder().setOpType("Softmax").build())).isFalse();
    assertThat(ScalarFunction.isKnown(neg.toBuilder().addOutput("z").build())).isFalse();
    assertThat(ScalarFunction.isKnown(neg.toBuilder().clearInput().build())).isFalse();
  }

  /** A cast to integers cuts numbers, but those of comparisons are 0 and 1. */
  @Test
  void wholeNumbersAreThoseOfComparisonsAlone() {
    AttributeProto int32 = integer("to", DataType.INT32_VALUE);

    assertThat(value(3, model().node("Cast", List.of("x"), "y", int32))).isEmpty();
    assertThat(
            value(3, model().node("Cast", List.of("x"), "y", integer("to", DataType.BOOL_VALUE))))
        .isEmpty();
    assertThat(
            value(
                3,
                model()
                    .node("Greater", List.of("x", "two"), "g")
                    .node("Cast", List.of("g"), "y", int32)))
        .hasValue(1.0);
    assertThat(
            value(3, model().node("Neg", List.of("x"), "n").node("Cast", List.of("n"), "y", int32)))
        .isEmpty();
    for (int type : new int[] {DataType.DOUBLE_VALUE, DataType.FLOAT16_VALUE}) {
      assertThat(value(3.5, model().node("Cast", List.of("x"), "y", integer("to", type))))
          .hasValue(3.5);
    }
  }

  @Test
  void constantsAreWhereverAModelKeepsThem() {
    ScalarFunction function =
        function(
            model()
                .node("Constant", List.of(), "float", real("value_float", 2.5))
                .node("Constant", List.of(), "tensor", tensorValue(number(7)))
                .node("Constant", List.of(), "ints", integers("value_ints", 1, 2))
                .node("Constant", List.of(), "list", tensorValue(list()))
                .node("Shape", List.of("x"), "n")
                .node("ConstantOfShape", List.of("n"), "zeros")
                .node("ConstantOfShape", List.of("n"), "nines", tensorValue(number(9)))
                .node("Expand", List.of("two", "n"), "twos")
                .node("Expand", List.of("twos", "n"), "again")
                .node("Expand", List.of("x", "n"), "wide")
                .node("Neg", List.of("x"), "y"));

    assertThat(constant(function, "two")).hasValue(2.0);
    assertThat(constant(function, "one")).hasValue(1.0);
    assertThat(constant(function, "float")).hasValue(2.5);
    assertThat(constant(function, "tensor")).hasValue(7.0);
    assertThat(constant(function, "zeros")).hasValue(0.0);
    assertThat(constant(function, "nines")).hasValue(9.0);
    assertThat(constant(function, "twos")).hasValue(2.0);
    assertThat(constant(function, "again")).hasValue(2.0);
    for (String other : List.of("several", "ints", "list", "n", "wide", "x", "y", "gone")) {
      assertThat(function.isConstant(other)).as(other).isFalse();
    }
  }

  /** What is wrong with a number is told when the node that reads it is. */
  @Test
  void aBrokenConstantIsNone() {
    OnnxModels model =
        model()
            .tensor(typed("broken", DataType.FLOAT, 1).build())
            .node("Add", List.of("x", "broken"), "y");

    assertThat(function(model).isConstant("broken")).isFalse();
    assertThat(value(1, model)).isEmpty();
  }

  @Test
  void tellsWhichNodesLieBetween() {
    ScalarFunction function =
        function(
            model()
                .node("Neg", List.of("x"), "a")
                .node("Exp", List.of("two"), "b")
                .node("Add", List.of("a", "b"), "c")
                .node("Mul", List.of("c", "a"), "d")
                .node("Softmax", List.of("d"), "e")
                .node("Neg", List.of("e"), "f")
                .node("Mul", List.of("b", "two"), "g"));

    assertThat(function.between("x", "d")).containsExactly(0, 2, 3);
    assertThat(function.between("a", "d")).containsExactly(2, 3);
    assertThat(function.between("x", "x")).isEmpty();
    assertThat(function.between("x", "b")).isEmpty();
    assertThat(function.between("x", "f")).isEmpty();
    assertThat(function.between("x", "g")).isEmpty();
  }

  @Test
  void numbersOfSeveralAxesAddAxes() {
    ScalarFunction function =
        function(
            model()
                .floats("square", dims(1, 1), 3)
                .node("Add", List.of("x", "one"), "a")
                .node("Add", List.of("a", "square"), "y"));

    assertThat(function.addsAxes(Set.of(0))).isFalse();
    assertThat(function.addsAxes(Set.of(1))).isTrue();
    assertThat(function.addsAxes(Set.of(0, 1))).isTrue();
    assertThat(function.addsAxes(Set.of())).isFalse();
  }

  private static OnnxModels model() {
    return withInput(BATCH, 2)
        .floats("two", dims(), 2)
        .floats("one", dims(1), 1)
        .floats("several", dims(2), 1, 2);
  }

  private static TensorProto.Builder number(float number) {
    return typed("", DataType.FLOAT, 1).addFloatData(number);
  }

  private static TensorProto.Builder list() {
    return typed("", DataType.FLOAT, 2).addFloatData(1).addFloatData(2);
  }

  private static Optional<Double> constant(ScalarFunction function, String tensor) {
    assertThat(function.isConstant(tensor)).as(tensor).isTrue();
    return function.values("x", tensor, new double[] {1}).map(values -> values[0]);
  }

  private static Optional<Double> value(double x, OnnxModels model) {
    return function(model).values("x", "y", new double[] {x}).map(values -> values[0]);
  }

  private static ScalarFunction function(OnnxModels model) {
    GraphProto graph = model.output("y").getGraph();
    List<NodeProto> nodes = graph.getNodeList();
    Location location = Location.of(Path.of("model.onnx"));
    Map<String, Integer> producers = new HashMap<>();
    Map<String, TensorProto> initializers = new HashMap<>();
    for (int i = 0; i < nodes.size(); i++) {
      producers.put(nodes.get(i).getOutput(0), i);
    }
    graph.getInitializerList().forEach(tensor -> initializers.put(tensor.getName(), tensor));
    GraphStructure structure =
        new GraphStructure(
            nodes, initializers, producers, GraphInput.of(graph.getInput(0), location), "y");
    return new ScalarFunction(nodes, producers, structure, new OnnxTensors(location));
  }
}
