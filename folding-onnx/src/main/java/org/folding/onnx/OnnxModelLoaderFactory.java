package org.folding.onnx;

import java.util.List;
import java.util.Locale;
import org.folding.api.OptionSpec;
import org.folding.api.Options;
import org.folding.api.model.ModelLoader;
import org.folding.api.model.ModelLoaderFactory;
import org.folding.api.model.ModelSource;

/** Makes {@link OnnxModelLoader}s. */
final class OnnxModelLoaderFactory implements ModelLoaderFactory {
  private static final String CHECK = "check";

  @Override
  public String name() {
    return "onnx";
  }

  @Override
  public String description() {
    return "Reads piecewise-linear networks from ONNX files.";
  }

  @Override
  public List<OptionSpec> options() {
    return List.of(
        OptionSpec.of(
            CHECK,
            OptionSpec.Type.BOOLEAN,
            "true",
            "Whether to compare the loaded model with ONNX Runtime on a random input."));
  }

  @Override
  public boolean accepts(ModelSource source) {
    return source.text().toLowerCase(Locale.ROOT).endsWith(".onnx");
  }

  @Override
  public ModelLoader create(Options options) {
    return new OnnxModelLoader(options.flag(CHECK), options.fullKey(CHECK) + "=false");
  }
}
