package org.folding.metrics;

import java.util.List;
import org.folding.api.OptionSpec;
import org.folding.api.Options;
import org.folding.api.metric.Metric;
import org.folding.api.metric.MetricContext;
import org.folding.api.metric.MetricFactory;

/** Makes {@link RangeMetric}. */
final class RangeMetricFactory implements MetricFactory {
  private static final String LAYERS = "layers";

  @Override
  public String name() {
    return "range";
  }

  @Override
  public String description() {
    return "Space folding: how far the walk gets from its start (r1) against how long it is (r2).";
  }

  @Override
  public List<OptionSpec> options() {
    return List.of(
        OptionSpec.of(
            LAYERS,
            OptionSpec.Type.BOOLEAN,
            "false",
            "Also measure the walk in the units of each counted layer alone."));
  }

  @Override
  public Metric create(Options options, MetricContext context) {
    return new RangeMetric(context.units(), options.flag(LAYERS));
  }
}
