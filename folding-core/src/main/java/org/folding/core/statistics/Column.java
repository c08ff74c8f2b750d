package org.folding.core.statistics;

import java.util.Objects;
import org.folding.api.metric.MetricValue;

/**
 * One number that is measured for each path.
 *
 * @param metric the metric's name
 * @param value which of its numbers
 */
public record Column(String metric, MetricValue value) {
  private static final String RANGE = "range";
  private static final String FOLDING = "folding";

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
   * @return whether this is χ of the range metric, for which statistics of global folding are told
   */
  public boolean isFolding() {
    return metric.equals(RANGE) && value.name().equals(FOLDING);
  }

  /**
   * @return whether this is χ of the range metric in the units of one layer
   */
  public boolean isFoldingOfLayer() {
    return metric.equals(RANGE) && value.name().startsWith(FOLDING + ".");
  }
}
