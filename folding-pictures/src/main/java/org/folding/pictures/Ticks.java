package org.folding.pictures;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** Round numbers along an axis. */
final class Ticks {
  private Ticks() {}

  /**
   * A number on an axis.
   *
   * @param value the number
   * @param text how it is written
   */
  record Tick(double value, String text) {}

  /**
   * Multiples of 1, 2 or 5 times a power of ten.
   *
   * @param most how many at most, at least 2
   */
  static List<Tick> between(double low, double high, int most) {
    BigDecimal step = step((high - low) / most);
    long first = (long) Math.ceil(low / step.doubleValue() - 1e-9);
    List<Tick> ticks = new ArrayList<>();
    for (long k = first; k * step.doubleValue() <= high + 1e-9 * (high - low); k++) {
      BigDecimal value = step.multiply(BigDecimal.valueOf(k));
      ticks.add(new Tick(value.doubleValue(), text(value)));
    }
    return ticks;
  }

  /** Whole multiples of a whole step. */
  static List<Tick> wholeBetween(int low, int high, int most) {
    double step = Math.max(1, step((double) (high - low) / most).doubleValue());
    List<Tick> ticks = new ArrayList<>();
    for (double value = low; value <= high; value += step) {
      ticks.add(new Tick(value, Long.toString((long) value)));
    }
    return ticks;
  }

  /** The least round number that is not less. */
  private static BigDecimal step(double least) {
    if (!(least > 0)) {
      return BigDecimal.ONE;
    }
    BigDecimal exact = new BigDecimal(least, new MathContext(6, RoundingMode.UP));
    BigDecimal power = BigDecimal.ONE.scaleByPowerOfTen(exact.precision() - exact.scale() - 1);
    for (int factor : new int[] {1, 2, 5}) {
      BigDecimal step = power.multiply(BigDecimal.valueOf(factor));
      if (step.compareTo(exact) >= 0) {
        return step;
      }
    }
    return power.multiply(BigDecimal.TEN);
  }

  private static String text(BigDecimal value) {
    if (value.signum() == 0) {
      return "0";
    }
    String plain = value.stripTrailingZeros().toPlainString();
    return plain.replace('-', '\u2212');
  }
}
