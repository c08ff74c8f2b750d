package org.folding.core.pipeline;

import java.util.List;
import org.folding.api.Options;
import org.folding.api.metric.Metric;
import org.folding.api.metric.MetricContext;
import org.folding.api.metric.MetricFactory;
import org.folding.api.metric.MetricValue;
import org.folding.api.walk.Walk;

/**
 * Gives a number for paths with an even number of flips only: infinity where four divide it, else
 * 0.
 */
final class PartlyDefined implements MetricFactory {
  @Override
  public String name() {
    return "partly";
  }

  @Override
  public String description() {
    return "Is not defined everywhere.";
  }

  @Override
  public Metric create(Options options, MetricContext context) {
    return new Metric() {
      @Override
      public List<MetricValue> values() {
        return List.of(MetricValue.real("number", "NaN, 0 or infinity"));
      }

      @Override
      public void measure(Walk walk, double[] row, int offset) {
        row[offset] =
            walk.flips() % 2 == 1
                ? Double.NaN
                : walk.flips() % 4 == 0 ? Double.POSITIVE_INFINITY : 0;
      }
    };
  }
}
