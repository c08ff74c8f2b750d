package org.folding.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.folding.api.InvalidInputException;
import org.folding.api.Options;
import org.folding.api.model.Model;
import org.folding.api.model.ModelSource;
import org.folding.api.model.UnitLayer;
import org.folding.api.network.Affine;
import org.folding.api.network.Dense;
import org.folding.api.network.MaxOfGroups;
import org.folding.api.network.Network;
import org.folding.api.network.Rectifier;
import org.folding.api.network.Reshape;
import org.folding.api.network.Shape;
import org.folding.api.network.Tensor;
import org.folding.api.network.UnitRole;
import org.folding.core.cantornet.CantorNet;
import org.folding.core.cantornet.CantorNet.Representation;
import org.folding.engine.network.NetworkEvaluator;
import org.folding.engine.testing.SharedFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonModelsTest {
  @TempDir private Path folder;

  @Test
  void everyTypeOfLayerIsRead() throws IOException {
    Network network =
        JsonModels.read(
            write(
                """
                {"layers": [
                  {"type": "reshape", "shape": [2, 1]},
                  {"activation": "relu", "weights": [[1, -1], [0.5, 2e0], [-1, 0]], "type": "dense"},
                  {"type": "affine", "scale": 2, "shift": [1, 2, 3], "activation": "leaky-relu",
                   "name": "bent", "linear-name": "stretched", "units": "projection"},
                  {"type": "activation", "activation": "prelu", "slope": [0.5, 0, -1]},
                  {"type": "max", "groups": [[0, 1], [2]], "name": "maxima"},
                  {"type": "flatten"},
                  {"type": "dense", "weights": [[1, 1]], "bias": [-4], "activation": "abs"}],
                 "input": {"shape": [1, 2]}, "version": 1, "format": "folding-model"}
                """));

    assertThat(network.name()).isEqualTo("x");
    assertThat(network.inputShape()).isEqualTo(Shape.of(1, 2));
    assertThat(network.nodes())
        .extracting(Network.Node::name)
        .containsExactly(
            "layer0",
            "layer1.linear",
            "layer1",
            "stretched",
            "bent",
            "layer3",
            "maxima",
            "layer5",
            "layer6.linear",
            "layer6");
    // (3, 1) → (2, 3.5, -3) → relu (2, 3.5, 0) → (5, 9, 3) → max (9, 3) → |12 - 4|.
    assertThat(new NetworkEvaluator(network).output(new double[] {3, 1})).containsExactly(8);
    // (-3, 1) → (-4, 0.5, 3) → relu (0, 0.5, 3) → (1, 3, 9) → (3, 9) → |12 - 4|.
    assertThat(new NetworkEvaluator(network).output(new double[] {-3, 1})).containsExactly(8);
    assertThat(new NetworkEvaluator(network).output(new double[] {0, 0})).containsExactly(1);
    assertThat(((Rectifier) network.nodes().get(4).operation()).negativeSlope())
        .isEqualTo(Tensor.scalar(0.01));
  }

  @Test
  void onlyTheActivationOfTheLastLayerIsReadOut() throws IOException {
    Model model =
        load(
            write(
                """
                {"format": "folding-model", "version": 1, "name": "n", "input": {"shape": [1]},
                 "layers": [
                  {"type": "dense", "weights": [[1]], "activation": "relu"},
                  {"type": "dense", "weights": [[1]], "activation": "abs", "units": "projection"},
                  {"type": "dense", "weights": [[1]], "activation": "relu"}]}
                """));

    assertThat(model.name()).isEqualTo("n");
    assertThat(model.files()).containsExactly(folder.resolve("x.json"));
    assertThat(model.layers())
        .extracting(UnitLayer::role)
        .containsExactly(UnitRole.HIDDEN, UnitRole.PROJECTION, UnitRole.READOUT);
    assertThat(model.layers())
        .extracting(UnitLayer::operator)
        .containsExactly("Relu", "Abs", "Relu");
  }

  @ParameterizedTest
  @ValueSource(strings = {"good.json", "bom.json"})
  void sharedModelsAreRead(String name) {
    Network network = JsonModels.read(SharedFiles.find("bad/" + name));

    // relu(1 - 2, 0.5 + 4 - 0.5, -1 + 0.5 + 1) = (0, 4, 0.5), then 4 - 0.5 + 0.1.
    assertThat(new NetworkEvaluator(network).output(new double[] {1, 2}))
        .containsExactly(0.1 + 4 - 0.5);
  }

  static Stream<Network> networks() {
    Random random = new Random(5);
    double[] weights =
        random.doubles(12).map(u -> Math.scalb(u - 0.5, random.nextInt(600))).toArray();
    weights[3] = -0.0;
    weights[4] = Double.MIN_VALUE;
    weights[5] = -Double.MAX_VALUE;
    weights[6] = 0.1f;
    Network.Builder all = Network.builder("all \"kinds\"\n", Shape.of(1, 2, 2));
    all.then("/0/Gemm", new Dense(Tensor.of(Shape.of(3, 4), weights), Tensor.vector(1, 2, 3)));
    all.then("/1/Relu", Rectifier.relu(UnitRole.HIDDEN));
    all.then("plain", new Dense(Tensor.of(Shape.of(4, 3), weights), Tensor.vector(1, 2, 3, 4)));
    all.then("shaped", new Reshape(Shape.of(1, 2, 2)));
    all.then("relu", new Rectifier("Relu", Tensor.vector(0), UnitRole.READOUT));
    all.then("stretch", new Affine(Tensor.of(Shape.of(1, 2, 2), 1, 2, 3, 4), Tensor.scalar(7)));
    all.then("abs", new Rectifier("Abs", Tensor.scalar(-1), UnitRole.PROJECTION));
    all.then(
        "prelu", new Rectifier("PRelu", Tensor.of(Shape.of(1, 2, 2), 1, 2, 3, 4), UnitRole.HIDDEN));
    all.then("leaky", new Rectifier("LeakyRelu", Tensor.scalar(0.2), UnitRole.HIDDEN));
    all.then("own", new Rectifier("Own", Tensor.scalar(0.3), UnitRole.HIDDEN));
    all.then("max", MaxOfGroups.of(List.of(List.of(0, 3), List.of(1), List.of(2, 2))));
    all.then("last.linear", new Affine(Tensor.scalar(1), Tensor.vector(1, 2, 3)));
    all.then("last", Rectifier.relu(UnitRole.HIDDEN));
    return Stream.of(
        all.build(), CantorNet.of(Representation.A, 3), CantorNet.of(Representation.C, 3));
  }

  @ParameterizedTest
  @MethodSource("networks")
  void whatIsWrittenReadsBackAsAnEqualNetwork(Network network) throws IOException {
    Network back = JsonModels.read(write(text(network)));

    assertThat(back.name()).isEqualTo(network.name());
    assertThat(back.inputShape()).isEqualTo(network.inputShape());
    assertThat(back.nodes()).isEqualTo(network.nodes());
    assertThat(text(back)).isEqualTo(text(network));
  }

  @Test
  void activationIsWrittenIntoTheLayerBelow() throws IOException {
    Network.Builder network = Network.builder("small", Shape.of(1));
    network.then("h.linear", new Dense(Tensor.of(Shape.of(2, 1), 0.5, -1), Tensor.vector(0, 1)));
    network.then("h", Rectifier.relu(UnitRole.HIDDEN));
    network.then("out", new Dense(Tensor.of(Shape.of(1, 2), 1, 1), Tensor.vector(0)));

    assertThat(text(network.build()).replaceAll("\\s+", ""))
        .isEqualTo(
            "{\"format\":\"folding-model\",\"version\":1,\"name\":\"small\","
                + "\"input\":{\"shape\":[1]},\"layers\":["
                + "{\"type\":\"dense\",\"name\":\"h\",\"weights\":[[0.5],[-1.0]],"
                + "\"bias\":[0.0,1.0],\"activation\":\"relu\"},"
                + "{\"type\":\"dense\",\"name\":\"out\",\"weights\":[[1.0,1.0]],\"bias\":[0.0]}]}");
  }

  @Test
  void writerIsLeftOpen() throws IOException {
    StringWriter target =
        new StringWriter() {
          @Override
          public void close() {
            throw new AssertionError("closed");
          }
        };

    JsonModels.write(CantorNet.of(Representation.A, 1), target);

    assertThat(target.toString()).endsWith("}\n");
  }

  @Test
  void equalNamesAreNotWritten() {
    Network.Builder twins = Network.builder("t", Shape.of(1));
    twins.then("r", Rectifier.relu(UnitRole.HIDDEN));
    twins.then("r", Rectifier.relu(UnitRole.HIDDEN));
    StringWriter target = new StringWriter();

    assertThatThrownBy(() -> JsonModels.write(twins.build(), target))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("network 't' cannot be written as JSON: two of its layers are named 'r'");
    assertThat(target.toString()).isEmpty();
  }

  @Test
  void jsonFilesAreAccepted() {
    JsonModelLoaderFactory factory = new JsonModelLoaderFactory();

    assertThat(factory.accepts(new ModelSource("a/Net.JSON", folder))).isTrue();
    assertThat(factory.accepts(new ModelSource("net.onnx", folder))).isFalse();
  }

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("x.json"), text);
  }

  private Model load(Path file) {
    return new JsonModelLoaderFactory()
        .create(Options.of("model.json.", List.of(), Map.of(), folder))
        .load(new ModelSource(file.getFileName().toString(), folder));
  }

  private static String text(Network network) throws IOException {
    StringWriter text = new StringWriter();
    JsonModels.write(network, text);
    return text.toString();
  }
}
