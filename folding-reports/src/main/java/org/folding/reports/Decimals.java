package org.folding.reports;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/**
 * Numbers in decimal digits, by one rule wherever folding shows them. What is rounded is the
 * shortest decimal fraction that stands for a number, the one that result files hold, and a half
 * goes away from zero. So a ratio of two whole numbers comes out as by hand: 247 of 2000 are 12.35
 * %, which is 12.4 % with one decimal, although the double nearest to 0.1235 is less. {@code
 * report.js} has the same rule.
 */
public final class Decimals {
  private static final double LARGEST_WHOLE = 1e15;
  private static final double LARGE = 1e7;
  private static final double SMALL = 1e-4;
  private static final int PLACES = 4;

  private Decimals() {}

  /**
   * @param number a number
   * @return four decimals, or none for a whole number; an exponent where a number is very large or
   *     small, ∞ where it is infinite, and a hyphen for NaN
   */
  public static String text(double number) {
    double size = Math.abs(number);
    if (number == Math.rint(number) && size < LARGEST_WHOLE) {
      return String.valueOf((long) number);
    }
    return size >= SMALL && size < LARGE
        ? fixed(number, PLACES)
        : scientific(number, PLACES, RoundingMode.HALF_UP);
  }

  /**
   * @param number a number
   * @param places how many decimals
   * @return the number with so many decimals
   */
  public static String fixed(double number, int places) {
    return Double.isFinite(number)
        ? shortest(number).setScale(places, RoundingMode.HALF_UP).toPlainString()
        : notFinite(number);
  }

  /**
   * @param share from 0 to 1
   * @return a percentage with one decimal
   */
  public static String percent(double share) {
    return Double.isFinite(share)
        ? shortest(share).movePointRight(2).setScale(1, RoundingMode.HALF_UP).toPlainString() + " %"
        : notFinite(share);
  }

  /**
   * @param number a number
   * @param digits how many digits
   * @param mode where to round to
   * @return the number with so many digits and an exponent, 0 without
   */
  public static String scientific(double number, int digits, RoundingMode mode) {
    if (!Double.isFinite(number)) {
      return notFinite(number);
    }
    if (number == 0) {
      return "0";
    }
    BigDecimal rounded = shortest(number).round(new MathContext(digits, mode));
    int exponent = rounded.precision() - rounded.scale() - 1;
    return rounded.movePointLeft(exponent).setScale(digits - 1).toPlainString() + "e" + exponent;
  }

  /**
   * @param seconds how long something took
   * @return that in seconds, minutes or hours
   */
  public static String duration(double seconds) {
    if (seconds < 60) {
      return fixed(seconds, seconds < 10 ? 1 : 0) + " s";
    }
    long whole = Math.round(seconds);
    return whole < 3600
        ? String.format(Locale.ROOT, "%d:%02d min", whole / 60, whole % 60)
        : String.format(Locale.ROOT, "%d:%02d h", whole / 3600, whole % 3600 / 60);
  }

  /**
   * @param perSecond how many of something are done in a second
   * @return that without decimals, or with one where there are few
   */
  public static String rate(double perSecond) {
    return fixed(perSecond, perSecond < 10 ? 1 : 0);
  }

  private static String notFinite(double number) {
    return Double.isNaN(number) ? "-" : number > 0 ? "∞" : "-∞";
  }

  /** Not by {@link Double#toString}, which before Java 19 has a digit too many for some numbers. */
  private static BigDecimal shortest(double number) {
    BigDecimal exact = new BigDecimal(number);
    int digits = 0;
    BigDecimal rounded;
    do {
      rounded = exact.round(new MathContext(++digits, RoundingMode.HALF_EVEN));
    } while (rounded.doubleValue() != number);
    return rounded;
  }
}
