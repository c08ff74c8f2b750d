package org.folding.core.config;

import java.util.List;
import org.folding.api.OptionSpec;
import org.folding.api.Options;
import org.folding.api.metric.Metric;
import org.folding.api.metric.MetricContext;
import org.folding.api.metric.MetricFactory;
import org.folding.api.model.ModelLoader;
import org.folding.api.model.ModelLoaderFactory;
import org.folding.api.model.ModelSource;
import org.folding.api.path.PathContext;
import org.folding.api.path.PathGenerator;
import org.folding.api.path.PathGeneratorFactory;
import org.folding.api.plugin.FoldingPlugin;
import org.folding.core.plugin.ComponentRegistry;

/** Components that can be configured and nothing else. */
final class StandIns implements FoldingPlugin {

  static ComponentRegistry registry() {
    return ComponentRegistry.builder().add(new StandIns()).build();
  }

  @Override
  public List<ModelLoaderFactory> modelLoaders() {
    return List.of(
        new Loader("built", "built:", List.of()),
        new Loader(
            "net",
            ".net",
            List.of(OptionSpec.of("strict", OptionSpec.Type.BOOLEAN, "true", "Whether."))));
  }

  @Override
  public List<PathGeneratorFactory> pathGenerators() {
    return List.of(
        new Paths(
            "line",
            List.of(
                OptionSpec.optional("from", OptionSpec.Type.VECTOR, "Start."),
                OptionSpec.optional("to", OptionSpec.Type.VECTOR, "End."))),
        new Paths(
            "random",
            List.of(OptionSpec.of("count", OptionSpec.Type.INTEGER, "1000", "How many."))));
  }

  @Override
  public List<MetricFactory> metrics() {
    return List.of(
        new Measure(
            "range",
            List.of(OptionSpec.of("layers", OptionSpec.Type.BOOLEAN, "false", "By layer."))),
        new Measure("convexity-defect", List.of()));
  }

  private record Loader(String name, String part, List<OptionSpec> options)
      implements ModelLoaderFactory {
    @Override
    public String description() {
      return "Loads.";
    }

    @Override
    public boolean accepts(ModelSource source) {
      return source.text().contains(part);
    }

    @Override
    public ModelLoader create(Options values) {
      throw new UnsupportedOperationException(name);
    }
  }

  private record Paths(String name, List<OptionSpec> options) implements PathGeneratorFactory {
    @Override
    public String description() {
      return "Enumerates.";
    }

    @Override
    public PathGenerator create(Options values, PathContext context) {
      throw new UnsupportedOperationException(name);
    }
  }

  private record Measure(String name, List<OptionSpec> options) implements MetricFactory {
    @Override
    public String description() {
      return "Measures.";
    }

    @Override
    public Metric create(Options values, MetricContext context) {
      throw new UnsupportedOperationException(name);
    }
  }
}
