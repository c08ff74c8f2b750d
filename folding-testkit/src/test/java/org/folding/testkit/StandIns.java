package org.folding.testkit;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.folding.api.OptionSpec;
import org.folding.api.Options;
import org.folding.api.metric.Metric;
import org.folding.api.metric.MetricContext;
import org.folding.api.metric.MetricFactory;
import org.folding.api.metric.MetricValue;
import org.folding.api.model.Evaluator;
import org.folding.api.model.Model;
import org.folding.api.model.ModelLoader;
import org.folding.api.model.ModelLoaderFactory;
import org.folding.api.model.ModelSource;
import org.folding.api.model.UnitLayer;
import org.folding.api.network.Network;
import org.folding.api.network.Shape;
import org.folding.api.path.InputPath;
import org.folding.api.path.PathContext;
import org.folding.api.path.PathGenerator;
import org.folding.api.path.PathGeneratorFactory;
import org.folding.api.walk.Walk;

/** Components of which tests break one rule each. */
final class StandIns {
  private StandIns() {}

  record Traits(
      Supplier<String> name, Supplier<String> description, Supplier<List<OptionSpec>> options) {
    static Traits of(String name, OptionSpec... options) {
      return new Traits(() -> name, () -> "Stands in.", () -> List.of(options));
    }
  }

  record HandMetricFactory(Traits traits, BiFunction<Options, MetricContext, Metric> body)
      implements MetricFactory {
    @Override
    public String name() {
      return traits.name().get();
    }

    @Override
    public String description() {
      return traits.description().get();
    }

    @Override
    public List<OptionSpec> options() {
      return traits.options().get();
    }

    @Override
    public Metric create(Options options, MetricContext context) {
      return body.apply(options, context);
    }
  }

  /** Writes into a row. */
  interface Measuring {
    void measure(Walk walk, double[] row, int offset);
  }

  record HandMetric(Supplier<List<MetricValue>> given, Measuring body) implements Metric {
    @Override
    public List<MetricValue> values() {
      return given.get();
    }

    @Override
    public void measure(Walk walk, double[] row, int offset) {
      body.measure(walk, row, offset);
    }
  }

  record HandPathFactory(BiFunction<Options, PathContext, PathGenerator> body)
      implements PathGeneratorFactory {
    @Override
    public String name() {
      return "acme-paths";
    }

    @Override
    public String description() {
      return "Stands in.";
    }

    @Override
    public PathGenerator create(Options options, PathContext context) {
      return body.apply(options, context);
    }
  }

  /** Makes a path. */
  interface Pathing {
    InputPath path(long index);
  }

  record HandPaths(long count, Pathing body) implements PathGenerator {
    @Override
    public InputPath path(long index) {
      return body.path(index);
    }
  }

  record HandLoaderFactory(Function<ModelSource, Boolean> accepting, ModelLoader loader)
      implements ModelLoaderFactory {
    static HandLoaderFactory of(Model model) {
      return new HandLoaderFactory(source -> source.text().startsWith("acme:"), source -> model);
    }

    @Override
    public String name() {
      return "acme-models";
    }

    @Override
    public String description() {
      return "Stands in.";
    }

    @Override
    public boolean accepts(ModelSource source) {
      return accepting.apply(source);
    }

    @Override
    public ModelLoader create(Options options) {
      return loader;
    }
  }

  record HandModel(
      String name,
      Shape inputShape,
      List<UnitLayer> layers,
      Optional<Network> network,
      List<String> obstacles,
      Optional<Evaluator> newEvaluator)
      implements Model {}
}
