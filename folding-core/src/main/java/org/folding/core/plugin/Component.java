package org.folding.core.plugin;

import java.util.Objects;
import org.folding.api.ComponentFactory;

/**
 * A registered component.
 *
 * @param <F> the kind of factory
 * @param factory makes instances; safe to call whatever the plugin does, see {@link
 *     ComponentRegistry}
 * @param origin where it comes from
 */
public record Component<F extends ComponentFactory>(F factory, PluginOrigin origin) {

  /** Checks that nothing is null. */
  public Component {
    Objects.requireNonNull(factory, "factory is null");
    Objects.requireNonNull(origin, "origin is null");
  }

  /**
   * @return the name by which a configuration asks for it
   */
  public String name() {
    return factory.name();
  }
}
