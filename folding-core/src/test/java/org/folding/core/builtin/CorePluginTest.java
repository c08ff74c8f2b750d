package org.folding.core.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.folding.api.ComponentFactory;
import org.folding.api.model.ModelSource;
import org.folding.api.path.PathContext;
import org.folding.testkit.PluginContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CorePluginTest {
  private static final PathContext PLANE = new PathContext(2, Optional.empty(), 42);

  @TempDir private Path folder;

  @Test
  void bringsLoadersAndGenerators() {
    CorePlugin plugin = new CorePlugin();

    assertThat(plugin.modelLoaders())
        .extracting(ComponentFactory::name)
        .containsExactly("json", "cantornet");
    assertThat(plugin.pathGenerators())
        .extracting(ComponentFactory::name)
        .containsExactly("line", "piecewise", "random");
  }

  @Test
  void keepsTheContractOfPlugins() throws IOException {
    Files.writeString(
        folder.resolve("net.json"),
        """
        {"format": "folding-model", "version": 1, "input": {"shape": [2]}, "layers": [
          {"type": "dense", "weights": [[1, 2], [3, -4]], "bias": [0, 1], "activation": "relu"},
          {"type": "dense", "weights": [[1, -1]], "bias": [0.5], "activation": "leaky-relu",
           "slope": 0.1}]}
        """);

    PluginContract.of(new CorePlugin())
        .paths("line", Map.of("from", "0,0.75", "to", "1,0.75"), PLANE)
        .paths("piecewise", Map.of("waypoints", "0,0; 1,0; 1,1"), PLANE)
        .paths("random", Map.of("count", "1000"), PLANE)
        .model("json", Map.of(), new ModelSource("net.json", folder))
        .model("cantornet", Map.of(), new ModelSource("cantornet:A/3", folder))
        .check();
  }
}
