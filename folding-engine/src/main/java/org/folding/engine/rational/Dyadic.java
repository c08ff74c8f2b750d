package org.folding.engine.rational;

import java.math.BigInteger;
import org.folding.api.network.Tensor;

/** Doubles as what they are: whole numbers over a power of two. */
final class Dyadic {
  private static final int FRACTION_BITS = 52;
  private static final long IMPLICIT_BIT = 1L << FRACTION_BITS;

  private Dyadic() {}

  /** The least number of bits behind the point, at least 0, that hold a value without rounding. */
  static int scale(double value) {
    if (value == 0) {
      return 0;
    }
    long significand = significand(value);
    return Math.max(0, -exponent(value) - Long.numberOfTrailingZeros(significand));
  }

  /** The largest {@link #scale(double)} of a tensor's values. */
  static int scale(Tensor values) {
    int largest = 0;
    for (int i = 0; i < values.size(); i++) {
      largest = Math.max(largest, scale(values.get(i)));
    }
    return largest;
  }

  /**
   * value · 2^scale.
   *
   * @param scale at least {@link #scale(double)} of the value
   */
  static BigInteger scaled(double value, int scale) {
    if (value == 0) {
      return BigInteger.ZERO;
    }
    long significand = significand(value);
    int zeros = Long.numberOfTrailingZeros(significand);
    BigInteger odd = BigInteger.valueOf(significand >> zeros);
    BigInteger whole = odd.shiftLeft(exponent(value) + zeros + scale);
    return value < 0 ? whole.negate() : whole;
  }

  private static long significand(double value) {
    long fraction = Double.doubleToRawLongBits(value) & (IMPLICIT_BIT - 1);
    return Math.abs(value) < Double.MIN_NORMAL ? fraction : fraction | IMPLICIT_BIT;
  }

  /** The power of two that the significand is multiplied by. */
  private static int exponent(double value) {
    return Math.getExponent(Math.max(Math.abs(value), Double.MIN_NORMAL)) - FRACTION_BITS;
  }
}
