package org.folding.cli;

import com.google.inject.AbstractModule;
import org.folding.core.plugin.ComponentRegistry;

/**
 * The model loaders, path generators and metrics. They stay in their registry, which names JARs.
 */
final class ComponentsModule extends AbstractModule {
  private final ComponentRegistry registry;

  ComponentsModule(ComponentRegistry registry) {
    this.registry = registry;
  }

  @Override
  protected void configure() {
    bind(ComponentRegistry.class).toInstance(registry);
  }
}
