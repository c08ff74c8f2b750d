package org.folding.core.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.folding.api.data.Dataset;
import org.folding.core.sink.StatisticsSink;
import org.folding.core.statistics.Aggregate;
import org.folding.core.statistics.ClassPair;
import org.folding.core.statistics.Statistics;

/** Measures over groups of pairs of classes, from all their paths or from a sample of them. */
final class FoldingGroups {
  private final StatisticsSink gathered;
  private final boolean sampled;
  private final Map<Integer, Integer> rowsOfClass = new TreeMap<>();

  FoldingGroups(StatisticsSink gathered, boolean sampled, Dataset data) {
    this.gathered = gathered;
    this.sampled = sampled;
    for (int row = 0; row < data.rows(); row++) {
      rowsOfClass.merge(data.label(row), 1, Integer::sum);
    }
  }

  /** Over all paths. */
  Measures all(int column, Statistics statistics) {
    return sampled ? of(column, pair -> true).orElseThrow() : Measures.of(statistics);
  }

  /** Over the paths of the pairs of classes that are asked for; empty where there is none. */
  Optional<Measures> of(int column, Predicate<ClassPair> wanted) {
    SortedMap<ClassPair, Aggregate> pairs = new TreeMap<>(gathered.byPair(column));
    pairs.keySet().removeIf(wanted.negate());
    if (pairs.isEmpty()) {
      return Optional.empty();
    }
    if (sampled) {
      List<StratifiedSample.Stratum> strata = new ArrayList<>();
      pairs.forEach(
          (pair, sample) -> strata.add(new StratifiedSample.Stratum(population(pair), sample)));
      return Optional.of(new StratifiedSample(strata).measures());
    }
    Aggregate merged = new Aggregate();
    pairs.values().forEach(merged::merge);
    return Optional.of(Measures.of(merged.statistics()));
  }

  /** For each pair of classes that occurred. */
  SortedMap<ClassPair, Measures> byPair(int column) {
    SortedMap<ClassPair, Measures> measures = new TreeMap<>();
    gathered
        .byPair(column)
        .keySet()
        .forEach(pair -> measures.put(pair, of(column, pair::equals).orElseThrow()));
    return measures;
  }

  /** How many ordered pairs (i, j), i ≠ j, of rows of two classes there are. */
  private double population(ClassPair pair) {
    double from = rowsOfClass.get(pair.from());
    return pair.from() == pair.to() ? from * (from - 1) : from * rowsOfClass.get(pair.to());
  }
}
