package org.folding.core.statistics;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * Gathers the numbers of one column and tells their statistics. Neither the order of the numbers
 * nor how aggregates of parts are merged changes any of them, not even in the last bit.
 */
public final class Aggregate {
  /**
   * A tally with room for so many different numbers grows only while there are more bins. Small, as
   * there is an aggregate for each column of each pair of classes.
   */
  private static final int LEAST_ROOM = 32;

  /**
   * With room for so many, or an eighth of the bins, which are copied to settle it, it is large.
   */
  private static final int MOST_ROOM = 4096;

  /** The numbers that are neither in the sum nor in the counts yet. */
  private final Tally tally = new Tally();

  private final ExactSum sum;
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
    this.sum = new ExactSum();
    this.counts = new ValueCounts(limit);
  }

  private Aggregate(ExactSum sum, ValueCounts counts) {
    this.sum = sum;
    this.counts = counts;
  }

  /**
   * Reads what {@link #save} wrote.
   *
   * @param limit the limit of the aggregate that was saved
   * @param in where to read from
   * @return an aggregate of the same numbers
   * @throws IOException if it cannot be read
   */
  static Aggregate restored(int limit, DataInput in) throws IOException {
    return new Aggregate(ExactSum.restored(in), ValueCounts.restored(limit, in));
  }

  void save(DataOutput out) throws IOException {
    settle();
    sum.save(out);
    counts.save(out);
  }

  /**
   * @param value a number; NaN, which stands for "not defined", is left out
   */
  public void add(double value) {
    if (!Double.isNaN(value) && !tally.add(value)) {
      makeRoom();
      tally.add(value);
    }
  }

  private void makeRoom() {
    int bins = counts.bins();
    int most = Math.max(MOST_ROOM, bins / 8);
    if (tally.room() < Math.min(most, Math.max(LEAST_ROOM, bins))) {
      tally.grow();
    } else {
      settle();
    }
  }

  /** Puts what was tallied where it stays, each number as often as it occurred by one product. */
  private void settle() {
    Tally.Counted counted = tally.take();
    for (int i = 0; i < counted.values().length; i++) {
      sum.add(counted.values()[i], counted.counts()[i]);
    }
    counts.add(counted);
  }

  /**
   * Adds all numbers of another aggregate.
   *
   * @param other another aggregate, whose statistics do not change; with the same limit, or with a
   *     lower one, which may make quantiles coarser than the limit of this one would
   */
  public void merge(Aggregate other) {
    if (other == this) {
      throw new IllegalArgumentException("an aggregate cannot be merged into itself");
    }
    settle();
    other.settle();
    sum.add(other.sum);
    counts.add(other.counts);
  }

  /**
   * Receives distinct numbers in rising order, each with how often it occurs; where there were more
   * of them than the limit, numbers that share a bin as the least of it.
   */
  public interface Visitor {

    /**
     * @param value a number
     * @param count how often it occurs
     */
    void visit(double value, long count);
  }

  /**
   * @param visitor is shown the numbers
   */
  public void forEach(Visitor visitor) {
    settle();
    counts.forEach(visitor);
  }

  /**
   * @return the statistics of the numbers added so far
   */
  public Statistics statistics() {
    settle();
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

  /** Some that have seen no number yet, one a column. */
  public static Aggregate[] several(int count, int limit) {
    Aggregate[] aggregates = new Aggregate[count];
    Arrays.setAll(aggregates, i -> new Aggregate(limit));
    return aggregates;
  }

  /** Saves one after the other. */
  public static void saveAll(Aggregate[] aggregates, DataOutput out) throws IOException {
    for (Aggregate aggregate : aggregates) {
      aggregate.save(out);
    }
  }

  /** Restores what {@link #saveAll} saved. */
  public static Aggregate[] restoredAll(int count, int limit, DataInput in) throws IOException {
    Aggregate[] aggregates = new Aggregate[count];
    for (int i = 0; i < count; i++) {
      aggregates[i] = Aggregate.restored(limit, in);
    }
    return aggregates;
  }
}
