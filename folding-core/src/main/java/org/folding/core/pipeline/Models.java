package org.folding.core.pipeline;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.folding.api.InvalidInputException;
import org.folding.api.model.Model;
import org.folding.api.model.ModelLoaderFactory;
import org.folding.api.model.ModelSource;
import org.folding.core.config.LoaderOptions;
import org.folding.core.config.ModelChoice;
import org.folding.core.config.ModelLoaders;
import org.folding.core.plugin.ComponentRegistry;

/** Loads models by what the user calls them. */
public final class Models {
  private Models() {}

  /**
   * Loads a model with the loader that is meant for its name.
   *
   * @param text a file, or a name such as {@code cantornet:A/3}
   * @param directory where relative file names start
   * @param registry the loaders that exist
   * @return the model, to be closed
   * @throws InvalidInputException if it cannot be loaded
   */
  public static Model load(String text, Path directory, ComponentRegistry registry) {
    return load(text, Optional.empty(), "the loader", Map.of(), directory, registry);
  }

  /**
   * Loads a model.
   *
   * @param text a file, or a name such as {@code cantornet:A/3}
   * @param loaderName the loader to take; empty for the one that is meant for the name
   * @param setting what the user can set to a loader's name, as messages call it
   * @param options options of the loader, by the keys that a configuration has for them
   * @param directory where relative file names start
   * @param registry the loaders that exist
   * @return the model, to be closed
   * @throws InvalidInputException if it cannot be loaded
   */
  public static Model load(
      String text,
      Optional<String> loaderName,
      String setting,
      Map<String, String> options,
      Path directory,
      ComponentRegistry registry) {
    ModelSource source = ModelLoaders.requireFile(new ModelSource(text, directory));
    ModelLoaderFactory loader = ModelLoaders.choose(source, loaderName, setting, registry);
    return new ModelChoice(loader, LoaderOptions.read(loader, options, directory), source).open();
  }
}
