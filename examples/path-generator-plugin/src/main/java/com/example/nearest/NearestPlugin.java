package com.example.nearest;

import java.util.List;
import org.folding.api.path.PathGeneratorFactory;
import org.folding.api.plugin.FoldingPlugin;

/** Lists what this JAR provides; its service file names this class. */
public final class NearestPlugin implements FoldingPlugin {
  @Override
  public List<PathGeneratorFactory> pathGenerators() {
    return List.of(new NearestFactory());
  }
}
