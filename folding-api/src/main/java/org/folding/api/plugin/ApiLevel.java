package org.folding.api.plugin;

/**
 * The level of the SPI. It rises when a plugin that was built before could no longer run; new
 * default methods and new types leave it as it is.
 */
public final class ApiLevel {

  /** The level of this SPI. */
  public static final int CURRENT = 1;

  /** The manifest attribute by which a plugin JAR states the level it was built for. */
  public static final String MANIFEST_ATTRIBUTE = "Folding-Api-Level";

  private ApiLevel() {}
}
