package org.folding.core.statistics;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * A multiset of doubles in bounded memory: bins in rising order, each with its least value and the
 * number of values in it, 16 bytes a bin.
 *
 * <p>As long as there are no more distinct values than bins allowed, each has a bin of its own, so
 * quantiles are exact. Beyond, numbers that agree in all but their last {@code shift} bits share a
 * bin, and so an order statistic comes out as a value that was added and lies at most 2^(shift −
 * 52) times its magnitude below the right one. Ranks, and the number of zeros, stay exact.
 *
 * <p>The shift is the least one that the allowed number of bins permits. A part of the numbers
 * never needs a greater shift than all of them, so what results follows from the numbers alone, not
 * from their order or from how partial multisets are merged. To coarsen all bins at once, by powers
 * of two, is the uniform collapse of I. Epicoco, C. Melle, M. Cafaro and M. Pulimeno, "UDDSketch:
 * Accurate Tracking of Quantiles in Data Streams", IEEE Access 8 (2020),
 * https://doi.org/10.1109/ACCESS.2020.3015599; their bins are powers of a real number, so that even
 * few values would be rounded.
 */
final class ValueCounts {
  /** Bits of a double's fraction: with all of them ignored, sign and exponent tell bins apart. */
  private static final int FRACTION_BITS = 52;

  private final int limit;
  private int shift;
  private double[] values = {};
  private long[] counts = {};
  private int size;
  private long total;
  private double max = Double.NaN;

  /**
   * @param limit how many bins are allowed, at least 1; more are used only where signs and binary
   *     exponents alone take more, of which there are about 4100
   */
  ValueCounts(int limit) {
    this.limit = limit;
  }

  /**
   * @param counted numbers, each with how often it is added
   */
  void add(Tally.Counted counted) {
    double[] numbers = counted.values();
    if (numbers.length == 0) {
      return;
    }
    merge(numbers, counted.counts(), numbers.length);
    double greatest = numbers[numbers.length - 1];
    // A comparison with NaN is false: the first number is the greatest so far.
    max = greatest <= max ? max : greatest;
    total += counted.total();
  }

  /**
   * @param other a multiset with the same limit or a lower one, whose contents do not change; one
   *     with a lower limit may have had to use coarser bins than this one needs
   */
  void add(ValueCounts other) {
    if (other.limit > limit) {
      throw new IllegalArgumentException(
          "a multiset with limit "
              + other.limit
              + " cannot be merged into one with limit "
              + limit);
    }
    shift = Math.max(shift, other.shift);
    merge(other.values, other.counts, other.size);
    max = other.max <= max || other.total == 0 ? max : other.max;
    total += other.total;
  }

  void save(DataOutput out) throws IOException {
    out.writeInt(shift);
    out.writeLong(total);
    out.writeDouble(max);
    out.writeInt(size);
    for (int i = 0; i < size; i++) {
      out.writeDouble(values[i]);
      out.writeLong(counts[i]);
    }
  }

  static ValueCounts restored(int limit, DataInput in) throws IOException {
    ValueCounts restored = new ValueCounts(limit);
    restored.shift = in.readInt();
    restored.total = in.readLong();
    restored.max = in.readDouble();
    restored.size = in.readInt();
    restored.values = new double[restored.size];
    restored.counts = new long[restored.size];
    for (int i = 0; i < restored.size; i++) {
      restored.values[i] = in.readDouble();
      restored.counts[i] = in.readLong();
    }
    return restored;
  }

  void forEach(Aggregate.Visitor visitor) {
    for (int i = 0; i < size; i++) {
      visitor.visit(values[i], counts[i]);
    }
  }

  /** The number of bins. */
  int bins() {
    return size;
  }

  long total() {
    return total;
  }

  /**
   * @return the greatest number, NaN where there is none
   */
  double max() {
    return max;
  }

  /**
   * @return how many values are 0
   */
  long zeros() {
    int at = Arrays.binarySearch(values, 0, size, 0.0);
    return at < 0 ? 0 : counts[at];
  }

  /**
   * How far order statistics may be too low, as a part of their magnitude; for magnitudes from
   * 2^−1022 on.
   *
   * @return from 0, which means that all are exact, to 1
   */
  double relativeError() {
    return shift == 0 ? 0 : Math.scalb(1.0, shift - FRACTION_BITS);
  }

  /**
   * The quantile by linear interpolation between order statistics: with the n values sorted as x_0
   * ≤ … ≤ x_{n−1} and h = (n − 1)·p it is x_⌊h⌋ + (h − ⌊h⌋)·(x_⌊h⌋₊₁ − x_⌊h⌋). This is definition 7
   * of R. J. Hyndman and Y. Fan, "Sample Quantiles in Statistical Packages", The American
   * Statistician 50 (1996), https://doi.org/10.1080/00031305.1996.10473566, the default of NumPy
   * and R.
   *
   * @param p from 0 to 1
   * @param withoutZeros whether values that are 0 are left out
   * @return the quantile, NaN where there is no value, and between the two infinities
   */
  double quantile(double p, boolean withoutZeros) {
    long n = withoutZeros ? total - zeros() : total;
    if (n == 0) {
      return Double.NaN;
    }
    double position = (n - 1) * p;
    long rank = (long) position;
    double low = atRank(rank, withoutZeros);
    double part = position - rank;
    if (part == 0) {
      return low;
    }
    double high = atRank(rank + 1, withoutZeros);
    if (low == high) {
      return low;
    }
    double step = high - low;
    // From minus infinity, or where it is greater than all doubles, the step leads nowhere.
    return Double.isInfinite(step) ? (1 - part) * low + part * high : low + part * step;
  }

  private double atRank(long rank, boolean withoutZeros) {
    long before = 0;
    for (int i = 0; i < size; i++) {
      if (withoutZeros && values[i] == 0) {
        continue;
      }
      before += counts[i];
      if (rank < before) {
        return values[i];
      }
    }
    throw new IllegalArgumentException("rank " + rank + " of " + total + " values");
  }

  private void merge(double[] otherValues, long[] otherCounts, int otherSize) {
    double[] mergedValues = new double[size + otherSize];
    long[] mergedCounts = new long[size + otherSize];
    int mine = 0;
    int theirs = 0;
    for (int i = 0; i < mergedValues.length; i++) {
      boolean takeMine =
          theirs == otherSize || (mine < size && values[mine] <= otherValues[theirs]);
      mergedValues[i] = takeMine ? values[mine] : otherValues[theirs];
      mergedCounts[i] = takeMine ? counts[mine++] : otherCounts[theirs++];
    }
    int bins = joined(mergedValues, mergedCounts, mergedValues.length);
    while (bins > limit && shift < FRACTION_BITS) {
      shift++;
      bins = joined(mergedValues, mergedCounts, bins);
    }
    size = bins;
    boolean full = bins == mergedValues.length;
    values = full ? mergedValues : Arrays.copyOf(mergedValues, bins);
    counts = full ? mergedCounts : Arrays.copyOf(mergedCounts, bins);
  }

  /**
   * Joins what belongs into one bin, in place.
   *
   * @param sorted values in rising order
   * @param numbers how often each occurs
   * @param length how many of both there are
   * @return the number of bins, now at the beginning of both arrays
   */
  private int joined(double[] sorted, long[] numbers, int length) {
    int bins = 0;
    for (int i = 0; i < length; i++) {
      if (bins > 0 && sameBin(sorted[bins - 1], sorted[i])) {
        numbers[bins - 1] += numbers[i];
      } else {
        sorted[bins] = sorted[i];
        numbers[bins] = numbers[i];
        bins++;
      }
    }
    return bins;
  }

  /** Whether two numbers agree in all but their last bits; 0 is alone, as zeros are counted. */
  private boolean sameBin(double a, double b) {
    long difference = Double.doubleToRawLongBits(a) ^ Double.doubleToRawLongBits(b);
    return difference >>> shift == 0 && (a == 0) == (b == 0);
  }
}
