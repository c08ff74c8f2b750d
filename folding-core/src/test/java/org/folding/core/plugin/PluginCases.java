package org.folding.core.plugin;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.folding.api.Options;
import org.folding.api.data.Dataset;
import org.folding.api.metric.MetricContext;
import org.folding.api.metric.MetricFactory;
import org.folding.api.walk.CountedUnits;
import org.folding.api.walk.Walk;
import org.folding.api.walk.WalkMode;
import org.folding.core.testing.PluginJar;
import org.folding.testkit.Walks;

/** The plugins of {@code src/test/plugins}, and ways to use what they bring. */
final class PluginCases {
  private PluginCases() {}

  static Path sources(String name) {
    return Path.of("src/test/plugins").resolve(name);
  }

  static PluginJar jar(String name, Path... libraries) throws IOException {
    return PluginJar.of(sources(name), libraries);
  }

  /** A walk of steps of one flip each, all of one unit, at equal distances. */
  static Walk walk(int steps) {
    Walks.Builder walk = Walks.of(1);
    for (int step = 1; step <= steps; step++) {
      walk.step(step / (steps + 1.0), 0);
    }
    return walk.build();
  }

  /** Options of a factory as a configuration gives them. */
  static Options options(MetricFactory factory, Map<String, String> given) {
    return Options.of(
        ComponentKind.METRIC.optionPrefix(factory.name()), factory.options(), given, Path.of(""));
  }

  static MetricContext context() {
    return new MetricContext(
        new CountedUnits(List.of()), WalkMode.EXACT, Optional.<Dataset>empty());
  }

  /** The first number that a metric with default options gives for a walk. */
  static double measure(MetricFactory factory, Walk walk) {
    double[] row = {-1, Double.NaN};
    factory.create(options(factory, Map.of()), context()).measure(walk, row, 1);
    return row[1];
  }
}
