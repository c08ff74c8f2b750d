package org.folding.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.folding.api.metric.MetricFactory;
import org.folding.core.plugin.Component;
import org.folding.core.plugin.ComponentRegistry;
import org.folding.core.plugin.PluginLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The JAR that the example's own Maven build makes can be dropped into a plugin folder. */
final class ExamplePluginIT {
  private static final Path JAR =
      Path.of("target/examples/metric-plugin/target/folding-turnback-1.0.0.jar");

  @TempDir private Path folder;

  @Test
  void theBuiltJarIsAPlugin() throws IOException {
    Path copy = Files.copy(JAR, folder.resolve("folding-turnback-1.0.0.jar"));

    try (ComponentRegistry registry = PluginLoader.load(Optional.of(folder))) {
      Component<MetricFactory> turnback = registry.metric("turnback");
      assertThat(turnback.origin().jar()).contains(copy);
      assertThat(turnback.origin().version()).contains("1.0.0");
      assertThat(turnback.origin().apiLevel()).hasValue(1);
    }
  }
}
