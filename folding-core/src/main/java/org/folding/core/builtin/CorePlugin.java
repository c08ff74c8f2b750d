package org.folding.core.builtin;

import java.util.List;
import org.folding.api.model.ModelLoaderFactory;
import org.folding.api.path.PathGeneratorFactory;
import org.folding.api.plugin.FoldingPlugin;
import org.folding.core.cantornet.CantorNetLoaderFactory;
import org.folding.core.json.JsonModelLoaderFactory;
import org.folding.core.path.LineFactory;
import org.folding.core.path.PiecewiseFactory;
import org.folding.core.path.RandomFactory;

/** The model loaders and path generators of folding-core. */
public final class CorePlugin implements FoldingPlugin {

  @Override
  public List<ModelLoaderFactory> modelLoaders() {
    return List.of(new JsonModelLoaderFactory(), new CantorNetLoaderFactory());
  }

  @Override
  public List<PathGeneratorFactory> pathGenerators() {
    return List.of(new LineFactory(), new PiecewiseFactory(), new RandomFactory());
  }
}
