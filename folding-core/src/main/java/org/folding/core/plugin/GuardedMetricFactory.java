package org.folding.core.plugin;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
      // Copied inside the guard, as the list is the plugin's.
      List<MetricValue> values =
          guard.call(
              "values()",
              () -> {
                List<MetricValue> given = metric.values();
                return given == null ? null : new ArrayList<>(given);
              });
      Set<String> names = new HashSet<>();
      for (MetricValue value : values) {
        if (value == null) {
          throw guard.fault("values()", "returns a list that holds null");
        }
        if (!names.add(value.name())) {
          throw guard.fault("values()", "gives two values named '" + value.name() + "'");
        }
      }
      return List.copyOf(values);
    }

    @Override
    public void measure(Walk walk, double[] row, int offset) {
      guard.run("measure()", () -> metric.measure(walk, row, offset));
    }
  }
}
