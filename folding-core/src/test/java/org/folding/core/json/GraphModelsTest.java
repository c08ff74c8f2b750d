package org.folding.core.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.folding.api.model.UnitLayer;
import org.folding.api.network.Clip;
import org.folding.api.network.Concatenation;
import org.folding.api.network.Convolution;
import org.folding.api.network.MaxOfGroups;
import org.folding.api.network.Network;
import org.folding.api.network.Rectifier;
import org.folding.api.network.Shape;
import org.folding.api.network.SparseMap;
import org.folding.api.network.Sum;
import org.folding.api.network.Tensor;
import org.folding.api.network.TransposedConvolution;
import org.folding.api.network.UnitRole;
import org.folding.api.network.Window;
import org.folding.engine.network.NetworkEvaluator;
import org.folding.engine.testing.RandomGraphs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Models whose layers read others than the one before, version 2 of the format. */
final class GraphModelsTest {
  @TempDir private Path folder;

  @Test
  void layersReadWhatTheyName() throws IOException {
    Network network =
        read(
            """
            {"format": "folding-model", "version": 2, "input": {"shape": [2], "name": "x"},
             "layers": [
              {"type": "dense", "name": "a", "weights": [[1, -1], [0.5, 2]], "activation": "relu"},
              {"type": "add", "name": "s", "inputs": ["a", "x", "x"], "factors": [1, 1, -3],
               "activation": "clip", "lower": [-1, 0], "upper": 4},
              {"type": "concat", "name": "c", "inputs": ["s", "a"], "axis": 0},
              {"type": "select", "shape": [2, 2], "sources": [3, 0, 1, 1]},
              {"type": "max", "name": "m", "groups": [[0, 1], [2, 3]], "shape": [2, 1]},
              {"type": "map", "inputs": ["c"], "shape": [2], "shift": [1, 0],
               "rows": [[[0, 2], [3, 0.5]], []]}]}
            """);

    // a = (2, 3.5); s = a - 2x = (-4, 1.5) within ([-1, 4], [0, 4]); c = (-1, 1.5, 2, 3.5).
    assertThat(new NetworkEvaluator(network).output(new double[] {3, 1}))
        .containsExactly(1 - 2 + 1.75, 0);
    assertThat(network.nodes().get(6).shape()).isEqualTo(Shape.of(2, 1));
    assertThat(UnitLayer.of(network))
        .containsExactly(
            new UnitLayer("a", "Relu", Shape.of(2), UnitRole.HIDDEN, 1),
            new UnitLayer("s", "Clip", Shape.of(2), UnitRole.HIDDEN, 2));
  }

  @Test
  void convolutionsTakeTheirDefaults() throws IOException {
    Network network =
        read(
            """
            {"format": "folding-model", "version": 2, "input": {"shape": [1, 4]}, "layers": [
              {"type": "conv", "weights": [[[1, 10]]]},
              {"type": "conv", "weights": [[[1, 10]]], "bias": [0.5], "pads": [1, 0],
               "strides": [2]},
              {"type": "conv-transpose", "weights": [[[1, 100]]], "strides": [3],
               "output-padding": [1]}]}
            """);

    // (21, 32, 43), then 210.5 and 32 + 430 + 0.5, each before a hundredfold and a gap.
    assertThat(new NetworkEvaluator(network).output(new double[] {1, 2, 3, 4}))
        .containsExactly(210.5, 21050, 0, 462.5, 46250, 0);
  }

  static Stream<Network> networks() {
    Random random = new Random(3);
    Network.Builder all = Network.builder("all", Shape.of(2, 3, 3));
    Window window =
        new Window(List.of(2, 2), List.of(1, 2), List.of(1, 1), List.of(0, 1), List.of(1, 0));
    int conv =
        all.then(
            "input", new Convolution(numbers(random, 4, 1, 2, 2), numbers(random, 4), window, 2));
    int relu = all.then("relu", Rectifier.relu(UnitRole.HIDDEN));
    int own = all.add("own", new Rectifier("Clip", Tensor.scalar(0), UnitRole.READOUT), conv);
    int sum = all.add("sum", new Sum(List.of(1.0, -0.0)), relu, own);
    all.then("hard", new Clip("HardSigmoid", Tensor.scalar(0), Tensor.scalar(1), UnitRole.HIDDEN));
    int plain = all.add("plain", new Sum(List.of(1.0, 1.0)), sum, sum);
    all.then(
        "up",
        new TransposedConvolution(
            numbers(random, 4, 2, 2, 2), numbers(random, 4), Window.of(2, 2), 2, List.of(1, 0)));
    int joined = all.add("joined", new Concatenation(1), sum, plain);
    all.then("picked", SparseMap.select(Shape.of(2, 1), 3, 3));
    int mapped =
        all.add(
            "mapped",
            SparseMap.builder(Shape.of(1, 2)).entry(5, 1).endRow(-0.0).endRow(2.5).build(),
            joined);
    all.add("max", new MaxOfGroups(Shape.of(1, 1, 1), new int[][] {{0, 1}}), mapped);
    all.then("last", new Clip("Clip", Tensor.scalar(0), Tensor.scalar(1), UnitRole.HIDDEN));
    return Stream.concat(
        Stream.of(all.build()),
        IntStream.range(0, 20).mapToObj(seed -> RandomGraphs.next(new Random(seed))));
  }

  private static Tensor numbers(Random random, int... extents) {
    Shape shape = Shape.of(extents);
    return Tensor.of(shape, random.doubles(shape.size(), -1, 1).toArray());
  }

  @ParameterizedTest
  @MethodSource("networks")
  void whatIsWrittenReadsBackAsAnEqualNetwork(Network network) throws IOException {
    StringWriter text = new StringWriter();
    JsonModels.write(network, text);
    Network back = read(text.toString());

    assertThat(back.inputShape()).isEqualTo(network.inputShape());
    assertThat(back.nodes()).isEqualTo(network.nodes());
  }

  @Test
  void graphIsWrittenInVersionTwo() throws IOException {
    Network.Builder network = Network.builder("g", Shape.of(1));
    int h = network.then("h", Rectifier.relu(UnitRole.HIDDEN));
    network.add("s", new Sum(List.of(1.0, 1.0)), h, 0);
    StringWriter text = new StringWriter();
    JsonModels.write(network.build(), text);

    assertThat(text.toString().replaceAll("\\s+", ""))
        .isEqualTo(
            "{\"format\":\"folding-model\",\"version\":2,\"name\":\"g\","
                + "\"input\":{\"shape\":[1]},\"layers\":["
                + "{\"type\":\"activation\",\"name\":\"h\",\"activation\":\"relu\"},"
                + "{\"type\":\"add\",\"name\":\"s\",\"inputs\":[\"h\",\"input\"]}]}");
  }

  private Network read(String text) throws IOException {
    return JsonModels.read(Files.writeString(folder.resolve("x.json"), text));
  }
}
