package org.folding.testkit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.folding.api.metric.MetricContext;
import org.folding.api.metric.MetricFactory;
import org.folding.api.metric.MetricValue;
import org.folding.api.model.ModelLoaderFactory;
import org.folding.api.model.ModelSource;
import org.folding.api.model.UnitLayer;
import org.folding.api.network.Dense;
import org.folding.api.network.Network;
import org.folding.api.network.Rectifier;
import org.folding.api.network.Shape;
import org.folding.api.network.Tensor;
import org.folding.api.network.UnitRole;
import org.folding.api.path.InputPath;
import org.folding.api.path.PathContext;
import org.folding.api.path.PathGeneratorFactory;
import org.folding.api.path.Waypoint;
import org.folding.api.plugin.FoldingPlugin;
import org.folding.api.walk.WalkMode;
import org.folding.testkit.StandIns.HandLoaderFactory;
import org.folding.testkit.StandIns.HandMetric;
import org.folding.testkit.StandIns.HandMetricFactory;
import org.folding.testkit.StandIns.HandModel;
import org.folding.testkit.StandIns.HandPathFactory;
import org.folding.testkit.StandIns.HandPaths;
import org.folding.testkit.StandIns.Traits;
import org.junit.jupiter.api.Test;

final class PluginContractTest {
  private static final PathContext PLANE = new PathContext(2, Optional.empty(), 42);
  private static final ModelSource MODEL = new ModelSource("acme:7", Path.of(""));

  /** Named in the service file. */
  public static final class Good implements FoldingPlugin {
    private List<MetricFactory> metrics = List.of(metric("acme-flips"));

    @Override
    public List<MetricFactory> metrics() {
      return metrics;
    }

    @Override
    public List<PathGeneratorFactory> pathGenerators() {
      InputPath path = new InputPath(List.of(Waypoint.point(0, 0), Waypoint.point(1, 1)));
      return List.of(new HandPathFactory((options, context) -> new HandPaths(1, index -> path)));
    }

    @Override
    public List<ModelLoaderFactory> modelLoaders() {
      Network.Builder builder = Network.builder("acme", Shape.of(1));
      builder.then("map", new Dense(Tensor.of(Shape.of(1, 1), 1), Tensor.vector(0)));
      builder.then("relu", Rectifier.relu(UnitRole.HIDDEN));
      Network network = builder.build();
      return List.of(
          HandLoaderFactory.of(
              new HandModel(
                  "acme",
                  Shape.of(1),
                  UnitLayer.of(network),
                  Optional.of(network),
                  List.of(),
                  Optional.empty())));
    }
  }

  @Test
  void acceptsWhatKeepsTheRules() {
    contract(new Good()).check();
    contract(new Good()).metric("acme-flips", Map.of()).check();
    contract(new Good())
        .metric(
            "acme-flips",
            Map.of(),
            new MetricContext(Walks.layers(1), WalkMode.EXACT, Optional.empty()),
            List.of(Walks.of(1).build()))
        .check();
  }

  @Test
  void refusesAClassThatNobodyCanMake() {
    assertBroken(
        PluginContract.of(new Hidden()),
        "plugin " + Hidden.class.getName() + ": the class must be public: found one that is not");
    assertBroken(
        PluginContract.of(new Choosy(1)),
        "plugin "
            + Choosy.class.getName()
            + ": the class must have a public constructor without arguments: found"
            + " [public org.folding.testkit.PluginContractTest$Choosy(int)]");
    assertBroken(
        PluginContract.of(Once.FIRST),
        "plugin "
            + Once.class.getName()
            + ": a second instance must not throw: found java.lang.IllegalStateException:"
            + " java.lang.IllegalStateException: once is enough");
  }

  @Test
  void refusesAClassThatTheServiceFileDoesNotName() {
    assertThatThrownBy(() -> PluginContract.of(new Unnamed()).check())
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith(
            "plugin "
                + Unnamed.class.getName()
                + ": META-INF/services/org.folding.api.plugin.FoldingPlugin must name the class:"
                + " found [")
        .hasMessageContaining("org.folding.testkit.Missing not found")
        .hasMessageContaining(Good.class.getName());
  }

  @Test
  void refusesComponentsOfOneName() {
    Good plugin = new Good();
    plugin.metrics = List.of(metric("acme-flips"), metric("acme-flips"));

    assertBroken(
        contract(plugin),
        "plugin "
            + Good.class.getName()
            + ": the names of one kind must differ: found metric 'acme-flips' twice");
  }

  @Test
  void checksEveryComponent() {
    Good plugin = new Good();
    plugin.metrics = List.of(metric("acme-flips"), metric("Acme"));
    assertBroken(
        contract(plugin),
        "metric 'Acme': the name must match [a-z][a-z0-9_-]* and have at most 127 characters: found"
            + " 'Acme'");
    plugin.metrics =
        List.of(
            metric("acme-flips"),
            new HandMetricFactory(Traits.of("acme-nothing"), (options, context) -> null));
    assertBroken(contract(plugin), "metric 'acme-nothing': create() must not return null");
    plugin.metrics = null;
    assertBroken(
        contract(plugin), "plugin " + Good.class.getName() + ": metrics() must not return null");
    assertBroken(
        contract(new Good()).paths("acme-paths", Map.of(), new PathContext(3, Optional.empty(), 1)),
        "path generator 'acme-paths': the points of path(0) must have as many coordinates as the"
            + " model's input: expected 3 but found 2");
    assertBroken(
        contract(new Good()).model("acme-models", Map.of(), new ModelSource("net", Path.of(""))),
        "model loader 'acme-models': accepts('net') must be true for a model that it loads: found"
            + " false");
  }

  @Test
  void asksForAnExampleOfWhatItCannotGuess() {
    assertBroken(
        PluginContract.of(new Good()).model("acme-models", Map.of(), MODEL),
        "plugin "
            + Good.class.getName()
            + ": path generator 'acme-paths' must have an example to be checked by: found none");
    assertBroken(
        PluginContract.of(new Good()).paths("acme-paths", Map.of(), PLANE),
        "plugin "
            + Good.class.getName()
            + ": model loader 'acme-models' must have an example to be checked by: found none");
    assertBroken(
        contract(new Good()).metric("acme-flops", Map.of()),
        "plugin "
            + Good.class.getName()
            + ": an example is given for metric 'acme-flops': found only [acme-flips]");
  }

  private static PluginContract contract(FoldingPlugin plugin) {
    return PluginContract.of(plugin)
        .paths("acme-paths", Map.of(), PLANE)
        .model("acme-models", Map.of(), MODEL);
  }

  private static MetricFactory metric(String name) {
    return new HandMetricFactory(
        Traits.of(name),
        (options, context) ->
            new HandMetric(
                () -> List.of(MetricValue.count("flips", "The flips.")),
                (walk, row, offset) -> row[offset] = walk.flips()));
  }

  private static void assertBroken(PluginContract contract, String message) {
    assertThatThrownBy(contract::check).isInstanceOf(AssertionError.class).hasMessage(message);
  }

  private static final class Hidden implements FoldingPlugin {}

  /** Public, but not in the service file. */
  public static final class Unnamed implements FoldingPlugin {}

  /** Wants to know something. */
  public static final class Choosy implements FoldingPlugin {
    public Choosy(int choice) {
      if (choice < 1) {
        throw new IllegalArgumentException();
      }
    }
  }

  /** Can be made once. */
  public static final class Once implements FoldingPlugin {
    private static final AtomicBoolean MADE = new AtomicBoolean();
    static final Once FIRST = new Once();

    public Once() {
      if (MADE.getAndSet(true)) {
        throw new IllegalStateException("once is enough");
      }
    }
  }
}
