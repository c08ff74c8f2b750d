package org.folding.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.folding.onnx.OnnxModels.BATCH;
import static org.folding.onnx.OnnxModels.dims;
import static org.folding.onnx.OnnxModels.integer;
import static org.folding.onnx.OnnxModels.withInput;

import ai.onnx.proto.OnnxMl.ModelProto;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.folding.api.model.Model;
import org.folding.api.model.UnitLayer;
import org.folding.api.network.Dense;
import org.folding.api.network.Network;
import org.folding.api.network.Shape;
import org.folding.api.network.UnitRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a loaded model looks like: names, roles, shapes, and what was left out. */
final class StructureTest {
  @TempDir Path folder;

  private Model load(ModelProto model) throws IOException {
    return Loading.checked(Loading.write(folder, model));
  }

  @Test
  void namesAreThoseOfTheFileMadeUnique() throws IOException {
    ModelProto model =
        withInput(BATCH, 3)
            .node("", "Relu", List.of("x"), "a")
            .node("/1/Relu", "Relu", List.of("a"), "b")
            .node("/1/Relu", "Relu", List.of("b"), "c")
            .node("Relu_1", "Abs", List.of("c"), "d")
            .node("", "Relu", List.of("d"), "e")
            .node("two\nlines", "Relu", List.of("e"), "y")
            .output("y");
    try (Model loaded = load(model)) {
      assertThat(loaded.layers())
          .extracting(UnitLayer::name)
          .containsExactly("Relu_0", "/1/Relu", "/1/Relu_2", "Relu_1", "Relu_2", "two lines");
    }
  }

  /** Unicode's Bidi_Control characters, and a command to terminals that is one character. */
  @ParameterizedTest
  @ValueSource(
      chars = {
        '\u061c', '\u200e', '\u200f', '\u202a', '\u202b', '\u202c', '\u202d', '\u202e', '\u2066',
        '\u2067', '\u2068', '\u2069', '\u009b'
      })
  void namesCannotTurnTheTextAroundThem(char control) throws IOException {
    ModelProto model =
        withInput(BATCH, 3).node("relu" + control + "1uler", "Relu", List.of("x"), "y").output("y");
    try (Model loaded = load(model)) {
      assertThat(loaded.layers()).extracting(UnitLayer::name).containsExactly("relu 1uler");
    }
  }

  /** Joiners are letters' business: without them words of some scripts are others. */
  @Test
  void namesOfEveryScriptStayAsTheyAre() throws IOException {
    String name = "\u0644\u0627\u06cc\u0647\u200c\u0647\u0627 層 \u05e9";
    ModelProto model = withInput(BATCH, 3).node(name, "Relu", List.of("x"), "y").output("y");
    try (Model loaded = load(model)) {
      assertThat(loaded.layers()).extracting(UnitLayer::name).containsExactly(name);
    }
  }

  @Test
  void everyNodeOfTheNetworkHasANameOfItsOwn() throws IOException {
    ModelProto model =
        withInput(BATCH, 2, 2)
            .floats("W", dims(2, 2), 1, 2, 3, 4)
            .node("m", "MatMul", List.of("x", "W"), "a")
            .node("m/shape", "Relu", List.of("a"), "b")
            .node("output", "Identity", List.of("b"), "y")
            .output("y");
    try (Model loaded = load(model)) {
      List<String> names = new ArrayList<>();
      loaded.network().orElseThrow().nodes().forEach(node -> names.add(node.name()));
      assertThat(names).doesNotHaveDuplicates().contains("m", "m/shape");
      assertThat(loaded.layers().get(0).shape()).isEqualTo(Shape.of(2, 2));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Softmax", "LogSoftmax", "ArgMax", "Identity"})
  void anActivationOnTheOutputIsAReadout(String last) throws IOException {
    OnnxModels model =
        withInput(BATCH, 3)
            .floats("W", dims(3, 2), 1, 2, 3, 4, 5, 6)
            .node("r1", "Relu", List.of("x"), "a")
            .node("g", "Gemm", List.of("a", "W"), "b")
            .node("r2", "Relu", List.of("b"), "c")
            .node("Flatten", List.of("c"), "d");
    ModelProto whole = last.isEmpty() ? model.output("d") : squashed(model, last);
    try (Model loaded = load(whole)) {
      assertThat(loaded.layers())
          .extracting(UnitLayer::role)
          .containsExactly(UnitRole.HIDDEN, UnitRole.READOUT);
      assertThat(loaded.network().orElseThrow().outputShape()).isEqualTo(Shape.of(2));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Sigmoid", "Tanh"})
  void aSquashingOfTheOutputIsAReadoutWithTheZeroThreshold(String last) throws IOException {
    OnnxModels model =
        withInput(BATCH, 3)
            .floats("W", dims(3, 2), 1, 2, 3, 4, 5, 6)
            .node("r1", "Relu", List.of("x"), "a")
            .node("Gemm", List.of("a", "W"), "d");
    try (Model loaded = load(squashed(model, last))) {
      assertThat(loaded.layers())
          .extracting(UnitLayer::role)
          .containsExactly(UnitRole.HIDDEN, UnitRole.READOUT);
      assertThat(loaded.layers()).extracting(UnitLayer::operator).containsExactly("Relu", last);
      assertThat(loaded.obstacles()).isEmpty();
    }
  }

  /** The largest of the network's outputs is that of the model up to increasing functions only. */
  @ParameterizedTest
  @CsvSource({
    "Softmax, true",
    "Sigmoid, true",
    "Tanh, true",
    "Softplus, true",
    "Mish, false",
    "Sin, false",
    "Reciprocal, false"
  })
  void tellsWhetherTheOutputIsThatOfTheModel(String last, boolean isWhole) throws IOException {
    OnnxModels model =
        withInput(BATCH, 3)
            .floats("W", dims(3, 2), 1, 2, 3, 4, 5, 6)
            .node("r1", "Relu", List.of("x"), "a")
            .node("Gemm", List.of("a", "W"), "d");
    Path file = Loading.write(folder, model.node("last", last, List.of("d"), "y").output("y"));
    try (Model loaded = Loading.unchecked(file)) {
      assertThat(loaded.network()).isPresent();
      if (isWhole) {
        assertThat(loaded.outputObstacle()).isEmpty();
      } else {
        assertThat(loaded.outputObstacle().orElseThrow()).contains("node 'last' (" + last + ")");
      }
    }
  }

  private static ModelProto squashed(OnnxModels model, String operator) {
    return (operator.equals("ArgMax")
            ? model.node(operator, List.of("d"), "y", integer("axis", 1))
            : model.node(operator, List.of("d"), "y"))
        .output("y");
  }

  @Test
  void aSoftmaxWithShapesBehindItIsLeftOut() throws IOException {
    ModelProto model =
        withInput(BATCH, 3)
            .floats("W", dims(3, 2), 1, 2, 3, 4, 5, 6)
            .longs("shape", -1, 2, 1)
            .node("g", "Gemm", List.of("x", "W"), "b")
            .node("Softmax", List.of("b"), "c")
            .node("Reshape", List.of("c", "shape"), "d")
            .node("ArgMax", List.of("d"), "y", integer("axis", 1))
            .output("y");
    try (Model loaded = load(model)) {
      List<Network.Node> nodes = loaded.network().orElseThrow().nodes();
      assertThat(nodes).hasSize(1);
      assertThat(nodes.get(0).operation()).isInstanceOf(Dense.class);
    }
  }

  @Test
  void batchAxesAreStripped() throws IOException {
    for (long batch : new long[] {BATCH, 0, 1, 4}) {
      ModelProto model = withInput(batch, 1, 28, 28).node("Relu", List.of("x"), "y").output("y");
      try (Model loaded = Loading.unchecked(Loading.write(folder, model))) {
        assertThat(loaded.inputShape()).as("batch %d", batch).isEqualTo(Shape.of(1, 28, 28));
      }
    }
  }

  @Test
  void aFixedBatchOfFourIsCheckedRowByRow() throws IOException {
    ModelProto model =
        withInput(4, 3, 2)
            .floats("W", dims(6, 2), 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12)
            .longs("shape", 4, -1)
            .node("Reshape", List.of("x", "shape"), "h")
            .node("Gemm", List.of("h", "W"), "z")
            .node("Relu", List.of("z"), "y")
            .output("y");
    try (Model loaded = load(model)) {
      assertThat(loaded.inputShape()).isEqualTo(Shape.of(3, 2));
      assertThat(loaded.network().orElseThrow().outputShape()).isEqualTo(Shape.of(2));
    }
  }

  @Test
  void theModelIsCalledAfterItsFile() throws IOException {
    ModelProto model = withInput(BATCH, 3).node("Relu", List.of("x"), "y").output("y");
    Path file = Loading.write(folder, model);
    try (Model loaded = Loading.checked(file)) {
      assertThat(loaded.name()).isEqualTo("model");
      assertThat(loaded.files()).containsExactly(file.toAbsolutePath());
      assertThat(loaded.obstacles()).isEmpty();
    }
  }
}
