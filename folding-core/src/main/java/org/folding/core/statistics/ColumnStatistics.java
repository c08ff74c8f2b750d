package org.folding.core.statistics;

import java.util.Objects;

/**
 * The statistics of a column.
 *
 * @param column what was measured
 * @param statistics over the paths
 */
public record ColumnStatistics(Column column, Statistics statistics) {
  /** Checks that nothing is null. */
  public ColumnStatistics {
    Objects.requireNonNull(column, "column is null");
    Objects.requireNonNull(statistics, "statistics is null");
  }
}
