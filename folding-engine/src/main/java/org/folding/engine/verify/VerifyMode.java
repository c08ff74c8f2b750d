package org.folding.engine.verify;

import java.util.Locale;

/** How exact walks are verified. */
public enum VerifyMode {
  /**
   * The network is evaluated from scratch at the midpoint of every region, and all bits compared.
   * Shows that each region is there, in this order and with this pattern; a region that is missing
   * between two midpoints is not seen.
   */
  MIDPOINTS,
  /** The path is walked again without rounding, and every step compared. For small networks. */
  RATIONAL;

  /**
   * @return the word that users read and write
   */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
