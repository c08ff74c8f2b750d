package org.folding.cli;

import com.google.inject.Inject;
import org.folding.api.model.Model;
import org.folding.core.plugin.ComponentRegistry;

/** Opens the model that a command is about, with the plugins that may load it. */
final class ModelOpener {
  private final Registries registries;

  @Inject
  ModelOpener(Registries registries) {
    this.registries = registries;
  }

  /**
   * A model and the components beside it.
   *
   * @param registry the components
   * @param model the model
   */
  record OpenedModel(ComponentRegistry registry, Model model) implements AutoCloseable {
    @Override
    public void close() {
      try (registry) {
        model.close();
      }
    }
  }

  /** Opens what the options name. */
  OpenedModel open(ModelArgument argument, PluginFolder plugins) {
    ComponentRegistry registry = registries.open(plugins.path());
    try {
      return new OpenedModel(registry, argument.load(registry));
    } catch (RuntimeException | Error e) {
      registry.close();
      throw e;
    }
  }
}
