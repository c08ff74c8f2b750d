package org.folding.metrics;

import org.folding.api.Options;
import org.folding.api.metric.Metric;
import org.folding.api.metric.MetricContext;
import org.folding.api.metric.MetricFactory;

/** Makes {@link ConvexityDefectMetric}. */
final class ConvexityDefectMetricFactory implements MetricFactory {

  @Override
  public String name() {
    return "convexity-defect";
  }

  @Override
  public String description() {
    return "How far the walk leaves the Hamming interval between its ends, and the flips taken back.";
  }

  @Override
  public Metric create(Options options, MetricContext context) {
    return new ConvexityDefectMetric(context.units());
  }
}
