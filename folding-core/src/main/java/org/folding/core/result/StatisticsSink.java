package org.folding.core.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.folding.api.data.Dataset;

/** Gathers statistics: over all paths and, where rows have labels, by ordered pair of labels. */
public final class StatisticsSink implements ResultSink {
  private final Optional<Dataset> labels;
  private final SortedMap<ClassPair, Aggregate[]> classes = new TreeMap<>();
  private List<Column> columns = List.of();
  private Aggregate[] all = {};
  private long paths;

  /**
   * @param data the data whose rows the paths name, if any
   */
  public StatisticsSink(Optional<Dataset> data) {
    this.labels = data.filter(Dataset::labelled);
  }

  @Override
  public void start(List<Column> given) {
    columns = List.copyOf(given);
    all = newAggregates();
  }

  @Override
  public void accept(PathBlock block) {
    paths += block.size();
    for (int row = 0; row < block.size(); row++) {
      Aggregate[] pair = classAggregates(block.from(row), block.to(row));
      for (int column = 0; column < all.length; column++) {
        double number = block.number(row, column);
        all[column].add(number);
        if (pair != null) {
          pair[column].add(number);
        }
      }
    }
  }

  /**
   * @return the statistics of the paths accepted so far
   */
  public PathStatistics statistics() {
    SortedMap<ClassPair, List<ColumnStatistics>> byClass = new TreeMap<>();
    classes.forEach((pair, aggregates) -> byClass.put(pair, toStatistics(aggregates)));
    return new PathStatistics(paths, toStatistics(all), byClass, medianOfMaxima(byClass));
  }

  private Aggregate[] classAggregates(int from, int to) {
    if (labels.isEmpty() || from < 0 || to < 0) {
      return null;
    }
    Dataset data = labels.get();
    ClassPair pair = new ClassPair(data.label(from), data.label(to));
    return classes.computeIfAbsent(pair, key -> newAggregates());
  }

  private Aggregate[] newAggregates() {
    Aggregate[] aggregates = new Aggregate[columns.size()];
    for (int i = 0; i < aggregates.length; i++) {
      aggregates[i] = new Aggregate();
    }
    return aggregates;
  }

  private List<ColumnStatistics> toStatistics(Aggregate[] aggregates) {
    List<ColumnStatistics> statistics = new ArrayList<>();
    for (int i = 0; i < aggregates.length; i++) {
      statistics.add(new ColumnStatistics(columns.get(i), aggregates[i].statistics()));
    }
    return statistics;
  }

  private static OptionalDouble medianOfMaxima(
      SortedMap<ClassPair, List<ColumnStatistics>> byClass) {
    Function<List<ColumnStatistics>, Optional<Statistics>> folding =
        columns ->
            columns.stream()
                .filter(entry -> entry.column().isFolding())
                .map(ColumnStatistics::statistics)
                .findFirst();
    Aggregate maxima = new Aggregate();
    byClass.values().forEach(columns -> folding.apply(columns).ifPresent(s -> maxima.add(s.max())));
    double median = maxima.statistics().median();
    return Double.isNaN(median) ? OptionalDouble.empty() : OptionalDouble.of(median);
  }
}
