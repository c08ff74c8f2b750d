package org.folding.core.pipeline;

import java.util.List;
import java.util.OptionalInt;
import org.folding.api.metric.MetricResult;

/**
 * What was measured on one path.
 *
 * @param path the path's index, from 0
 * @param from the row of the data where it starts, if it starts at one
 * @param to the row of the data where it ends, if it ends at one
 * @param flips the number of flips of its walk
 * @param regions the number of patterns of its walk
 * @param metrics what each metric gave, in the order asked for
 */
public record PathResult(
    long path,
    OptionalInt from,
    OptionalInt to,
    int flips,
    int regions,
    List<MetricResult> metrics) {

  /** Copies the list. */
  public PathResult {
    metrics = List.copyOf(metrics);
  }

  /**
   * @param metric a metric's name
   * @return what it gave
   * @throws IllegalArgumentException if the run did not measure it
   */
  public MetricResult metric(String metric) {
    return metrics.stream()
        .filter(result -> result.metric().equals(metric))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("the run did not measure '" + metric + "'"));
  }
}
