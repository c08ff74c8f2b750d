package org.folding.core.builtin;

import java.util.List;
import org.folding.api.model.ModelLoaderFactory;
import org.folding.api.plugin.FoldingPlugin;
import org.folding.core.cantornet.CantorNetLoaderFactory;

/** The model loaders and path generators of folding-core. */
public final class CorePlugin implements FoldingPlugin {

  @Override
  public List<ModelLoaderFactory> modelLoaders() {
    return List.of(new CantorNetLoaderFactory());
  }
}
