package org.folding.core.output;

import java.util.Objects;

/** The version of this build. */
public final class Versions {
  private Versions() {}

  /**
   * @return the version that the JAR's manifest states; {@code development} for loose classes
   */
  public static String folding() {
    return Objects.requireNonNullElse(
        Versions.class.getPackage().getImplementationVersion(), "development");
  }
}
