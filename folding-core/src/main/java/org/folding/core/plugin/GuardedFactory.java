package org.folding.core.plugin;

import java.util.List;
import org.folding.api.ComponentFactory;
import org.folding.api.OptionSpec;

/** What the guarded factories of all kinds answer without asking the plugin again. */
interface GuardedFactory extends ComponentFactory {

  /** What the plugin's factory said of itself when it was registered. */
  ComponentTraits traits();

  @Override
  default String name() {
    return traits().name();
  }

  @Override
  default String description() {
    return traits().description();
  }

  @Override
  default List<OptionSpec> options() {
    return traits().options();
  }
}
