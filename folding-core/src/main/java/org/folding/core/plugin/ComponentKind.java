package org.folding.core.plugin;

/** The kinds of component that a plugin can bring. */
public enum ComponentKind {
  /** Loads models. */
  MODEL_LOADER("model loader", "model."),
  /** Enumerates paths. */
  PATH_GENERATOR("path generator", "paths."),
  /** Measures walks. */
  METRIC("metric", "metrics.");

  private final String words;
  private final String section;

  ComponentKind(String words, String section) {
    this.words = words;
    this.section = section;
  }

  /**
   * @return what users call such a component
   */
  public String words() {
    return words;
  }

  /**
   * @param name a component of this kind
   * @return what stands before the keys of its options in a configuration, for example {@code
   *     metrics.range.}
   */
  public String optionPrefix(String name) {
    return section + name + ".";
  }
}
