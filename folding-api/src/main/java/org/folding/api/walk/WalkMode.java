package org.folding.api.walk;

import java.util.Locale;

/** How a walk was obtained. */
public enum WalkMode {
  /** The patterns on the maximal open intervals of constant pattern: nothing is missed. */
  EXACT,
  /** The patterns at n equally spaced points, both ends included. */
  SAMPLED,
  /** The patterns at points chosen where patterns differ. */
  ADAPTIVE;

  /**
   * @return the word that users read and write
   */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
