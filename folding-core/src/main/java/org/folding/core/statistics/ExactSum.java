package org.folding.core.statistics;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Arrays;

/**
 * A sum without rounding: it is kept as a few doubles that do not overlap, and rounded once when
 * asked for. So neither the order of the summands nor the way partial sums are merged changes it.
 * Huge summands are kept apart, as doubles would overflow on the way to a sum that does not.
 *
 * <p>The method is that of J. R. Shewchuk, "Adaptive Precision Floating-Point Arithmetic and Fast
 * Robust Geometric Predicates", Discrete &amp; Computational Geometry 18 (1997),
 * https://doi.org/10.1007/PL00009321, section 2.4 (grow-expansion).
 */
final class ExactSum {
  /** Magnitudes below are so small that no sum of 2^63 of them overflows. */
  private static final double HUGE = 0x1p960;

  /** The parts, in rising order of magnitude; their exact sum is that of all but huge summands. */
  private double[] parts = new double[4];

  private int size;
  private BigDecimal huge = BigDecimal.ZERO;
  private double infinite;

  /**
   * @param value a summand; an infinite one makes the sum infinite, opposite ones NaN
   * @param count how often to add it, from 1 to 2^53
   */
  void add(double value, long count) {
    if (Double.isInfinite(value)) {
      infinite += value;
    } else if (Math.abs(value) >= HUGE) {
      huge = huge.add(new BigDecimal(value).multiply(BigDecimal.valueOf(count)));
    } else {
      double product = value * count;
      double error = Math.fma(value, (double) count, -product);
      if (error != 0) {
        grow(error);
      }
      grow(product);
    }
  }

  /** Adds a number to the parts. */
  private void grow(double value) {
    double carry = value;
    int kept = 0;
    for (int i = 0; i < size; i++) {
      double part = parts[i];
      double larger = Math.abs(carry) < Math.abs(part) ? part : carry;
      double smaller = Math.abs(carry) < Math.abs(part) ? carry : part;
      double sum = larger + smaller;
      double error = smaller - (sum - larger);
      if (error != 0) {
        parts[kept++] = error;
      }
      carry = sum;
    }
    if (kept == parts.length) {
      parts = Arrays.copyOf(parts, 2 * kept);
    }
    parts[kept++] = carry;
    size = kept;
  }

  /**
   * @param other a sum, unchanged
   */
  void add(ExactSum other) {
    for (int i = 0; i < other.size; i++) {
      grow(other.parts[i]);
    }
    huge = huge.add(other.huge);
    infinite += other.infinite;
  }

  void save(DataOutput out) throws IOException {
    out.writeDouble(infinite);
    out.writeUTF(huge.toString());
    out.writeInt(size);
    for (int i = 0; i < size; i++) {
      out.writeDouble(parts[i]);
    }
  }

  static ExactSum restored(DataInput in) throws IOException {
    ExactSum sum = new ExactSum();
    sum.infinite = in.readDouble();
    sum.huge = new BigDecimal(in.readUTF());
    sum.size = in.readInt();
    sum.parts = new double[Math.max(sum.size, sum.parts.length)];
    for (int i = 0; i < sum.size; i++) {
      sum.parts[i] = in.readDouble();
    }
    return sum;
  }

  /**
   * @return the double nearest to the exact sum, ties to even; 0 for no summand
   */
  double value() {
    if (infinite != 0) {
      return infinite;
    }
    if (huge.signum() != 0) {
      return withHuge().doubleValue();
    }
    if (size == 0) {
      return 0;
    }
    int next = size - 1;
    double high = parts[next];
    double low = 0;
    while (next > 0 && low == 0) {
      double part = parts[--next];
      double sum = high + part;
      low = part - (sum - high);
      high = sum;
    }
    // Half-way between two doubles only the sign of what remains tells where to round.
    if (low != 0 && next > 0 && Math.signum(low) == Math.signum(parts[next - 1])) {
      double twice = 2 * low;
      double rounded = high + twice;
      if (rounded - high == twice) {
        return rounded;
      }
    }
    return high;
  }

  private BigDecimal withHuge() {
    BigDecimal sum = huge;
    for (int i = 0; i < size; i++) {
      sum = sum.add(new BigDecimal(parts[i]));
    }
    return sum;
  }
}
