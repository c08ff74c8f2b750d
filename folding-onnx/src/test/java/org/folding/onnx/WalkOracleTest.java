package org.folding.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.folding.api.Options;
import org.folding.api.data.Dataset;
import org.folding.api.model.Model;
import org.folding.api.model.ModelLoaderFactory;
import org.folding.api.model.ModelSource;
import org.folding.api.path.InputPath;
import org.folding.api.walk.Walk;
import org.folding.core.data.DataFiles;
import org.folding.core.data.DataOptions;
import org.folding.engine.WalkSettings;
import org.folding.engine.WalkerFactory;
import org.folding.engine.testing.SharedFiles;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which unit of which layer flips when, against an independent implementation. */
final class WalkOracleTest {

  @ParameterizedTest
  @CsvSource({
    "models/mnist-2x30, mnist-2x30",
    "models/mnist-10x6, mnist-10x6",
    "models/mnist-5x120, mnist-5x120",
    "models/mnist-6x100, mnist-6x100",
    "zoo/mlp-float16, zoo-mlp-float16",
    "zoo/mlp-prelu, zoo-mlp-prelu",
    "zoo/moons-3x16, zoo-moons-3x16"
  })
  void everyFlipIsTheOracles(String name, String oracle) throws IOException {
    JsonNode expected =
        new ObjectMapper().readTree(SharedFiles.find("oracle/" + oracle + ".json").toFile());
    String rows =
        oracle.contains("moons") ? "zoo/moons-points.npy" : "mnist/t10k-images-idx3-ubyte.gz";
    Dataset data = DataFiles.read(SharedFiles.find(rows), DataOptions.DEFAULTS);
    int paths = 0;
    try (Model model = load(SharedFiles.find(name + ".onnx"))) {
      WalkerFactory factory =
          new WalkerFactory(
              model, Optional.of(data), WalkSettings.exact(WalkSettings.Count.HIDDEN));
      for (JsonNode pair : expected.get("pairs")) {
        if (pair.has("events")) {
          InputPath path = InputPath.betweenRows(pair.get("i").asInt(), pair.get("j").asInt());
          assertEvents(factory.newWalker().walk(path), pair.get("events"));
          paths++;
        }
      }
    }
    assertThat(paths).isPositive();
  }

  private static void assertEvents(Walk walk, JsonNode events) {
    assertThat(walk.flips()).isEqualTo(events.size());
    for (int step = 0; step < walk.steps(); step++) {
      // No ties in these: each step is one flip.
      JsonNode event = events.get(step);
      int bit = walk.bit(walk.firstFlip(step));
      int layer = walk.units().layerOf(bit);
      assertThat(walk.time(step)).isEqualTo(event.get(0).asDouble(), within(1e-11));
      assertThat(layer).isEqualTo(event.get(1).asInt());
      assertThat(bit - walk.units().firstBit(layer)).isEqualTo(event.get(2).asInt());
    }
  }

  private static Model load(Path file) {
    ModelLoaderFactory factory = new OnnxPlugin().modelLoaders().get(0);
    Path folder = file.getParent();
    return factory
        .create(Options.of("model.onnx.", factory.options(), Map.of(), folder))
        .load(new ModelSource(file.getFileName().toString(), folder));
  }
}
