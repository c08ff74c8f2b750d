package com.example.nnet;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.folding.api.OptionSpec;
import org.folding.api.Options;
import org.folding.api.model.ModelLoader;
import org.folding.api.model.ModelLoaderFactory;
import org.folding.api.model.ModelSource;

/** Makes the model loader {@code nnet} and describes its option. */
final class NnetLoaderFactory implements ModelLoaderFactory {
  private static final String NORMALISE = "normalise";

  @Override
  public String name() {
    return "nnet";
  }

  @Override
  public String description() {
    return "Reads fully connected ReLU networks in the NNet text format, *.nnet.";
  }

  @Override
  public List<OptionSpec> options() {
    return List.of(
        OptionSpec.of(
            NORMALISE,
            OptionSpec.Type.BOOLEAN,
            "true",
            "Whether the network takes raw inputs, which the means and ranges of the file"
                + " normalise; false: it takes normalised inputs."));
  }

  @Override
  public boolean accepts(ModelSource source) {
    return source.text().strip().toLowerCase(Locale.ROOT).endsWith(".nnet");
  }

  @Override
  public ModelLoader create(Options options) {
    boolean normalise = options.flag(NORMALISE);
    return source -> {
      Path file = source.file();
      return new NnetModel(NnetNetwork.read(file).toNetwork(normalise), file);
    };
  }
}
