package org.folding.pictures;

import java.util.Locale;

/** What the colour of a region says. */
public enum Colouring {
  /**
   * Its activation pattern: the same pattern has the same colour in every picture, and patterns
   * that differ in one bit differ in lightness.
   */
  PATTERN,
  /** The Hamming distance of its pattern from the one at the reference point. */
  DISTANCE,
  /** The predicted class. */
  CLASS;

  /**
   * @return the word that users write
   */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
