package org.folding.cli;

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
    return Decimals.duration(seconds);
  }
}
