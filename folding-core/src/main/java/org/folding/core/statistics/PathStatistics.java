package org.folding.core.statistics;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What all paths of a run have in common.
 *
 * @param paths the number of paths
 * @param columns the statistics of each column over all paths
 * @param classes the same for the paths between each ordered pair of labels; empty without labels
 * @param mediansOfMaxima for each headline, by the name of its column: per ordered pair of labels
 *     the greatest number, then the median over the pairs (for χ in the MNIST study of "Exploiting
 *     Space Folding by Neural Networks", AAAI 2026); empty without labels
 */
public record PathStatistics(
    long paths,
    List<ColumnStatistics> columns,
    SortedMap<ClassPair, List<ColumnStatistics>> classes,
    Map<String, Double> mediansOfMaxima) {

  /** Copies the collections. */
  public PathStatistics {
    columns = List.copyOf(columns);
    classes = Collections.unmodifiableSortedMap(new TreeMap<>(classes));
    mediansOfMaxima = Map.copyOf(mediansOfMaxima);
  }

  /**
   * @param column one of the columns
   * @return the median over the ordered pairs of labels of its greatest numbers; empty if it is no
   *     headline, without labels, or where no number is defined
   */
  public OptionalDouble medianOfMaxima(Column column) {
    Double median = mediansOfMaxima.get(column.name());
    return median == null ? OptionalDouble.empty() : OptionalDouble.of(median);
  }

  /**
   * @return the column that stands for the run, its first headline; empty if no metric has one
   */
  public Optional<ColumnStatistics> headline() {
    return columns.stream().filter(entry -> entry.column().value().headline()).findFirst();
  }

  /**
   * @param metric a metric's name
   * @param value the name of one of its values
   * @return the statistics over all paths, empty where the run did not measure it
   */
  public Optional<Statistics> of(String metric, String value) {
    return columns.stream()
        .filter(entry -> entry.column().name().equals(metric + "." + value))
        .map(ColumnStatistics::statistics)
        .findFirst();
  }
}
