package org.folding.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.folding.api.data.Dataset;
import org.folding.api.model.Model;
import org.folding.api.path.InputPath;
import org.folding.api.walk.Walk;
import org.folding.core.data.DataFiles;
import org.folding.core.data.DataOptions;
import org.folding.core.network.NetworkEvaluator;
import org.folding.core.testing.SharedFiles;
import org.folding.core.walk.WalkSettings;
import org.folding.core.walk.WalkerFactory;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of many exporters and kinds of layers, against what is written beside them. */
final class ZooTest {
  private static final Set<String> SMOOTH = Set.of("Erf", "Sigmoid", "Tanh");
  private static final String IMAGES = "mnist/t10k-images-idx3-ubyte.gz";

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
  @CsvSource({
    "mlp-plain",
    "mlp-relu6",
    "mlp-leakyrelu",
    "mlp-residual",
    "mlp-batchnorm",
    "mlp-float16",
    "mlp-nobias",
    "moons-3x16"
  })
  void samplesFindAlmostAllFlipsAndNoOthers(String name) {
    try (Model model = Loading.checked(SharedFiles.find("zoo/" + name + ".onnx"))) {
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
