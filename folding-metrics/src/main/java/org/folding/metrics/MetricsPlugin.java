package org.folding.metrics;

import java.util.List;
import org.folding.api.metric.MetricFactory;
import org.folding.api.plugin.FoldingPlugin;

/** Registers the metrics of this module. */
public final class MetricsPlugin implements FoldingPlugin {

  /** Made by {@link java.util.ServiceLoader}. */
  public MetricsPlugin() {}

  @Override
  public List<MetricFactory> metrics() {
    return List.of(new RangeMetricFactory(), new ConvexityDefectMetricFactory());
  }
}
