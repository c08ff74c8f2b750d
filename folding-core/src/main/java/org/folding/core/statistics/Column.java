package org.folding.core.statistics;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.folding.api.metric.MetricValue;
import org.folding.api.metric.Phrase;

/**
 * One number that is measured for each path.
 *
 * @param metric the metric's name
 * @param value which of its numbers
 */
public record Column(String metric, MetricValue value) {

  /** Checks that nothing is null. */
  public Column {
    Objects.requireNonNull(metric, "metric is null");
    Objects.requireNonNull(value, "value is null");
  }

  /**
   * @return the column's heading, METRIC.VALUE
   */
  public String name() {
    return metric + "." + value.name();
  }

  /**
   * @return what its number is called, in little room
   */
  public String symbol() {
    Map<Phrase, String> phrases = value.phrases();
    return phrases.getOrDefault(Phrase.SYMBOL, phrases.getOrDefault(Phrase.LABEL, name()));
  }

  /**
   * @return what is measured
   */
  public String noun() {
    Map<Phrase, String> phrases = value.phrases();
    return phrases.getOrDefault(Phrase.NOUN, phrases.getOrDefault(Phrase.LABEL, name()));
  }

  /**
   * @param whole another column
   * @return whether this is what that column comes to in the units of one layer
   */
  public boolean isLayerOf(Column whole) {
    return metric.equals(whole.metric)
        && value.part().filter(part -> part.whole().equals(whole.value.name())).isPresent();
  }

  /**
   * @param columns the columns of a run, in the order of its metrics
   * @return the one that stands for the run: the first headline, empty if no metric has one
   */
  public static Optional<Column> headline(List<Column> columns) {
    return columns.stream().filter(column -> column.value().headline()).findFirst();
  }
}
