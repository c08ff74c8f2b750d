package org.folding.core.statistics;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * How often numbers from 0 to 1 fall into equal bins. Zeros are counted apart, since a path that
 * does not fold is another thing than one that folds a little.
 */
public final class Histogram implements Counts {
  /** Bin b, from 0, holds the numbers x with b ≤ 100 x &lt; b + 1; the last one holds 1 too. */
  public static final int BINS = 100;

  /**
   * What a quotient of whole numbers, subtracted from 1, may have lost by rounding, twice. A
   * quotient that is no border of a bin is further from each one, as its denominator is a number of
   * flips.
   */
  private static final double ROUNDING = Math.ulp(1.0);

  private long zeros;
  private final long[] counts = new long[BINS];

  /**
   * @param number a number; what is not from 0 to 1, NaN too, is left out
   */
  @Override
  public void add(double number) {
    if (number == 0) {
      zeros++;
    } else if (number > 0 && number <= 1) {
      counts[Math.min((int) ((number + ROUNDING) * BINS), BINS - 1)]++;
    }
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeLong(zeros);
    for (long count : counts) {
      out.writeLong(count);
    }
  }

  @Override
  public void restore(DataInput in) throws IOException {
    zeros = in.readLong();
    for (int bin = 0; bin < BINS; bin++) {
      counts[bin] = in.readLong();
    }
  }

  @Override
  public long zeros() {
    return zeros;
  }

  @Override
  public long[] counts() {
    int end = BINS;
    while (end > 0 && counts[end - 1] == 0) {
      end--;
    }
    return Arrays.copyOf(counts, end);
  }
}
