package org.folding.core.plugin;

import java.util.List;
import org.folding.api.Options;
import org.folding.api.metric.Metric;
import org.folding.api.metric.MetricContext;
import org.folding.api.metric.MetricFactory;
import org.folding.api.metric.MetricValue;
import org.folding.api.walk.Walk;

/** A plugin's metrics behind the guard. */
record GuardedMetricFactory(MetricFactory factory, ComponentTraits traits, PluginGuard guard)
    implements GuardedFactory, MetricFactory {

  @Override
  public Metric create(Options options, MetricContext context) {
    return new GuardedMetric(guard.call("create()", () -> factory.create(options, context)), guard);
  }

  private record GuardedMetric(Metric metric, PluginGuard guard) implements Metric {
    @Override
    public List<MetricValue> values() {
      return guard.call("values()", () -> List.copyOf(metric.values()));
    }

    @Override
    public void measure(Walk walk, double[] row, int offset) {
      guard.run("measure()", () -> metric.measure(walk, row, offset));
    }
  }
}
