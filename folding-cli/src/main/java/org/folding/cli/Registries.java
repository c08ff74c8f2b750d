package org.folding.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.folding.core.plugin.ComponentRegistry;
import org.folding.core.plugin.PluginLoader;
import org.folding.core.plugin.PluginReport;

/** Opens the registry of components once the folder of the plugins is known. */
final class Registries {

  /**
   * @param plugins the folder of the plugins; empty for the components of folding alone
   * @return the registry, to be closed
   * @throws org.folding.api.InvalidInputException if a plugin is broken
   */
  ComponentRegistry open(Optional<Path> plugins) {
    return PluginLoader.load(plugins);
  }

  /** Opens it without the plugins that are broken, and tells what is wrong with those. */
  PluginReport report(Optional<Path> plugins) {
    return PluginLoader.report(plugins);
  }
}
