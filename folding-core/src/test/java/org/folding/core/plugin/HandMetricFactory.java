package org.folding.core.plugin;

import java.util.List;
import org.folding.api.OptionSpec;
import org.folding.api.Options;
import org.folding.api.metric.Metric;
import org.folding.api.metric.MetricContext;
import org.folding.api.metric.MetricFactory;

/** A factory of a given name that makes nothing. */
record HandMetricFactory(String name, String description, List<OptionSpec> options)
    implements MetricFactory {

  HandMetricFactory(String name) {
    this(name, "Measures nothing.", List.of());
  }

  @Override
  public Metric create(Options options, MetricContext context) {
    return null;
  }
}
