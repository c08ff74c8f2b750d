package org.folding.core.statistics;

import java.util.Collections;
import java.util.List;
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
 * @param medianOfMaxima for {@code range.folding}: per ordered pair of labels the maximum of χ,
 *     then the median over the pairs (the MNIST study of "Exploiting Space Folding by Neural
 *     Networks", AAAI 2026); empty without labels
 */
public record PathStatistics(
    long paths,
    List<ColumnStatistics> columns,
    SortedMap<ClassPair, List<ColumnStatistics>> classes,
    OptionalDouble medianOfMaxima) {

  /** Copies the collections. */
  public PathStatistics {
    columns = List.copyOf(columns);
    classes = Collections.unmodifiableSortedMap(new TreeMap<>(classes));
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
