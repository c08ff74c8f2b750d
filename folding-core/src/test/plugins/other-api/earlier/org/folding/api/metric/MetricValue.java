package org.folding.api.metric;

/** The edition before values had roles. */
public record MetricValue(String name, Kind kind, String description) {
  public enum Kind {
    COUNT,
    REAL
  }

  public static MetricValue count(String name, String description) {
    return new MetricValue(name, Kind.COUNT, description);
  }

  public static MetricValue real(String name, String description) {
    return new MetricValue(name, Kind.REAL, description);
  }
}
