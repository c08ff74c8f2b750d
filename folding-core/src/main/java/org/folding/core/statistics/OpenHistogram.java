package org.folding.core.statistics;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * How often numbers without bounds fall into equal bins. Zeros are counted apart, and infinite
 * numbers too, which no bin holds.
 *
 * <p>The width w of a bin is a power of two, and bin b holds the numbers x with w·b ≤ x &lt; w·(b +
 * 1). It is the least one for which at most {@link #MOST_BINS} bins reach from the least number to
 * the greatest: so at least half of them are in use where the numbers are not very close together.
 * Two bins of one width make one of the next, and a part of the numbers never needs wider ones than
 * all. So the counts follow from the numbers alone, whatever their order and however parts are
 * merged.
 */
public final class OpenHistogram implements Counts {
  /** How many bins there are at most. */
  static final int MOST_BINS = 128;

  /**
   * No bin is narrower than this part of the power of two below the greatest magnitude, as a power
   * of two. That keeps the numbers of bins small and leaves numbers apart that differ by 1e-12.
   */
  private static final int FINEST = -40;

  private static final int LEAST_EXPONENT = Math.getExponent(Double.MIN_VALUE) - 51;

  private final int leastExponent;
  private long zeros;
  private long infinite;

  /** The width is two to this power. */
  private int exponent;

  /** The number of the first bin, which is not empty. */
  private long first;

  /** From the first bin to the last one that is not empty; none before the first number. */
  private long[] counts = {};

  /**
   * @param whole whether the numbers are whole, so that no bin need be narrower than 1
   */
  public OpenHistogram(boolean whole) {
    this.leastExponent = whole ? 0 : LEAST_EXPONENT;
    this.exponent = leastExponent;
  }

  @Override
  public void add(double number) {
    if (number == 0) {
      zeros++;
    } else if (Double.isInfinite(number)) {
      infinite++;
    } else if (!Double.isNaN(number)) {
      widenTo(Math.getExponent(number) + FINEST);
      long bin = bin(number);
      while (counts.length > 0 && reach(bin, bin) > MOST_BINS) {
        widenTo(exponent + 1);
        bin = bin(number);
      }
      cover(bin, bin);
      counts[(int) (bin - first)]++;
    }
  }

  private long bin(double number) {
    double bins = Math.scalb(number, -exponent);
    // What is far smaller than a bin comes out as 0, below which the bin of negative numbers ends.
    return bins == 0 && number < 0 ? -1 : (long) Math.floor(bins);
  }

  /** How many bins there would be with those from one to another as well. */
  private long reach(long from, long to) {
    return Math.max(to, first + counts.length - 1) - Math.min(from, first) + 1;
  }

  /** Makes room for the bins from one to another. */
  private void cover(long from, long to) {
    if (counts.length == 0) {
      first = from;
      counts = new long[(int) (to - from + 1)];
    } else if (from < first || to >= first + counts.length) {
      long[] wider = new long[(int) reach(from, to)];
      long start = Math.min(from, first);
      System.arraycopy(counts, 0, wider, (int) (first - start), counts.length);
      first = start;
      counts = wider;
    }
  }

  /** Joins bins until they are at least so wide. */
  private void widenTo(int wanted) {
    int next = Math.max(wanted, leastExponent);
    if (next <= exponent) {
      return;
    }
    int shift = Math.min(next - exponent, Long.SIZE - 1);
    exponent = next;
    if (counts.length > 0) {
      long start = first >> shift;
      long[] joined = new long[(int) (((first + counts.length - 1) >> shift) - start + 1)];
      for (int i = 0; i < counts.length; i++) {
        joined[(int) (((first + i) >> shift) - start)] += counts[i];
      }
      first = start;
      counts = joined;
    }
  }

  /**
   * Adds the numbers of another histogram.
   *
   * @param other a histogram of numbers of the same kind, which does not change
   */
  public void merge(OpenHistogram other) {
    OpenHistogram copy = other.inBinsOf(this);
    widenTo(copy.exponent);
    while (counts.length > 0
        && copy.counts.length > 0
        && reach(copy.first, copy.first + copy.counts.length - 1) > MOST_BINS) {
      copy.widenTo(exponent + 1);
      widenTo(exponent + 1);
    }
    if (copy.counts.length > 0) {
      cover(copy.first, copy.first + copy.counts.length - 1);
      for (int i = 0; i < copy.counts.length; i++) {
        counts[(int) (copy.first - first) + i] += copy.counts[i];
      }
    }
    zeros += copy.zeros;
    infinite += copy.infinite;
  }

  /**
   * @param wider a histogram
   * @return the same counts as these, in bins that are at least as wide as those of the other
   */
  public OpenHistogram inBinsOf(OpenHistogram wider) {
    OpenHistogram copy = new OpenHistogram(leastExponent == 0);
    copy.zeros = zeros;
    copy.infinite = infinite;
    copy.exponent = exponent;
    copy.first = first;
    copy.counts = counts.clone();
    copy.widenTo(wider.exponent);
    return copy;
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeLong(zeros);
    out.writeLong(infinite);
    out.writeInt(exponent);
    out.writeLong(first);
    out.writeInt(counts.length);
    for (long count : counts) {
      out.writeLong(count);
    }
  }

  @Override
  public void restore(DataInput in) throws IOException {
    zeros = in.readLong();
    infinite = in.readLong();
    exponent = in.readInt();
    first = in.readLong();
    counts = new long[in.readInt()];
    for (int bin = 0; bin < counts.length; bin++) {
      counts[bin] = in.readLong();
    }
  }

  @Override
  public long zeros() {
    return zeros;
  }

  /** How many numbers are infinite. */
  public long infinite() {
    return infinite;
  }

  /** The width of a bin, a power of two; 1 where no bin holds a number. */
  public double width() {
    return counts.length == 0 ? 1 : Math.scalb(1.0, exponent);
  }

  /** The number of the first bin that holds a number; 0 where none does. */
  public long first() {
    return first;
  }

  /** The numbers of the bins, from the first one to the last one that is not empty. */
  @Override
  public long[] counts() {
    return Arrays.copyOf(counts, counts.length);
  }
}
