package org.folding.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.folding.api.InvalidInputException;
import org.folding.api.Options;
import org.folding.api.metric.Metric;
import org.folding.api.metric.MetricContext;
import org.folding.api.metric.MetricFactory;
import org.folding.api.metric.MetricValue;
import org.folding.api.model.Evaluator;
import org.folding.api.model.Model;
import org.folding.api.model.ModelLoader;
import org.folding.api.model.ModelSource;
import org.folding.api.path.InputPath;
import org.folding.api.path.PathContext;
import org.folding.api.path.PathGenerator;
import org.folding.api.path.PathGeneratorFactory;
import org.folding.api.walk.Walk;
import org.folding.core.testing.PluginJar;
import org.folding.engine.network.NetworkEvaluator;
import org.folding.engine.testing.PointRows;
import org.folding.testkit.FactoryContract;
import org.folding.testkit.MetricContract;
import org.folding.testkit.ModelLoaderContract;
import org.folding.testkit.PathGeneratorContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is shown to authors of plugins works: the examples in {@code examples} and the code in
 * {@code docs/plugins-*.md}.
 */
final class ExamplePluginTest {
  private static final String IMPORTS =
      """
      import java.util.List;
      import java.util.Optional;
      import org.folding.api.*;
      import org.folding.api.metric.*;
      import org.folding.api.model.*;
      import org.folding.api.network.*;
      import org.folding.api.path.*;
      import org.folding.api.plugin.*;
      import org.folding.api.walk.*;

      """;

  @TempDir private Path folder;

  @Test
  void theExampleMeasures() throws IOException {
    try (ComponentRegistry registry = example("metric-plugin")) {
      MetricFactory turnback = registry.metric("turnback").factory();
      MetricContract.check(turnback);
      // One unit that switches on, off and on again at t = 1/4, 2/4, 3/4.
      Walk walk = PluginCases.walk(3);
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
  void theOtherExamplesKeepTheContract() throws IOException {
    try (ComponentRegistry registry = example("path-generator-plugin")) {
      FactoryContract.check(registry.pathGenerator("nearest").factory());
    }
    try (ComponentRegistry registry = example("model-loader-plugin")) {
      FactoryContract.check(registry.modelLoader("nnet").factory());
    }
  }

  @Test
  void theDocumentedMetricMeasures() throws IOException {
    try (ComponentRegistry registry = documented("metric", "Steps")) {
      MetricFactory steps = registry.metric("steps").factory();
      MetricContract.check(steps);
      // Each of the three steps flips one unit, which is not more than one.
      assertThat(PluginCases.measure(steps, PluginCases.walk(3))).isZero();
    }
  }

  @Test
  void theDocumentedPathGeneratorLeadsFromTheOrigin() throws IOException {
    try (ComponentRegistry registry = documented("path-generator", "Origin")) {
      PathGeneratorFactory origin = registry.pathGenerator("origin").factory();
      PathContext rows =
          new PathContext(
              2, Optional.of(new PointRows(List.of(new double[] {1, 2}, new double[] {3, 4}))), 42);
      PathGeneratorContract.check(origin, Map.of(), rows);
      Options options = Options.of("paths.origin.", origin.options(), Map.of(), Path.of(""));
      PathGenerator paths = origin.create(options, rows);

      assertThat(paths.count()).isEqualTo(2);
      InputPath path = paths.path(1);
      assertThat(path.start().coordinates()).containsExactly(0, 0);
      assertThat(path.end().row()).isEqualTo(1);
      assertThatThrownBy(() -> origin.create(options, new PathContext(2, Optional.empty(), 42)))
          .hasMessage("'paths=origin' needs rows of data: set 'data' to a file");
    }
  }

  @Test
  void theDocumentedLoaderBuildsItsNetwork() throws IOException {
    try (ComponentRegistry registry = documented("model-loader", "Tent")) {
      ModelLoaderContract.check(
          registry.modelLoader("tent").factory(), Map.of(), new ModelSource("tent:3", Path.of("")));
      ModelLoader loader =
          registry
              .modelLoader("tent")
              .factory()
              .create(Options.of("model.tent.", List.of(), Map.of(), Path.of("")));
      try (Model tent = loader.load(new ModelSource("tent:3", Path.of("")));
          Evaluator evaluator = new NetworkEvaluator(tent.network().orElseThrow())) {
        double[] margins = new double[3];
        evaluator.margins(new double[] {1}, 1, margins);
        // 1 − ½, then ½ − ½, then 0 − ½.
        assertThat(margins).containsExactly(0.5, 0, -0.5);
      }
      assertThatThrownBy(() -> loader.load(new ModelSource("tent:x", Path.of(""))))
          .isInstanceOf(InvalidInputException.class)
          .hasMessage("model: 'tent:x' must be tent: and a number from 1 to 99, as tent:3");
    }
  }

  private ComponentRegistry example(String name) throws IOException {
    Path main = Path.of("../examples").resolve(name).resolve("src/main");
    Path plugins = folder.resolve(name);
    PluginJar.of(List.of(main.resolve("java"), main.resolve("resources")))
        .withManifest("Folding-Api-Level", "1")
        .write(plugins.resolve("example.jar"));
    return PluginLoader.load(Optional.of(plugins));
  }

  /** The two classes that a page shows, a factory and the entry point, as a plugin. */
  private ComponentRegistry documented(String page, String name) throws IOException {
    Path source = Files.createDirectories(folder.resolve("source/com/example/shown"));
    List<MatchResult> blocks =
        Pattern.compile("```java\n((?:public )?final class (\\w+) .*?)```", Pattern.DOTALL)
            .matcher(Files.readString(Path.of("../docs/plugins-" + page + ".md")))
            .results()
            .toList();
    assertThat(blocks).hasSize(2);
    for (MatchResult block : blocks) {
      Files.writeString(
          source.resolve(block.group(2) + ".java"),
          "package com.example.shown;\n\n" + IMPORTS + block.group(1));
    }
    Path plugins = folder.resolve("plugins");
    PluginJar.of(folder.resolve("source"))
        .with(JarFacts.SERVICE_FILE, "com.example.shown." + name + "Plugin\n")
        .write(plugins.resolve("shown.jar"));
    return PluginLoader.load(Optional.of(plugins));
  }
}
