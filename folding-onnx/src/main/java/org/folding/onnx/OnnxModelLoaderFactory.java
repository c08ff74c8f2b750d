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
  private static final String PROVIDER = "provider";
  private static final String MEMORY = "memory";

  /** PyTorch's own files are taken to tell how they become ONNX files. */
  private static final List<String> ENDINGS = List.of(".onnx", ".pt", ".pth");

  @Override
  public String name() {
    return "onnx";
  }

  @Override
  public String description() {
    return "Reads ONNX files: exact where operators allow, else sampled with ONNX Runtime.";
  }

  @Override
  public List<OptionSpec> options() {
    return List.of(
        OptionSpec.of(
            CHECK,
            OptionSpec.Type.BOOLEAN,
            "true",
            "Whether to compare the loaded model with ONNX Runtime on a random input."),
        OptionSpec.choice(
            PROVIDER,
            ExecutionProvider.words(),
            "What ONNX Runtime computes with where layers are sampled that are not exact."),
        OptionSpec.of(
            MEMORY,
            OptionSpec.Type.INTEGER,
            "64",
            "About how many MiB a batch of such a walk may take, in each thread."));
  }

  @Override
  public boolean accepts(ModelSource source) {
    String text = source.text().toLowerCase(Locale.ROOT);
    return ENDINGS.stream().anyMatch(text::endsWith);
  }

  @Override
  public ModelLoader create(Options options) {
    return new OnnxModelLoader(
        new OnnxModelLoader.Settings(
            options.flag(CHECK),
            options.fullKey(CHECK) + "=false",
            ExecutionProvider.of(options.requiredText(PROVIDER)),
            options.fullKey(PROVIDER),
            options.integer(MEMORY, 1, 1 << 20) << 20));
  }
}
