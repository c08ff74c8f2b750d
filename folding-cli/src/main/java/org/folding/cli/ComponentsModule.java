package org.folding.cli;

import com.google.inject.AbstractModule;

/**
 * Plugins, and with them the model loaders, path generators and metrics. These stay in their
 * registry, which names JARs; the folder of the plugins is known only when options are parsed.
 */
final class ComponentsModule extends AbstractModule {
  @Override
  protected void configure() {
    bind(Registries.class);
    bind(PluginFolder.class).toProvider(PluginFolder::new);
  }
}
