package org.folding.engine.rational;

import java.math.BigInteger;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * A time on a line, a rational number. Not reduced: times are compared, and most comparisons are
 * settled by the nearest doubles.
 */
final class LineTime {
  static final LineTime ZERO = new LineTime(BigInteger.ZERO, BigInteger.ONE);
  static final LineTime ONE = new LineTime(BigInteger.ONE, BigInteger.ONE);

  /** Many times the relative error of {@link #near}: three roundings. */
  private static final double APART = 0x1p-48;

  private final BigInteger numerator;
  private final BigInteger denominator;
  // NaN where a double cannot tell.
  private final double near;

  /**
   * @param denominator more than 0
   */
  private LineTime(BigInteger numerator, BigInteger denominator) {
    this.numerator = numerator;
    this.denominator = denominator;
    double quotient = numerator.doubleValue() / denominator.doubleValue();
    boolean normal = Math.abs(quotient) >= Double.MIN_NORMAL && Double.isFinite(quotient);
    this.near = normal || numerator.signum() == 0 ? quotient : Double.NaN;
  }

  /** A time that is a double. */
  static LineTime of(double t) {
    int scale = Dyadic.scale(t);
    return new LineTime(Dyadic.scaled(t, scale), BigInteger.ONE.shiftLeft(scale));
  }

  /** Where alpha + beta · t is zero; beta must not be zero. */
  static LineTime ofZero(BigInteger alpha, BigInteger beta) {
    return beta.signum() > 0
        ? new LineTime(alpha.negate(), beta)
        : new LineTime(alpha, beta.negate());
  }

  /** Less than 0 if this time is before the other, more if it is after it. */
  int compareTo(LineTime other) {
    double difference = near - other.near;
    if (Math.abs(difference) > APART * (Math.abs(near) + Math.abs(other.near))) {
      return difference > 0 ? 1 : -1;
    }
    return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
  }

  BigFraction toFraction() {
    return new BigFraction(numerator, denominator);
  }
}
