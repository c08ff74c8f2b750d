package org.folding.core.result;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.folding.api.InvalidInputException;
import org.folding.api.data.Dataset;

/** Aggregates of each column for each ordered pair of labels that occurs. */
final class PairAggregates {
  private final Classes classes;
  private final int limit;

  /** By pair; null for pairs that did not occur. */
  private final Aggregate[][] pairs;

  /**
   * @param data labelled data
   * @param settings how much to keep
   * @throws InvalidInputException if there are too many different labels
   */
  PairAggregates(Dataset data, StatisticsSettings settings) {
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
  Aggregate[] of(int from, int to, int columns) {
    int pair = classes.pairOfRows(from, to);
    if (pairs[pair] == null) {
      pairs[pair] = StatisticsSink.aggregates(columns, limit);
    }
    return pairs[pair];
  }

  /**
   * @return the result of a function of the aggregates, for each pair that occurred
   */
  <T> SortedMap<ClassPair, T> map(Function<Aggregate[], T> function) {
    SortedMap<ClassPair, T> results = new TreeMap<>();
    for (int pair = 0; pair < pairs.length; pair++) {
      if (pairs[pair] != null) {
        results.put(classes.pair(pair), function.apply(pairs[pair]));
      }
    }
    return results;
  }
}
