package org.folding.core.json;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.folding.api.Options;
import org.folding.api.model.ModelLoader;
import org.folding.api.model.ModelLoaderFactory;
import org.folding.api.model.ModelSource;
import org.folding.engine.network.NetworkModel;

/** Makes the loader of {@code *.json}. */
public final class JsonModelLoaderFactory implements ModelLoaderFactory {

  @Override
  public String name() {
    return "json";
  }

  @Override
  public String description() {
    return "Reads models in folding's own JSON format, *.json.";
  }

  @Override
  public boolean accepts(ModelSource source) {
    return source.text().strip().toLowerCase(Locale.ROOT).endsWith(".json");
  }

  @Override
  public ModelLoader create(Options options) {
    return source -> {
      Path file = source.file();
      return new NetworkModel(JsonModels.read(file), List.of(file));
    };
  }
}
