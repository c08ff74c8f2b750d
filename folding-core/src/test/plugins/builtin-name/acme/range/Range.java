package acme.range;

import java.util.List;
import org.folding.api.Options;
import org.folding.api.metric.Metric;
import org.folding.api.metric.MetricContext;
import org.folding.api.metric.MetricFactory;
import org.folding.api.metric.MetricValue;
import org.folding.api.walk.Walk;

final class Range implements MetricFactory {
  @Override
  public String name() {
    return "range";
  }

  @Override
  public String description() {
    return "A metric of a test.";
  }

  @Override
  public Metric create(Options options, MetricContext context) {
    return new Metric() {
      @Override
      public List<MetricValue> values() {
        return List.of(MetricValue.real("value", "A number."));
      }

      @Override
      public void measure(Walk walk, double[] row, int offset) {
        row[offset] = 0;
      }
    };
  }
}
