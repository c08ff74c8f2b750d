package com.example.nnet;

import java.util.List;
import org.folding.api.model.ModelLoaderFactory;
import org.folding.api.plugin.FoldingPlugin;

/** Lists what this JAR provides; its service file names this class. */
public final class NnetPlugin implements FoldingPlugin {
  @Override
  public List<ModelLoaderFactory> modelLoaders() {
    return List.of(new NnetLoaderFactory());
  }
}
