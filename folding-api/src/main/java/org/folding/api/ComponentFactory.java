package org.folding.api;

import java.util.List;

/**
 * What the factories of every kind of component have in common: the name by which a configuration
 * asks for the component, a description, and its options.
 *
 * <p>The host checks a configuration against {@link #options()} before it creates anything, so an
 * unknown key or a value of the wrong type never reaches a component.
 */
public interface ComponentFactory {

  /**
   * @return the name used in configurations and column headings; lower case, {@code
   *     [a-z][a-z0-9_-]*}, shorter than 128 characters, and unique among components of its kind
   */
  String name();

  /**
   * @return one sentence for the user, shown by {@code folding plugins}
   */
  String description();

  /**
   * @return the options that this component understands; none by default
   */
  default List<OptionSpec> options() {
    return List.of();
  }
}
