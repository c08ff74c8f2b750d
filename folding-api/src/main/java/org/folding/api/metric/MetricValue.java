package org.folding.api.metric;

import java.util.Objects;

/**
 * One of the numbers that a metric gives.
 *
 * @param name the name, unique in its metric; the column is called METRIC.NAME
 * @param kind how it is written
 * @param description one sentence for the user, with the formula
 */
public record MetricValue(String name, Kind kind, String description) {

  /** How a number is written. */
  public enum Kind {
    /** A whole number, such as a number of flips. */
    COUNT,
    /** Any number, such as a ratio; NaN where it is not defined. */
    REAL
  }

  /** Checks that nothing is null. */
  public MetricValue {
    Objects.requireNonNull(name, "name is null");
    Objects.requireNonNull(kind, "kind is null");
    Objects.requireNonNull(description, "description is null");
  }

  /**
   * @param name the name
   * @param description one sentence for the user
   * @return a whole number
   */
  public static MetricValue count(String name, String description) {
    return new MetricValue(name, Kind.COUNT, description);
  }

  /**
   * @param name the name
   * @param description one sentence for the user
   * @return a number
   */
  public static MetricValue real(String name, String description) {
    return new MetricValue(name, Kind.REAL, description);
  }
}
