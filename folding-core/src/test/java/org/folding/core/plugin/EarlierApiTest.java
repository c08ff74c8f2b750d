package org.folding.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.folding.api.metric.Metric;
import org.folding.api.metric.MetricFactory;
import org.folding.api.metric.MetricValue;
import org.folding.core.testing.PluginJar;
import org.folding.testkit.Walks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plugins go on working that were compiled against a folding-api of the same level. */
final class EarlierApiTest {
  @TempDir private Path folder;

  /** Compiled against a MetricValue of three components, which is not in the JAR. */
  @Test
  void aMetricWhoseValuesHaveNoRoles() throws IOException {
    PluginJar.of(PluginCases.sources("other-api/earlier"))
        .without(entry -> entry.startsWith("org/folding/"))
        .withManifest("Folding-Api-Level", "1")
        .write(folder.resolve("acme.jar"));

    try (ComponentRegistry registry = PluginLoader.load(Optional.of(folder))) {
      MetricFactory factory = registry.metric("acme-earlier").factory();
      Metric metric = factory.create(PluginCases.options(factory, Map.of()), PluginCases.context());
      assertThat(metric.values())
          .containsExactly(
              MetricValue.count("flips", "The number of flips."),
              MetricValue.count("steps", "The number of steps."),
              MetricValue.real("half", "Half of the flips."))
          .noneMatch(MetricValue::headline);
      double[] row = new double[3];
      metric.measure(Walks.of(3).step(0.25, 0).step(0.5, 1).step(0.75, 2).build(), row, 0);
      assertThat(row).containsExactly(3, 3, 1.5);
    }
  }
}
