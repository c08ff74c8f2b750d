package org.folding.core.sink;

import java.util.Optional;
import org.folding.engine.path.AdaptiveStatistics;
import org.folding.engine.verify.Verification;

/**
 * The results of consecutive paths: rows that a worker fills and a {@link ResultSink} reads.
 *
 * <p>To fill it, call {@link #measured()} and {@link #offset()} for where to put the numbers of the
 * next path, then {@link #add}.
 */
public final class PathBlock {
  /** How many whole numbers stand before those measured: from, to, flips, regions. */
  private static final int HEAD = 4;

  private final long first;
  private final int columns;
  private final int[] heads;
  private final double[] numbers;
  private int size;
  private AdaptiveStatistics searched = AdaptiveStatistics.NONE;
  private Optional<Verification> verified = Optional.empty();

  /**
   * @param first the index of the first path
   * @param capacity how many paths there is room for
   * @param columns how many numbers are measured for each path
   */
  public PathBlock(long first, int capacity, int columns) {
    this.first = first;
    this.columns = columns;
    this.heads = new int[Math.multiplyExact(capacity, HEAD)];
    this.numbers = new double[Math.multiplyExact(capacity, columns)];
  }

  /**
   * @return the numbers of all rows, row-major; not a copy
   */
  public double[] measured() {
    return numbers;
  }

  /**
   * @return where in {@link #measured()} the next row starts
   */
  public int offset() {
    return size * columns;
  }

  /**
   * Ends a row.
   *
   * @param from the row of the data where the path starts, or −1
   * @param to the row of the data where it ends, or −1
   * @param flips the number of flips of its walk
   * @param regions the number of patterns of its walk
   */
  public void add(int from, int to, int flips, int regions) {
    int at = size * HEAD;
    heads[at] = from;
    heads[at + 1] = to;
    heads[at + 2] = flips;
    heads[at + 3] = regions;
    size++;
  }

  /**
   * @param statistics what the adaptive walks of all rows came to
   */
  public void setSearched(AdaptiveStatistics statistics) {
    searched = statistics;
  }

  /**
   * @return what the adaptive walks of all rows came to; of no path for other walks
   */
  public AdaptiveStatistics searched() {
    return searched;
  }

  /**
   * @param verification what verifying the walks of all rows has shown
   */
  public void setVerified(Verification verification) {
    verified = Optional.of(verification);
  }

  /**
   * @return what verifying the walks of all rows has shown; empty where they are not verified
   */
  public Optional<Verification> verified() {
    return verified;
  }

  /**
   * @return the number of rows
   */
  public int size() {
    return size;
  }

  /**
   * @param row from 0 to size − 1
   * @return the index of the path
   */
  public long path(int row) {
    return first + row;
  }

  /**
   * @param row from 0 to size − 1
   * @return the row of the data where the path starts, or −1
   */
  public int from(int row) {
    return heads[row * HEAD];
  }

  /**
   * @param row from 0 to size − 1
   * @return the row of the data where the path ends, or −1
   */
  public int to(int row) {
    return heads[row * HEAD + 1];
  }

  /**
   * @param row from 0 to size − 1
   * @return the number of flips of the walk
   */
  public int flips(int row) {
    return heads[row * HEAD + 2];
  }

  /**
   * @param row from 0 to size − 1
   * @return the number of patterns of the walk
   */
  public int regions(int row) {
    return heads[row * HEAD + 3];
  }

  /**
   * @param row from 0 to size − 1
   * @param column from 0 to columns − 1
   * @return the number measured
   */
  public double number(int row, int column) {
    return numbers[row * columns + column];
  }
}
