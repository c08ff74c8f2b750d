package org.folding.core.text;

/** Tells numbers that are too large for float64 from what is no number at all. */
public final class LargeNumber {
  /** What to say of one, in words that follow the number. */
  public static final String WORDS = "beyond the greatest float64, 1.8e308";

  private LargeNumber() {}

  /**
   * @param text what should be a number
   * @return whether it is one, but of a magnitude that float64 does not reach
   */
  public static boolean isIn(String text) {
    try {
      return Double.isInfinite(Double.parseDouble(text))
          && text.chars().anyMatch(LargeNumber::isDigit);
    } catch (NumberFormatException e) {
      return false;
    }
  }

  /** Infinity itself has none. */
  private static boolean isDigit(int character) {
    return character >= '0' && character <= '9';
  }
}
