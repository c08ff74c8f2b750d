package org.folding.core.study;

/**
 * A number that was estimated from a sample, and the interval that holds the right one with a
 * confidence of 95 %.
 *
 * @param value the estimate
 * @param low the lower end
 * @param high the upper end
 */
public record Interval(double value, double low, double high) {
  /** The 97.5 % quantile of the standard normal distribution. */
  static final double Z = 1.959963984540054;

  /** What is known without an error. */
  static Interval exact(double value) {
    return new Interval(value, value, value);
  }
}
