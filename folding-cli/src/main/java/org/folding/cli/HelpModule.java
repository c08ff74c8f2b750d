package org.folding.cli;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;

/** What tells of folding itself: its components, commands and properties. */
final class HelpModule extends AbstractModule {
  @Override
  protected void configure() {
    Commands.add(binder(), PluginsCommand.class);
    Commands.add(binder(), HelpCommand.class);
  }

  @Provides
  PluginsCommand plugins(Console console, Registries registries) {
    return new PluginsCommand(console, registries);
  }

  @Provides
  HelpCommand help(Console console, Registries registries) {
    return new HelpCommand(console, registries);
  }
}
