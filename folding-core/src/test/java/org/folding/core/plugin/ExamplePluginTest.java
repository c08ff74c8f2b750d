package org.folding.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.folding.api.metric.Metric;
import org.folding.api.metric.MetricContext;
import org.folding.api.metric.MetricFactory;
import org.folding.api.metric.MetricValue;
import org.folding.core.testing.FactoryContract;
import org.folding.core.testing.PluginJar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is shown to authors of plugins works: the example in {@code examples/metric-plugin} and the
 * code in {@code docs/plugins.md}.
 */
final class ExamplePluginTest {
  private static final Path MAIN = Path.of("../examples/metric-plugin/src/main");

  private static final String HEAD =
      """
      package com.example.steps;

      import java.util.List;
      import org.folding.api.*;
      import org.folding.api.metric.*;
      import org.folding.api.plugin.*;
      import org.folding.api.walk.*;

      """;

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

  @Test
  void theCodeOfTheDocumentationMeasures() throws IOException {
    Path source = Files.createDirectories(folder.resolve("source/com/example/steps"));
    List<MatchResult> blocks =
        Pattern.compile("```java\n((?:public )?final class (\\w+) .*?)```", Pattern.DOTALL)
            .matcher(Files.readString(Path.of("../docs/plugins.md")))
            .results()
            .toList();
    assertThat(blocks).hasSize(2);
    for (MatchResult block : blocks) {
      Files.writeString(source.resolve(block.group(2) + ".java"), HEAD + block.group(1));
    }
    Path plugins = folder.resolve("plugins");
    PluginJar.of(folder.resolve("source"))
        .with(JarFacts.SERVICE_FILE, "com.example.steps.StepsPlugin\n")
        .write(plugins.resolve("steps.jar"));

    try (ComponentRegistry registry = PluginLoader.load(Optional.of(plugins))) {
      MetricFactory steps = registry.metric("steps").factory();
      FactoryContract.check(steps);
      // Each of the three steps flips one unit, which is not more than one.
      assertThat(PluginCases.measure(steps, new HandWalk(3))).isZero();
    }
  }
}
