package org.folding.core.plugin;

import java.util.ArrayList;
import java.util.Arrays;
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

  /**
   * A plugin's metric. It writes into an array of its own: in the row, where the next metric's
   * columns follow, a number too many would change those without a sign.
   */
  private static final class GuardedMetric implements Metric {
    private final Metric metric;
    private final PluginGuard guard;
    private List<MetricValue> values;
    private double[] numbers;

    GuardedMetric(Metric metric, PluginGuard guard) {
      this.metric = metric;
      this.guard = guard;
    }

    @Override
    public List<MetricValue> values() {
      if (values == null) {
        values = checkedValues();
        numbers = new double[values.size()];
      }
      return values;
    }

    private List<MetricValue> checkedValues() {
      // Copied inside the guard, as the list is the plugin's.
      List<MetricValue> given =
          guard.call(
              "values()",
              () -> {
                List<MetricValue> list = metric.values();
                return list == null ? null : new ArrayList<>(list);
              });
      Set<String> names = new HashSet<>();
      for (MetricValue value : given) {
        if (value == null) {
          throw guard.fault("values()", "returns a list that holds null");
        }
        if (!names.add(value.name())) {
          throw guard.fault("values()", "gives two values named '" + value.name() + "'");
        }
      }
      MetricRoles.fault(given)
          .ifPresent(
              fault -> {
                throw guard.fault("values()", fault);
              });
      return List.copyOf(given);
    }

    @Override
    public void measure(Walk walk, double[] row, int offset) {
      int width = values().size();
      // A number that is left out must not be that of the path before.
      Arrays.fill(numbers, 0);
      guard.run("measure()", () -> metric.measure(walk, numbers, 0));
      System.arraycopy(numbers, 0, row, offset, width);
    }
  }
}
