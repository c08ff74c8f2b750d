package org.folding.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.folding.api.InvalidInputException;
import org.folding.api.metric.MetricFactory;
import org.folding.api.model.ModelSource;
import org.folding.api.path.PathContext;
import org.folding.api.path.PathGenerator;
import org.folding.api.path.PathGeneratorFactory;
import org.folding.testkit.FactoryContract;
import org.folding.testkit.MetricContract;
import org.folding.testkit.PathGeneratorContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PluginLoaderTest {
  @TempDir private Path folder;

  @Test
  void aJarBringsComponentsOfEveryKind() throws IOException {
    Path jar = PluginCases.jar("good").write(folder.resolve("good.jar"));

    try (ComponentRegistry registry = PluginLoader.load(Optional.of(folder))) {
      Component<MetricFactory> flips = registry.metric("acme-flips");
      assertThat(flips.origin().source()).isEqualTo(PluginOrigin.Source.JAR);
      assertThat(flips.origin().pluginClass()).isEqualTo("acme.good.GoodPlugin");
      assertThat(flips.origin().jar()).contains(jar);
      assertThat(flips.origin().version()).contains("2.5.0");
      assertThat(flips.origin().apiLevel()).hasValue(1);
      assertThat(flips.origin().loader()).hasToString("plugin " + jar);
      assertThat(PluginCases.measure(flips.factory(), PluginCases.walk(7))).isEqualTo(7);
      assertThat(registry.plugins()).contains(flips.origin());

      PathGeneratorFactory diagonal = registry.pathGenerator("acme-diagonal").factory();
      PathGenerator paths = diagonal.create(null, new PathContext(2, Optional.empty(), 0));
      assertThat(paths.count()).isEqualTo(1);
      assertThat(paths.path(0).end().coordinates()).containsExactly(1, 1);

      var loader = registry.modelLoader("acme-models").factory();
      ModelSource source = new ModelSource("acme:7", folder);
      assertThat(loader.accepts(source)).isTrue();
      assertThat(loader.create(null).load(source).name()).isEqualTo("acme:7");

      MetricContract.check(flips.factory());
      PathGeneratorContract.check(diagonal, Map.of(), new PathContext(2, Optional.empty(), 0));
      FactoryContract.check(loader);
    }
  }

  @Test
  void optionsReachThePlugin() throws IOException {
    PluginCases.jar("good").write(folder.resolve("good.jar"));

    try (ComponentRegistry registry = PluginLoader.load(Optional.of(folder))) {
      MetricFactory flips = registry.metric("acme-flips").factory();
      double[] row = new double[1];
      flips
          .create(PluginCases.options(flips, Map.of("factor", "3")), PluginCases.context())
          .measure(PluginCases.walk(5), row, 0);
      assertThat(row[0]).isEqualTo(15);
      // What the plugin says to the user arrives as it was said.
      assertThatThrownBy(
              () ->
                  flips.create(
                      PluginCases.options(flips, Map.of("factor", "0")), PluginCases.context()))
          .isExactlyInstanceOf(InvalidInputException.class)
          .hasMessage("'metrics.acme-flips.factor' must not be 0");
    }
  }

  @Test
  void aFolderOfJarsIsOnePlugin() throws IOException {
    Path library = PluginCases.jar("dependency/library").write(folder.resolve("late/base.jar"));
    Path jar =
        PluginCases.jar("dependency/in-measure", library).write(folder.resolve("late/late.jar"));

    try (ComponentRegistry registry = PluginLoader.load(Optional.of(folder))) {
      Component<MetricFactory> late = registry.metric("acme-late");
      assertThat(late.origin().jar()).contains(jar);
      assertThat(late.origin().version()).isEmpty();
      assertThat(late.origin().apiLevel()).isEmpty();
      assertThat(PluginCases.measure(late.factory(), PluginCases.walk(1))).isEqualTo(42);
    }
  }

  @Test
  void pluginsDoNotSeeEachOther() throws IOException {
    PluginCases.jar("isolation/one").write(folder.resolve("one.jar"));
    PluginCases.jar("isolation/two").write(folder.resolve("two.jar"));

    try (ComponentRegistry registry = PluginLoader.load(Optional.of(folder))) {
      MetricFactory one = registry.metric("iso-one").factory();
      MetricFactory two = registry.metric("iso-two").factory();
      assertThat(PluginCases.measure(one, PluginCases.walk(1))).isEqualTo(1);
      assertThat(PluginCases.measure(two, PluginCases.walk(1))).isEqualTo(2);
    }
  }

  @Test
  void aPluginSeesTheApiAndTheJdkAlone() throws IOException {
    PluginCases.jar("sees").write(folder.resolve("sees.jar"));

    try (PluginReport report = PluginLoader.report(Optional.of(folder))) {
      assertThat(report.problems()).isEmpty();
    }
  }

  @Test
  void callsRunWithTheContextClassLoaderOfThePlugin() throws IOException {
    PluginCases.jar("context").write(folder.resolve("context.jar"));
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();

    try (ComponentRegistry registry = PluginLoader.load(Optional.of(folder))) {
      MetricFactory context = registry.metric("acme-context").factory();
      // The plugin throws where the context class loader is not its own.
      assertThat(PluginCases.measure(context, PluginCases.walk(1))).isEqualTo(2);
      assertThat(
              context
                  .create(PluginCases.options(context, Map.of()), PluginCases.context())
                  .values())
          .hasSize(1);
      assertThat(thread.getContextClassLoader()).isSameAs(before);
    }
  }

  @Test
  void otherFilesAndHiddenOnesArePassedOver() throws IOException {
    Files.writeString(folder.resolve("README.txt"), "plugins go here");
    Files.createDirectory(folder.resolve(".cache"));
    PluginCases.jar("good").write(folder.resolve("Good Plugin ä.JAR"));

    try (ComponentRegistry registry = PluginLoader.load(Optional.of(folder))) {
      assertThat(registry.metric("acme-flips").name()).isEqualTo("acme-flips");
    }
  }

  @Test
  void theFolderMayBeRelative() throws IOException {
    PluginCases.jar("good").write(folder.resolve("good.jar"));
    Path relative = Path.of("").toAbsolutePath().relativize(folder.toAbsolutePath());

    try (ComponentRegistry registry = PluginLoader.load(Optional.of(relative))) {
      assertThat(registry.metric("acme-flips").origin().place())
          .isEqualTo(relative.resolve("good.jar").toString());
    }
  }

  @Test
  void anEmptyPluginFolderIsFine() {
    try (ComponentRegistry registry = PluginLoader.load(Optional.of(folder))) {
      assertThat(registry.plugins())
          .allMatch(plugin -> plugin.source() == PluginOrigin.Source.BUILT_IN);
    }
  }

  @Test
  void closingReleasesTheJars() throws IOException {
    Path library = PluginCases.jar("dependency/library").write(folder.resolve("late/base.jar"));
    PluginCases.jar("dependency/in-measure", library).write(folder.resolve("late/late.jar"));
    ComponentRegistry registry = PluginLoader.load(Optional.of(folder));
    MetricFactory late = registry.metric("acme-late").factory();
    registry.close();
    registry.close();

    // A class that was not needed before can no longer be loaded.
    assertThatThrownBy(() -> PluginCases.measure(late, PluginCases.walk(1)))
        .hasMessageContaining("late.jar");
  }

  @Test
  void builtInFactoriesKeepTheContract() {
    try (ComponentRegistry registry = PluginLoader.load(Optional.empty())) {
      registry.modelLoaders().forEach(component -> FactoryContract.check(component.factory()));
      registry.pathGenerators().forEach(component -> FactoryContract.check(component.factory()));
      registry.metrics().forEach(component -> FactoryContract.check(component.factory()));
    }
  }
}
