package org.folding.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnxruntime.OrtException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.folding.api.data.Dataset;
import org.folding.api.model.Evaluator;
import org.folding.api.model.Model;
import org.folding.api.model.UnitLayer;
import org.folding.api.path.InputPath;
import org.folding.api.walk.Walk;
import org.folding.core.data.DataFiles;
import org.folding.core.data.DataOptions;
import org.folding.engine.WalkSettings;
import org.folding.engine.WalkerFactory;
import org.folding.engine.network.NetworkEvaluator;
import org.folding.engine.testing.SharedFiles;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of many exporters and kinds of layers, against what is written beside them. */
final class ZooTest {
  private static final Set<String> SMOOTH = Set.of("Erf", "Sigmoid", "Tanh");
  private static final String IMAGES = "mnist/t10k-images-idx3-ubyte.gz";

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> everyFileHasTheUnitsThatItsListSays() throws IOException {
    JsonNode zoo = new ObjectMapper().readTree(SharedFiles.find("zoo/zoo.json").toFile());
    return StreamSupport.stream(zoo.get("zoo").spliterator(), false)
        .map(
            entry -> DynamicTest.dynamicTest(entry.get("file").asText(), () -> assertUnits(entry)));
  }

  private static void assertUnits(JsonNode entry) {
    int units = 0;
    boolean smooth = false;
    for (var count : entry.get("units_by_op").properties()) {
      // A maximum's switch is no unit.
      units += count.getKey().equals("MaxPool") ? 0 : count.getValue().asInt();
      smooth |= SMOOTH.contains(count.getKey());
    }
    try (Model model = Loading.checked(SharedFiles.find("zoo/" + entry.get("file").asText()))) {
      assertThat(model.layers().stream().mapToInt(layer -> layer.shape().size()).sum())
          .isEqualTo(units);
      assertThat(model.obstacles().isEmpty()).isEqualTo(!smooth);
      // Whatever it is, it can be walked along.
      Dataset data = images(model);
      Walk walk =
          new WalkerFactory(
                  model,
                  Optional.of(data),
                  smooth
                      ? WalkSettings.sampled(200, WalkSettings.Count.HIDDEN)
                      : WalkSettings.exact(WalkSettings.Count.HIDDEN))
              .newWalker()
              .walk(InputPath.betweenRows(0, 1));
      assertThat(walk.flips() > 0).isEqualTo(units > 0);
    }
  }

  /** The layers of the newest exporter's files; its lists do not count units. */
  @ParameterizedTest
  @CsvSource({"mlp-3x32,96,0", "cnn-maxpool,704,0", "mlp-gelu,64,1"})
  void walksTheFilesOfTheNewestExporter(String name, int units, int obstacles) {
    try (Model model = Loading.checked(SharedFiles.find("zoo-modern/" + name + "/model.onnx"))) {
      assertThat(model.layers().stream().mapToInt(layer -> layer.shape().size()).sum())
          .isEqualTo(units);
      assertThat(model.obstacles()).hasSize(obstacles);
      WalkSettings settings =
          obstacles > 0
              ? WalkSettings.sampled(200, WalkSettings.Count.HIDDEN)
              : WalkSettings.exact(WalkSettings.Count.HIDDEN);
      Walk walk =
          new WalkerFactory(model, Optional.of(images(model)), settings)
              .newWalker()
              .walk(InputPath.betweenRows(0, 1));
      assertThat(walk.flips()).isPositive();
    }
  }

  static Stream<Path> files() throws IOException {
    List<Path> files = new ArrayList<>();
    for (String folder : List.of("zoo", "zoo-modern")) {
      try (Stream<Path> found = Files.walk(SharedFiles.find(folder))) {
        found.filter(file -> file.toString().endsWith(".onnx")).sorted().forEach(files::add);
      }
    }
    return files.stream();
  }

  /** The first eight images of the test set, to 1e-5 of the largest output. */
  @ParameterizedTest
  @MethodSource("files")
  void exactFilesGiveWhatOnnxRuntimeGivesOnTestImages(Path file) throws OrtException {
    try (Model model = Loading.checked(file)) {
      assumeThat(model.obstacles()).isEmpty();
      NetworkEvaluator evaluator = new NetworkEvaluator(model.network().orElseThrow());
      String name = file.getFileName().toString();
      for (double[] image : firstImages(model)) {
        double[] expected = Loading.reference(file, image);
        assertThat(RealModelsTest.squashed(name, evaluator.output(image)))
            .containsExactly(expected, within(RealModelsTest.tolerance(name, expected)));
      }
    }
  }

  /**
   * The pre-activations of layers behind smooth ones, to 1e-5 of the largest. The file is given
   * another output for each of its Gemm nodes but the last, whose results they are.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "zoo/mlp-gelu.onnx",
        "zoo/mlp-sigmoid.onnx",
        "zoo/mlp-silu.onnx",
        "zoo/mlp-tanh.onnx",
        "zoo-modern/mlp-gelu/model.onnx"
      })
  void smoothFilesSeeThePreActivationsOfOnnxRuntime(String name) throws Exception {
    Path file = SharedFiles.find(name);
    Path data = file.resolveSibling("model.onnx.data");
    if (Files.exists(data)) {
      Files.copy(data, folder.resolve("model.onnx.data"));
    }
    ModelProto whole = ModelProto.parseFrom(Files.readAllBytes(file));
    List<Path> layers = new ArrayList<>();
    for (NodeProto node : whole.getGraph().getNodeList()) {
      if (node.getOpType().equals("Gemm")) {
        ModelProto.Builder cut = whole.toBuilder();
        cut.getGraphBuilder().getOutputBuilder(0).setName(node.getOutput(0));
        // Its shape is another one too.
        cut.getGraphBuilder()
            .getOutputBuilder(0)
            .getTypeBuilder()
            .getTensorTypeBuilder()
            .clearShape();
        layers.add(
            Files.write(
                folder.resolve("layer" + layers.size() + ".onnx"), cut.build().toByteArray()));
      }
    }
    layers.remove(layers.size() - 1);
    try (Model model = Loading.checked(file);
        Evaluator evaluator = model.newEvaluator().orElseThrow()) {
      for (double[] image : firstImages(model)) {
        double[] margins = new double[model.layers().stream().mapToInt(UnitLayer::bits).sum()];
        evaluator.margins(image, 1, margins);
        int first = 0;
        for (Path layer : layers) {
          double[] expected = Loading.reference(layer, image);
          double largest = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
          assertThat(Arrays.copyOfRange(margins, first, first + expected.length))
              .containsExactly(expected, within(1e-5 * Math.max(1, largest)));
          first += expected.length;
        }
        assertThat(first).isEqualTo(margins.length);
      }
    }
  }

  private static List<double[]> firstImages(Model model) {
    Dataset data = images(model);
    List<double[]> rows = new ArrayList<>();
    for (int row = 0; row < 8; row++) {
      double[] values = new double[model.inputShape().size()];
      data.copyRow(row, values, 0);
      rows.add(values);
    }
    return rows;
  }

  private static Dataset images(Model model) {
    boolean moons = model.inputShape().size() == 2;
    Path file = SharedFiles.find(moons ? "zoo/moons-points.npy" : IMAGES);
    return DataFiles.read(file, DataOptions.DEFAULTS);
  }

  /** The logits that PyTorch gave when it exported these files. */
  @ParameterizedTest
  @ValueSource(strings = {"mlp-3x32", "cnn-maxpool"})
  void givesTheLogitsOfPyTorch(String name) throws IOException {
    JsonNode logits =
        new ObjectMapper()
            .readTree(SharedFiles.find("zoo-modern/modern.json").toFile())
            .at("/" + name + "/logits_first_4_test");
    Dataset data = DataFiles.read(SharedFiles.find(IMAGES), DataOptions.DEFAULTS);
    try (Model model = Loading.checked(SharedFiles.find("zoo-modern/" + name + "/model.onnx"))) {
      NetworkEvaluator evaluator = new NetworkEvaluator(model.network().orElseThrow());
      for (int row = 0; row < 4; row++) {
        double[] input = new double[784];
        data.copyRow(row, input, 0);
        double[] expected =
            StreamSupport.stream(logits.get(row).spliterator(), false)
                .mapToDouble(JsonNode::asDouble)
                .toArray();
        double largest = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
        assertThat(evaluator.output(input)).containsExactly(expected, within(1e-5 * largest));
      }
    }
  }

  /** Samples can only miss flips, and at 20,000 points miss next to none. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "zoo/mlp-plain.onnx",
        "zoo/mlp-relu6.onnx",
        "zoo/mlp-hardtanh.onnx",
        "zoo/mlp-leakyrelu.onnx",
        "zoo/mlp-prelu.onnx",
        "zoo/mlp-residual.onnx",
        "zoo/mlp-batchnorm.onnx",
        "zoo/mlp-float16.onnx",
        "zoo/mlp-float64.onnx",
        "zoo/mlp-nobias.onnx",
        "zoo/moons-3x16.onnx",
        "zoo-modern/mlp-3x32/model.onnx",
        "zoo-modern/cnn-maxpool/model.onnx"
      })
  void samplesFindAlmostAllFlipsAndNoOthers(String name) {
    try (Model model = Loading.checked(SharedFiles.find(name))) {
      Optional<Dataset> data = Optional.of(images(model));
      var exact =
          new WalkerFactory(model, data, WalkSettings.exact(WalkSettings.Count.HIDDEN)).newWalker();
      var sampled =
          new WalkerFactory(model, data, WalkSettings.sampled(20_000, WalkSettings.Count.HIDDEN))
              .newWalker();
      int all = 0;
      int found = 0;
      for (int row = 0; row < 3; row++) {
        InputPath path = InputPath.betweenRows(row, row + 7);
        int flips = exact.walk(path).flips();
        int seen = sampled.walk(path).flips();
        assertThat(seen).isLessThanOrEqualTo(flips);
        all += flips;
        found += seen;
      }
      assertThat(found / (double) all).isGreaterThanOrEqualTo(0.999);
    }
  }
}
