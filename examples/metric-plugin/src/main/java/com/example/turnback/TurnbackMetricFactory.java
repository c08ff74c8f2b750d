package com.example.turnback;

import java.util.List;
import org.folding.api.OptionSpec;
import org.folding.api.Options;
import org.folding.api.metric.Metric;
import org.folding.api.metric.MetricContext;
import org.folding.api.metric.MetricFactory;

/** Makes the metric {@code turnback} and describes its option. */
final class TurnbackMetricFactory implements MetricFactory {
  private static final String TOLERANCE = "tolerance";

  @Override
  public String name() {
    return "turnback";
  }

  @Override
  public String description() {
    return "Where along the path the walk turns back towards its start, and how far it comes back.";
  }

  @Override
  public List<OptionSpec> options() {
    return List.of(
        OptionSpec.of(
            TOLERANCE,
            OptionSpec.Type.INTEGER,
            "0",
            "By how many bits the distance may fall below its maximum before the walk counts as"
                + " turned back."));
  }

  @Override
  public Metric create(Options options, MetricContext context) {
    int tolerance = (int) options.integer(TOLERANCE, 0, Integer.MAX_VALUE);
    return new TurnbackMetric(context.units().bits(), tolerance);
  }
}
