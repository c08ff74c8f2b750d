package acme.good;

import java.util.List;
import org.folding.api.metric.MetricFactory;
import org.folding.api.model.ModelLoaderFactory;
import org.folding.api.path.PathGeneratorFactory;
import org.folding.api.plugin.FoldingPlugin;

public final class GoodPlugin implements FoldingPlugin {
  @Override
  public List<ModelLoaderFactory> modelLoaders() {
    return List.of(new NamedModels());
  }

  @Override
  public List<PathGeneratorFactory> pathGenerators() {
    return List.of(new UnitDiagonal());
  }

  @Override
  public List<MetricFactory> metrics() {
    return List.of(new Flips());
  }
}
