package org.folding.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.folding.onnx.OnnxModels.BATCH;
import static org.folding.onnx.OnnxModels.dims;
import static org.folding.onnx.OnnxModels.withInput;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.folding.onnx.Composites.Composite;
import org.folding.onnx.Composites.Slopes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How far from the formulas, and how far apart, nodes may be that are one activation. */
final class CompositeLimitsTest {

  /** A thousandth of the value: what binary16 makes of constants is at most half of that. */
  @ParameterizedTest
  @CsvSource({"1.0009, true", "0.9991, true", "1.0011, false", "0.9989, false"})
  void valuesMayDifferByAThousandth(double factor, boolean recognised) {
    Graph graph =
        new Graph(
            model()
                .floats("factor", dims(), factor)
                .node("Mul", List.of("x", "factor"), "h")
                .node("Sigmoid", List.of("x"), "s")
                .node("Mul", List.of("h", "s"), "y")
                .output("y"));

    assertThat(graph.operator("s")).isEqualTo(recognised ? Optional.of("SiLU") : Optional.empty());
  }

  /** Formulas that have no operator of their own in older models. */
  @Test
  void everyFormulaIsRecognised() {
    Graph quick =
        new Graph(
            model()
                .floats("steep", dims(), 1.702)
                .node("Mul", List.of("x", "steep"), "k")
                .node("Sigmoid", List.of("k"), "s")
                .node("Mul", List.of("x", "s"), "y")
                .output("y"));
    Graph soft =
        new Graph(
            model()
                .node("Abs", List.of("x"), "a")
                .node("Add", List.of("a", "one"), "p")
                .node("Div", List.of("x", "p"), "y")
                .output("y"));
    Graph mish =
        new Graph(
            model()
                .node("Softplus", List.of("x"), "s")
                .node("Tanh", List.of("s"), "t")
                .node("Mul", List.of("t", "x"), "y")
                .output("y"));
    Graph tanh =
        new Graph(
            model()
                .floats("cubic", dims(), 0.044715)
                .floats("scale", dims(), 0.7978845608)
                .node("Mul", List.of("x", "x"), "q")
                .node("Mul", List.of("q", "cubic"), "c")
                .node("Add", List.of("c", "one"), "f")
                .node("Mul", List.of("f", "x"), "i")
                .node("Mul", List.of("i", "scale"), "u")
                .node("Tanh", List.of("u"), "t")
                .node("Add", List.of("t", "one"), "p")
                .node("Mul", List.of("x", "p"), "m")
                .node("Mul", List.of("m", "half"), "y")
                .output("y"));

    assertThat(quick.operator("s")).hasValue("QuickGelu");
    assertThat(soft.operator("a")).hasValue("Softsign");
    assertThat(mish.operator("t")).hasValue("Mish");
    assertThat(tanh.operator("t")).hasValue("Gelu");
  }

  /** Near zero by a thousandth of 0.1, so here by twice that, before it is halved. */
  @ParameterizedTest
  @CsvSource({"1.8e-4, true", "-1.8e-4, true", "2.2e-4, false", "-2.2e-4, false"})
  void smallValuesMayDifferByATenThousandth(double shift, boolean recognised) {
    Graph graph =
        new Graph(
            model()
                .floats("shift", dims(), shift)
                .node("Mul", List.of("x", "inverse"), "d")
                .node("Erf", List.of("d"), "e")
                .node("Add", List.of("e", "one"), "p")
                .node("Mul", List.of("x", "p"), "m")
                .node("Add", List.of("m", "shift"), "n")
                .node("Mul", List.of("n", "half"), "y")
                .output("y"));

    assertThat(graph.operator("e")).isEqualTo(recognised ? Optional.of("Gelu") : Optional.empty());
  }

  /** Slopes that are not quite constant: between 1 + r/2 just above zero and 1 + r far above. */
  @ParameterizedTest
  @CsvSource({
    "1, 1.5e-14, true",
    "1, 4e-14, false",
    "1, 1e-5, false",
    "1024, 1.5e-14, true",
    "0.0009765625, 4e-14, false"
  })
  void aBendMayDifferByRoundingAlone(double slope, double r, boolean recognised) {
    Graph graph =
        new Graph(
            model()
                .floats("r", dims(), r)
                .floats("slope", dims(), slope)
                .node("Greater", List.of("x", "zero"), "g")
                .node("Sigmoid", List.of("x"), "s")
                .node("Mul", List.of("s", "r"), "a")
                .node("Add", List.of("a", "one"), "b")
                .node("Mul", List.of("x", "b"), "m")
                .node("Mul", List.of("m", "slope"), "k")
                .node("Where", List.of("g", "k", "zero"), "y")
                .output("y"));

    assertThat(graph.operator("g")).isEqualTo(recognised ? Optional.of("Relu") : Optional.empty());
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 8, 9})
  void theResultIsUpToEightNodesBehindTheHead(int distance) {
    OnnxModels model = model().node("Sigmoid", List.of("x"), "s0");
    for (int i = 1; i < distance; i++) {
      model.node("Identity", List.of("s" + (i - 1)), "s" + i);
    }
    Graph graph = new Graph(model.node("Mul", List.of("x", "s" + (distance - 1)), "y").output("y"));

    Optional<Composite> found = graph.at("s0");

    assertThat(found.map(Composite::operator))
        .isEqualTo(distance <= 8 ? Optional.of("SiLU") : Optional.empty());
    found.ifPresent(
        composite -> {
          assertThat(composite.base()).isEqualTo("x");
          assertThat(composite.head()).isZero();
          assertThat(composite.exit()).isEqualTo(distance);
          assertThat(composite.members()).hasSize(distance + 1);
        });
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 8, 9})
  void thePreActivationIsUpToEightNodesBeforeTheHead(int distance) {
    OnnxModels model = model().node("Identity", List.of("x"), "i1");
    for (int i = 2; i <= distance; i++) {
      model.node("Identity", List.of("i" + (i - 1)), "i" + i);
    }
    Graph graph =
        new Graph(
            model
                .node("Sigmoid", List.of("i" + distance), "s")
                .node("Mul", List.of("x", "s"), "y")
                .output("y"));

    assertThat(graph.operator("s"))
        .isEqualTo(distance <= 8 ? Optional.of("SiLU") : Optional.empty());
  }

  /**
   * softplus(x) = max(x, 0) + ln(1 + exp(−|x|)): together the nodes are a Softplus, but the maximum
   * was written as a bend, which is walked exactly.
   */
  @Test
  void aBendStandsForItselfWithinAnotherActivation() {
    Graph graph =
        new Graph(
            model()
                .node("Greater", List.of("x", "zero"), "g")
                .node("Where", List.of("g", "x", "zero"), "w")
                .node("Abs", List.of("x"), "a")
                .node("Neg", List.of("a"), "n")
                .node("Exp", List.of("n"), "e")
                .node("Add", List.of("e", "one"), "p")
                .node("Log", List.of("p"), "l")
                .node("Add", List.of("w", "l"), "y")
                .output("y"));

    assertThat(graph.operator("g")).hasValue("Relu");
    assertThat(graph.operator("w")).hasValue("Relu");
    assertThat(graph.at("a")).isEmpty();
    assertThat(graph.at("y")).isEmpty();
  }

  /** The same with an absolute value in place of the comparison is one activation. */
  @Test
  void withoutABendOfItsOwnItIsOneActivation() {
    Graph graph =
        new Graph(
            model()
                .node("Abs", List.of("x"), "a")
                .node("Add", List.of("x", "a"), "t")
                .node("Mul", List.of("t", "half"), "w")
                .node("Neg", List.of("a"), "n")
                .node("Exp", List.of("n"), "e")
                .node("Add", List.of("e", "one"), "p")
                .node("Log", List.of("p"), "l")
                .node("Add", List.of("w", "l"), "y")
                .output("y"));

    assertThat(graph.operator("a")).hasValue("Softplus");
    assertThat(graph.at("y").orElseThrow().members()).hasSize(8);
    assertThat(graph.at("y").orElseThrow().slopes()).isEmpty();
  }

  @Test
  void tellsTheSlopesOfABend() {
    Graph graph =
        new Graph(
            model()
                .node("Less", List.of("x", "zero"), "l")
                .node("Mul", List.of("x", "half"), "h")
                .node("Where", List.of("l", "h", "x"), "y")
                .output("y"));

    Composite composite = graph.at("l").orElseThrow();

    assertThat(composite.slopes()).hasValue(new Slopes(0.5, 1));
    assertThat(composite.operator()).isEqualTo("LeakyRelu");
    assertThat(composite.members()).containsExactly(0, 1, 2);
    assertThat(new Slopes(0, 3).operator()).isEqualTo("Relu");
    assertThat(new Slopes(3, 0).operator()).isEqualTo("Relu");
    assertThat(new Slopes(-2, 2).operator()).isEqualTo("Abs");
    assertThat(new Slopes(2, 1).operator()).isEqualTo("LeakyRelu");
  }

  /** x chosen on either side is x: nothing bends. */
  @Test
  void whatDoesNotBendIsNoActivation() {
    Graph graph =
        new Graph(
            model()
                .node("Greater", List.of("x", "zero"), "g")
                .node("Where", List.of("g", "x", "x"), "y")
                .output("y"));

    assertThat(graph.at("g")).isEmpty();
  }

  /** A number with two axes gives the result two, so that it has units that the base has not. */
  @ParameterizedTest
  @CsvSource({"1, true", "2, false"})
  void aBendMustNotGetMoreAxes(int axes, boolean recognised) {
    Graph graph =
        new Graph(
            model()
                .floats("o", axes == 1 ? dims(1) : dims(1, 1), 0)
                .node("Greater", List.of("x", "o"), "g")
                .node("Where", List.of("g", "x", "zero"), "y")
                .output("y"));

    assertThat(graph.operator("g")).isEqualTo(recognised ? Optional.of("Relu") : Optional.empty());
  }

  /** What is between is read by another node, or is a result of the graph. */
  @Test
  void whatIsReadFromOutsideIsNoPartOfAnActivation() {
    OnnxModels model =
        model()
            .node("Sigmoid", List.of("x"), "s")
            .node("Mul", List.of("x", "s"), "m")
            .node("Softmax", List.of("s"), "other")
            .node("Add", List.of("m", "other"), "y");

    assertThat(new Graph(model.output("y")).at("s")).isEmpty();
    OnnxModels result =
        model().node("Sigmoid", List.of("x"), "y").node("Mul", List.of("x", "y"), "m");
    assertThat(new Graph(result.output("y")).at("y")).isEmpty();
  }

  private static OnnxModels model() {
    return withInput(DataType.DOUBLE, BATCH, 2)
        .floats("zero", dims(), 0)
        .floats("one", dims(), 1)
        .floats("half", dims(), 0.5)
        .floats("inverse", dims(), Math.sqrt(0.5));
  }

  /** What is found in a graph, by the tensors that nodes make. */
  private static final class Graph {
    private final Map<String, Integer> makers = new HashMap<>();
    private final Composites composites;

    Graph(ModelProto model) {
      Location location = Location.of(Path.of("model.onnx"));
      GraphStructure structure = GraphStructure.of(model.getGraph(), location);
      List<NodeProto> nodes = model.getGraph().getNodeList();
      for (int i = 0; i < nodes.size(); i++) {
        makers.put(nodes.get(i).getOutput(0), i);
      }
      composites = new Composites(nodes, structure, new OnnxTensors(location));
    }

    Optional<Composite> at(String tensor) {
      return composites.at(makers.get(tensor));
    }

    Optional<String> operator(String tensor) {
      return at(tensor).map(Composite::operator);
    }
  }
}
