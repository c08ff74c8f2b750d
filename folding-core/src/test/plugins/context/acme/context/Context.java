package acme.context;

import java.util.List;
import org.folding.api.Options;
import org.folding.api.metric.Metric;
import org.folding.api.metric.MetricContext;
import org.folding.api.metric.MetricFactory;
import org.folding.api.metric.MetricValue;
import org.folding.api.walk.Walk;

final class Context implements MetricFactory {
  @Override
  public String name() {
    Check.loader(1);
    return "acme-context";
  }

  @Override
  public String description() {
    Check.loader(1);
    return "A metric of a test.";
  }

  @Override
  public Metric create(Options options, MetricContext context) {
    Check.loader(1);
    return new Metric() {
      @Override
      public List<MetricValue> values() {
        Check.loader(1);
        return List.of(MetricValue.real("value", "A number."));
      }

      @Override
      public void measure(Walk walk, double[] row, int offset) {
        row[offset] = Check.loader(2);
      }
    };
  }
}
