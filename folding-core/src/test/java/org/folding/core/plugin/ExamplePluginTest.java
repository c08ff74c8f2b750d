package org.folding.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.folding.api.metric.Metric;
import org.folding.api.metric.MetricContext;
import org.folding.api.metric.MetricFactory;
import org.folding.api.metric.MetricValue;
import org.folding.core.testing.FactoryContract;
import org.folding.core.testing.PluginJar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example in {@code examples/metric-plugin} is a plugin that works. */
final class ExamplePluginTest {
  private static final Path MAIN = Path.of("../examples/metric-plugin/src/main");

  @TempDir private Path folder;

  @Test
  void theExampleMeasures() throws IOException {
    PluginJar.of(List.of(MAIN.resolve("java"), MAIN.resolve("resources")))
        .withManifest("Folding-Api-Level", "1")
        .write(folder.resolve("turnback.jar"));

    try (ComponentRegistry registry = PluginLoader.load(Optional.of(folder))) {
      MetricFactory turnback = registry.metric("turnback").factory();
      FactoryContract.check(turnback);
      // One unit that switches on, off and on again at t = 1/4, 2/4, 3/4.
      HandWalk walk = new HandWalk(3);
      Metric metric =
          turnback.create(
              PluginCases.options(turnback, Map.of()),
              new MetricContext(walk.units(), walk.mode(), Optional.empty()));
      assertThat(metric.values()).extracting(MetricValue::name).contains("at", "depth", "beyond");
      double[] row = new double[3];
      metric.measure(walk, row, 0);
      assertThat(row).containsExactly(0.5, 1, 0.75);
    }
  }
}
