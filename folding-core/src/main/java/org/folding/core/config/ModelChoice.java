package org.folding.core.config;

import java.util.Objects;
import org.folding.api.InvalidInputException;
import org.folding.api.Options;
import org.folding.api.model.Model;
import org.folding.api.model.ModelLoaderFactory;
import org.folding.api.model.ModelSource;

/**
 * Which model a run is about.
 *
 * @param loader makes the loader
 * @param options the loader's options
 * @param source what the user named
 */
public record ModelChoice(ModelLoaderFactory loader, Options options, ModelSource source) {
  /** Checks that nothing is null. */
  public ModelChoice {
    Objects.requireNonNull(loader, "loader is null");
    Objects.requireNonNull(options, "options is null");
    Objects.requireNonNull(source, "source is null");
  }

  /**
   * Loads the model.
   *
   * @return the model, to be closed
   * @throws InvalidInputException if it cannot be loaded
   */
  public Model open() {
    return loader.create(options).load(source);
  }
}
