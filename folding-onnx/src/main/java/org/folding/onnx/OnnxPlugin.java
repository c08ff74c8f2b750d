package org.folding.onnx;

import java.util.List;
import org.folding.api.model.ModelLoaderFactory;
import org.folding.api.plugin.FoldingPlugin;

/** Brings the loader of ONNX files. */
public final class OnnxPlugin implements FoldingPlugin {

  @Override
  public List<ModelLoaderFactory> modelLoaders() {
    return List.of(new OnnxModelLoaderFactory());
  }
}
