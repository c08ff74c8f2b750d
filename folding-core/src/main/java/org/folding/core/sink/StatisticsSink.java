package org.folding.core.sink;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.folding.api.InvalidInputException;
import org.folding.api.data.Dataset;
import org.folding.core.statistics.Aggregate;
import org.folding.core.statistics.ClassPair;
import org.folding.core.statistics.Column;
import org.folding.core.statistics.ColumnStatistics;
import org.folding.core.statistics.PairAggregates;
import org.folding.core.statistics.PathStatistics;
import org.folding.core.statistics.StatisticsSettings;

/**
 * Gathers statistics: over all paths and, where rows have labels, by ordered pair of labels. What
 * it takes of memory depends on its settings and not on the number of paths.
 *
 * <p>Statistics of parts of the paths, gathered in any place and order, can be {@linkplain #merge
 * merged}: what results is the same to the last bit as if one sink had seen all paths.
 */
public final class StatisticsSink implements ResumableSink {
  private static final Aggregate[] NONE = {};

  private final StatisticsSettings settings;
  private final Optional<PairAggregates> pairs;
  private List<Column> columns = List.of();
  private Aggregate[] all = {};
  private long paths;

  /**
   * @param data the data whose rows the paths name, if any
   * @param settings how much to keep
   * @throws InvalidInputException if the data have more different labels than there are to be
   *     classes
   */
  public StatisticsSink(Optional<Dataset> data, StatisticsSettings settings) {
    this.settings = settings;
    this.pairs =
        data.filter(rows -> rows.labelled() && settings.classes() > 0)
            .map(rows -> new PairAggregates(rows, settings));
  }

  @Override
  public void start(List<Column> given) {
    columns = List.copyOf(given);
    all = Aggregate.several(given.size(), settings.values());
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeLong(paths);
    Aggregate.saveAll(all, out);
    if (pairs.isPresent()) {
      pairs.get().save(out);
    }
  }

  @Override
  public void resume(List<Column> given, DataInput in) throws IOException {
    columns = List.copyOf(given);
    paths = in.readLong();
    all = Aggregate.restoredAll(given.size(), settings.values(), in);
    if (pairs.isPresent()) {
      pairs.get().restore(given.size(), in);
    }
  }

  /**
   * Adds what was gathered on other paths.
   *
   * @param other a sink for the same data, settings and columns; its statistics do not change
   */
  public void merge(StatisticsSink other) {
    if (!settings.equals(other.settings) || !columns.equals(other.columns)) {
      throw new IllegalArgumentException("statistics of different columns cannot be merged");
    }
    paths += other.paths;
    for (int column = 0; column < all.length; column++) {
      all[column].merge(other.all[column]);
    }
    pairs.ifPresent(table -> table.merge(other.pairs.orElseThrow()));
  }

  @Override
  public void accept(PathBlock block) {
    paths += block.size();
    PairAggregates byPair = pairs.orElse(null);
    for (int row = 0; row < block.size(); row++) {
      int from = block.from(row);
      int to = block.to(row);
      Aggregate[] pair =
          byPair == null || from < 0 || to < 0 ? NONE : byPair.of(from, to, all.length);
      for (int column = 0; column < all.length; column++) {
        double number = block.number(row, column);
        all[column].add(number);
        if (pair.length > 0) {
          pair[column].add(number);
        }
      }
    }
  }

  /**
   * @return the statistics of the paths accepted so far
   */
  public PathStatistics statistics() {
    SortedMap<ClassPair, List<ColumnStatistics>> byClass =
        pairs.map(table -> table.map(this::toStatistics)).orElseGet(TreeMap::new);
    return new PathStatistics(paths, toStatistics(all), byClass, mediansOfMaxima(byClass));
  }

  /**
   * @return what was measured, in the order of {@link PathStatistics#columns}
   */
  public List<Column> columns() {
    return columns;
  }

  /**
   * @param column the place of a column
   * @return its numbers by ordered pair of labels, for the pairs that occurred; empty without
   *     labels
   */
  public SortedMap<ClassPair, Aggregate> byPair(int column) {
    return pairs.map(table -> table.map(pair -> pair[column])).orElseGet(TreeMap::new);
  }

  private List<ColumnStatistics> toStatistics(Aggregate[] aggregates) {
    List<ColumnStatistics> statistics = new ArrayList<>();
    for (int i = 0; i < aggregates.length; i++) {
      statistics.add(new ColumnStatistics(columns.get(i), aggregates[i].statistics()));
    }
    return statistics;
  }

  private Map<String, Double> mediansOfMaxima(
      SortedMap<ClassPair, List<ColumnStatistics>> byClass) {
    Map<String, Double> medians = new HashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).value().headline()) {
        Aggregate maxima = new Aggregate();
        for (List<ColumnStatistics> pair : byClass.values()) {
          maxima.add(pair.get(i).statistics().max());
        }
        double median = maxima.statistics().median();
        if (!Double.isNaN(median)) {
          medians.put(columns.get(i).name(), median);
        }
      }
    }
    return medians;
  }
}
