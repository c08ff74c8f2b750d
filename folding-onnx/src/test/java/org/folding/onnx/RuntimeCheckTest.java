package org.folding.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.folding.onnx.OnnxModels.BATCH;
import static org.folding.onnx.OnnxModels.dims;
import static org.folding.onnx.OnnxModels.integer;
import static org.folding.onnx.OnnxModels.typed;
import static org.folding.onnx.OnnxModels.withInput;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.folding.api.InvalidInputException;
import org.folding.api.model.Model;
import org.folding.api.network.Dense;
import org.folding.api.network.Network;
import org.folding.api.network.Operation;
import org.folding.api.network.Rectifier;
import org.folding.api.network.Shape;
import org.folding.api.network.Tensor;
import org.folding.api.network.UnitRole;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The check must find a model that was misread, by however little rounding does not explain. */
final class RuntimeCheckTest {
  private static final int WIDTH = 40;

  @TempDir Path folder;
  private LoadedGraph graph;

  @BeforeEach
  void readDeepModel() throws Exception {
    Random random = new Random(7);
    OnnxModels model = withInput(BATCH, WIDTH);
    String tensor = "x";
    for (int layer = 0; layer < 6; layer++) {
      TensorProto.Builder weights = typed("W" + layer, DataType.FLOAT, WIDTH, WIDTH);
      for (int i = 0; i < WIDTH * WIDTH; i++) {
        weights.addFloatData((float) (random.nextGaussian() * Math.sqrt(2.0 / WIDTH)));
      }
      model
          .tensor(weights.build())
          .node("MatMul", List.of(tensor, "W" + layer), "z" + layer)
          .node("Relu", List.of("z" + layer), "a" + layer);
      tensor = "a" + layer;
    }
    graph = GraphReader.read(OnnxFile.read(Loading.write(folder, model.output("z5"))));
  }

  private void check(Network network) {
    new RuntimeCheck(graph.file().location(), "model.onnx.check=false").check(graph, network);
  }

  private Network rebuilt(UnaryOperator<Operation> change) {
    Network.Builder builder =
        Network.builder("changed", graph.checked().orElseThrow().inputShape());
    for (Network.Node node : graph.checked().orElseThrow().nodes()) {
      builder.then(node.name(), change.apply(node.operation()));
    }
    return builder.build();
  }

  @Test
  void acceptsTheModelItself() {
    assertThatCode(() -> check(rebuilt(operation -> operation))).doesNotThrowAnyException();
  }

  @Test
  void refusesWeightsThatAreOffByOneInTenThousand() {
    assertThatThrownBy(
            () -> check(rebuilt(o -> o instanceof Dense dense ? scaled(dense, 1.0001) : o)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContainingAll(
            "model.onnx: output 'z5' differs", "at element 0", "model.onnx.check=false")
        .hasMessageContainingAll(" instead of ", " apart, and rounding explains at most ")
        .hasMessageNotContaining("\n");
  }

  @Test
  void refusesTransposedWeightsAndWrongSlopes() {
    assertThatThrownBy(() -> check(rebuilt(o -> o instanceof Dense d ? transposed(d) : o)))
        .hasMessageContaining("differs from ONNX Runtime's");
    Rectifier leaky = new Rectifier("LeakyRelu", Tensor.scalar(0.001), UnitRole.HIDDEN);
    assertThatThrownBy(() -> check(rebuilt(o -> o instanceof Rectifier ? leaky : o)))
        .hasMessageContaining("differs from ONNX Runtime's");
  }

  @Test
  void refusesAnOutputOfAnotherSize() {
    Dense narrow = new Dense(Tensor.of(Shape.of(1, WIDTH), new double[WIDTH]), Tensor.vector(0));
    Network.Builder builder = Network.builder("narrow", Shape.of(WIDTH));
    builder.then("narrow", narrow);
    Network network = builder.build();
    assertThatThrownBy(() -> check(network))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("has 40 values in ONNX Runtime but 1");
  }

  @Test
  void saysWhenOnnxRuntimeCannotEvaluate() throws Exception {
    ModelProto future =
        withInput(BATCH, 3).node("Relu", List.of("x"), "y").output("y").toBuilder()
            .setIrVersion(99)
            .build();
    Path file = Loading.write(folder, future);
    assertThatThrownBy(() -> Loading.checked(file).close())
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContainingAll("cannot evaluate", "input 'x'", "IR version: 99", "check=false")
        .hasMessageNotContaining("\n");
    assertThatCode(() -> Loading.unchecked(file).close()).doesNotThrowAnyException();
  }

  private static Dense scaled(Dense dense, double factor) {
    double[] weights = dense.weights().toArray();
    for (int i = 0; i < weights.length; i++) {
      weights[i] *= factor;
    }
    return new Dense(Tensor.of(dense.weights().shape(), weights), dense.bias());
  }

  private static Dense transposed(Dense dense) {
    double[] weights = new double[WIDTH * WIDTH];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = dense.weights().get(i % WIDTH * WIDTH + i / WIDTH);
    }
    return new Dense(Tensor.of(dense.weights().shape(), weights), dense.bias());
  }

  /** As in mixed precision: the cast rounds more than all else. */
  @Test
  void allowsForCastsToANarrowerType() throws Exception {
    ModelProto model =
        withInput(BATCH, 3)
            .floats("third", dims(), 1 / 3.0)
            .node("Mul", List.of("x", "third"), "z")
            .node("Cast", List.of("z"), "h", integer("to", DataType.FLOAT16_VALUE))
            .node("Cast", List.of("h"), "f", integer("to", DataType.FLOAT_VALUE))
            .node("Relu", List.of("f"), "r")
            .node("Neg", List.of("r"), "y")
            .output("y");
    try (Model loaded = Loading.checked(Loading.write(folder, model))) {
      assertThat(loaded.network()).isPresent();
    }
  }
}
