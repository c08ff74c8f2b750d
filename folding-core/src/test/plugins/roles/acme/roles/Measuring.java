package acme.roles;

import java.util.function.Function;
import org.folding.api.Options;
import org.folding.api.metric.Metric;
import org.folding.api.metric.MetricContext;
import org.folding.api.metric.MetricFactory;
import org.folding.api.walk.CountedUnits;

/** Makes a metric that needs the counted units alone. */
record Measuring(String name, Function<CountedUnits, Metric> maker) implements MetricFactory {
  @Override
  public String description() {
    return "A metric of a test.";
  }

  @Override
  public Metric create(Options options, MetricContext context) {
    return maker.apply(context.units());
  }
}
