package org.folding.core.result;

import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.folding.api.InvalidInputException;
import org.folding.api.data.Dataset;

/** Aggregates of each column for each ordered pair of labels that occurs. */
final class PairAggregates {
  /** The label of each class, ascending. */
  private final int[] labels;

  /** The class of each row of the data, as an index into the labels. */
  private final int[] classes;

  private final int limit;

  /** By pair, row-major in the classes; null for pairs that did not occur. */
  private final Aggregate[][] pairs;

  /**
   * @param data labelled data
   * @param settings how much to keep
   * @throws InvalidInputException if there are too many different labels
   */
  PairAggregates(Dataset data, StatisticsSettings settings) {
    this.labels = requireFew(data, settings.classes());
    this.classes = new int[data.rows()];
    for (int row = 0; row < classes.length; row++) {
      classes[row] = Arrays.binarySearch(labels, data.label(row));
    }
    this.limit = settings.valuesOfPair(labels.length);
    this.pairs = new Aggregate[labels.length * labels.length][];
  }

  /** The different labels, ascending. */
  private static int[] requireFew(Dataset data, int most) {
    int[] labels = IntStream.range(0, data.rows()).map(data::label).distinct().sorted().toArray();
    if (labels.length <= most) {
      return labels;
    }
    String more =
        labels.length <= StatisticsSettings.MOST_CLASSES
            ? ", or to " + labels.length + ", which takes memory for each pair"
            : "";
    throw new InvalidInputException(
        data
            + " has "
            + labels.length
            + " different labels, but statistics by pair of classes are made for at most "
            + most
            + ": if the labels are no classes, leave out 'data.labels'; else set"
            + " 'statistics.classes' to 0, which makes none by class"
            + more);
  }

  /**
   * @param from a row of the data
   * @param to a row of the data
   * @param columns how many numbers are measured for each path
   * @return the aggregates of the pair of their labels, by column
   */
  Aggregate[] of(int from, int to, int columns) {
    int pair = classes[from] * labels.length + classes[to];
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
        ClassPair key = new ClassPair(labels[pair / labels.length], labels[pair % labels.length]);
        results.put(key, function.apply(pairs[pair]));
      }
    }
    return results;
  }
}
