package org.folding.cli;

import java.util.Locale;

/** Numbers as people read them. */
final class Numbers {
  private static final double LARGE = 1e7;
  private static final double SMALL = 1e-4;

  private Numbers() {}

  /** Four decimals, or none for a whole number. */
  static String decimal(double number) {
    if (Double.isNaN(number)) {
      return "-";
    }
    double size = Math.abs(number);
    if (number == Math.rint(number) && size < LARGE) {
      return String.valueOf((long) number);
    }
    boolean extreme = size >= LARGE || size < SMALL;
    return String.format(Locale.ROOT, extreme ? "%.3e" : "%.4f", number);
  }

  static String percent(double share) {
    return Double.isNaN(share) ? "-" : String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }

  /** Paths, or whatever is counted, in a second. */
  static String rate(double perSecond) {
    return String.format(Locale.ROOT, perSecond < 10 ? "%.1f" : "%.0f", perSecond);
  }

  static String duration(double seconds) {
    if (seconds < 60) {
      return String.format(Locale.ROOT, seconds < 10 ? "%.1f s" : "%.0f s", seconds);
    }
    long whole = Math.round(seconds);
    return whole < 3600
        ? String.format(Locale.ROOT, "%d:%02d min", whole / 60, whole % 60)
        : String.format(Locale.ROOT, "%d:%02d h", whole / 3600, whole % 3600 / 60);
  }
}
