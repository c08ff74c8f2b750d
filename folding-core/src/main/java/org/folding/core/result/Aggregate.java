package org.folding.core.result;

/**
 * Gathers the numbers of one column and tells their statistics. Neither the order of the numbers
 * nor how aggregates of parts are merged changes any of them, not even in the last bit.
 */
public final class Aggregate {
  private final ExactSum sum = new ExactSum();
  private final ValueCounts counts;

  /** Keeps every distinct number, so that all statistics are exact. */
  public Aggregate() {
    this(Integer.MAX_VALUE);
  }

  /**
   * @param limit how many distinct numbers are kept, at least 1; where there are more, quantiles
   *     are approximate, as {@link Statistics#quantileError} tells
   */
  public Aggregate(int limit) {
    if (limit < 1) {
      throw new IllegalArgumentException("limit is " + limit + " but must be 1 or more");
    }
    this.counts = new ValueCounts(limit);
  }

  /**
   * @param value a number; NaN, which stands for "not defined", is left out
   */
  public void add(double value) {
    if (!Double.isNaN(value)) {
      sum.add(value);
      counts.add(value);
    }
  }

  /**
   * Adds all numbers of another aggregate.
   *
   * @param other another aggregate with the same limit, whose statistics do not change
   */
  public void merge(Aggregate other) {
    if (other == this) {
      throw new IllegalArgumentException("an aggregate cannot be merged into itself");
    }
    sum.add(other.sum);
    counts.add(other.counts);
  }

  /**
   * @return the statistics of the numbers added so far
   */
  public Statistics statistics() {
    long n = counts.total();
    if (n == 0) {
      return Statistics.NONE;
    }
    return new Statistics(
        n,
        sum.value() / n,
        counts.quantile(0, false),
        counts.quantile(0.25, false),
        counts.quantile(0.5, false),
        counts.quantile(0.75, false),
        counts.max(),
        (double) (n - counts.zeros()) / n,
        counts.quantile(0.5, true),
        counts.relativeError());
  }
}
