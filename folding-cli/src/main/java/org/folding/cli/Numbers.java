package org.folding.cli;

import java.util.Locale;
import org.folding.cli.report.Decimals;

/** Numbers as people read them. */
final class Numbers {
  private Numbers() {}

  /** Four decimals, or none for a whole number. */
  static String decimal(double number) {
    return Decimals.text(number);
  }

  static String percent(double share) {
    return Decimals.percent(share);
  }

  /** Paths, or whatever is counted, in a second. */
  static String rate(double perSecond) {
    return Decimals.fixed(perSecond, perSecond < 10 ? 1 : 0);
  }

  static String duration(double seconds) {
    if (seconds < 60) {
      return Decimals.fixed(seconds, seconds < 10 ? 1 : 0) + " s";
    }
    long whole = Math.round(seconds);
    return whole < 3600
        ? String.format(Locale.ROOT, "%d:%02d min", whole / 60, whole % 60)
        : String.format(Locale.ROOT, "%d:%02d h", whole / 3600, whole % 3600 / 60);
  }
}
