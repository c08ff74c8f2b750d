package org.folding.api.metric;

import java.util.List;
import java.util.Objects;

/**
 * What a metric gave for one path.
 *
 * @param metric the metric's name
 * @param values which numbers there are
 * @param numbers the numbers, one for each of the values
 */
public record MetricResult(String metric, List<MetricValue> values, List<Double> numbers) {

  /** Checks that there is a number for each value. */
  public MetricResult {
    Objects.requireNonNull(metric, "metric is null");
    values = List.copyOf(values);
    numbers = List.copyOf(numbers);
    if (values.size() != numbers.size()) {
      throw new IllegalArgumentException(
          values.size() + " values but " + numbers.size() + " numbers");
    }
  }

  /**
   * @param name the name of a value
   * @return its number
   * @throws IllegalArgumentException if there is no such value
   */
  public double number(String name) {
    for (int i = 0; i < values.size(); i++) {
      if (values.get(i).name().equals(name)) {
        return numbers.get(i);
      }
    }
    throw new IllegalArgumentException("metric '" + metric + "' has no value '" + name + "'");
  }
}
