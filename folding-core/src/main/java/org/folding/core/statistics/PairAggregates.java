package org.folding.core.statistics;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.folding.api.InvalidInputException;
import org.folding.api.data.Dataset;

/** Aggregates of each column for each ordered pair of labels that occurs. */
public final class PairAggregates {
  private final Classes classes;
  private final int limit;

  /** By pair; null for pairs that did not occur. */
  private final Aggregate[][] pairs;

  /**
   * @param data labelled data
   * @param settings how much to keep
   * @throws InvalidInputException if there are too many different labels
   */
  public PairAggregates(Dataset data, StatisticsSettings settings) {
    this.classes = new Classes(data, settings.classes());
    this.limit = settings.valuesOfPair(classes.size());
    this.pairs = new Aggregate[classes.pairs()][];
  }

  /**
   * @param from a row of the data
   * @param to a row of the data
   * @param columns how many numbers are measured for each path
   * @return the aggregates of the pair of their labels, by column
   */
  public Aggregate[] of(int from, int to, int columns) {
    int pair = classes.pairOfRows(from, to);
    if (pairs[pair] == null) {
      pairs[pair] = Aggregate.several(columns, limit);
    }
    return pairs[pair];
  }

  /**
   * @param other aggregates of other paths between rows of the same data, with the same settings
   */
  public void merge(PairAggregates other) {
    for (int pair = 0; pair < pairs.length; pair++) {
      if (other.pairs[pair] == null) {
        continue;
      }
      if (pairs[pair] == null) {
        pairs[pair] = Aggregate.several(other.pairs[pair].length, limit);
      }
      for (int column = 0; column < pairs[pair].length; column++) {
        pairs[pair][column].merge(other.pairs[pair][column]);
      }
    }
  }

  public void save(DataOutput out) throws IOException {
    for (Aggregate[] pair : pairs) {
      out.writeBoolean(pair != null);
      if (pair != null) {
        Aggregate.saveAll(pair, out);
      }
    }
  }

  public void restore(int columns, DataInput in) throws IOException {
    for (int pair = 0; pair < pairs.length; pair++) {
      if (in.readBoolean()) {
        pairs[pair] = Aggregate.restoredAll(columns, limit, in);
      }
    }
  }

  /**
   * @return the result of a function of the aggregates, for each pair that occurred
   */
  public <T> SortedMap<ClassPair, T> map(Function<Aggregate[], T> function) {
    SortedMap<ClassPair, T> results = new TreeMap<>();
    for (int pair = 0; pair < pairs.length; pair++) {
      if (pairs[pair] != null) {
        results.put(classes.pair(pair), function.apply(pairs[pair]));
      }
    }
    return results;
  }
}
