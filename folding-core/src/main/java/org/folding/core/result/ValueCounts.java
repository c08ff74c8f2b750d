package org.folding.core.result;

import java.util.Arrays;

/**
 * A multiset of doubles, kept as sorted distinct values with their numbers of occurrences. Measures
 * of walks are whole numbers and ratios of such, so a run of 10^8 paths has few distinct values and
 * its quartiles are exact at little cost: 16 bytes a distinct value.
 */
final class ValueCounts {
  private static final int FIRST_CAPACITY = 16;

  /**
   * How many values are collected before they are merged, and more where there are more distinct
   * ones already. Small, as there is a multiset for each column of each pair of classes.
   */
  private static final int LEAST_MERGE = 256;

  private double[] values = {};
  private long[] counts = {};
  private double[] pending = new double[FIRST_CAPACITY];
  private int pendingSize;
  private long total;

  /**
   * @param value any number but NaN; −0 counts as 0
   */
  void add(double value) {
    if (pendingSize == pending.length) {
      if (pending.length < Math.max(LEAST_MERGE, values.length)) {
        pending = Arrays.copyOf(pending, 2 * pending.length);
      } else {
        settle();
      }
    }
    pending[pendingSize++] = value + 0.0;
    total++;
  }

  /**
   * @param other a multiset, whose contents do not change
   */
  void add(ValueCounts other) {
    other.settle();
    settle();
    merge(other.values, other.counts, other.values.length);
    total += other.total;
  }

  long total() {
    return total;
  }

  /**
   * @return how many values are 0
   */
  long zeros() {
    settle();
    int at = Arrays.binarySearch(values, 0.0);
    return at < 0 ? 0 : counts[at];
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
   * @return the quantile, NaN where there is no value
   */
  double quantile(double p, boolean withoutZeros) {
    long n = withoutZeros ? total - zeros() : total;
    if (n == 0) {
      return Double.NaN;
    }
    settle();
    double position = (n - 1) * p;
    long rank = (long) position;
    double low = atRank(rank, withoutZeros);
    double part = position - rank;
    if (part == 0) {
      return low;
    }
    double high = atRank(rank + 1, withoutZeros);
    return low == high ? low : low + part * (high - low);
  }

  private double atRank(long rank, boolean withoutZeros) {
    long before = 0;
    for (int i = 0; i < values.length; i++) {
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

  private void settle() {
    if (pendingSize == 0) {
      return;
    }
    Arrays.sort(pending, 0, pendingSize);
    long[] ones = new long[pendingSize];
    int distinct = 0;
    for (int i = 0; i < pendingSize; i++) {
      if (distinct == 0 || pending[distinct - 1] != pending[i]) {
        pending[distinct] = pending[i];
        distinct++;
      }
      ones[distinct - 1]++;
    }
    merge(pending, ones, distinct);
    pendingSize = 0;
  }

  private void merge(double[] otherValues, long[] otherCounts, int size) {
    double[] mergedValues = new double[values.length + size];
    long[] mergedCounts = new long[values.length + size];
    int mine = 0;
    int theirs = 0;
    int out = 0;
    while (mine < values.length || theirs < size) {
      boolean takeMine =
          theirs == size || (mine < values.length && values[mine] <= otherValues[theirs]);
      boolean takeTheirs =
          mine == values.length || (theirs < size && otherValues[theirs] <= values[mine]);
      mergedValues[out] = takeMine ? values[mine] : otherValues[theirs];
      if (takeMine) {
        mergedCounts[out] += counts[mine++];
      }
      if (takeTheirs) {
        mergedCounts[out] += otherCounts[theirs++];
      }
      out++;
    }
    values = Arrays.copyOf(mergedValues, out);
    counts = Arrays.copyOf(mergedCounts, out);
  }
}
