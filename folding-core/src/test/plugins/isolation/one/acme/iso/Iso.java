package acme.iso;

import java.util.List;
import org.folding.api.Options;
import org.folding.api.metric.Metric;
import org.folding.api.metric.MetricContext;
import org.folding.api.metric.MetricFactory;
import org.folding.api.metric.MetricValue;
import org.folding.api.walk.Walk;

final class Iso implements MetricFactory {
  @Override
  public String name() {
    return Shared.NAME;
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
        row[offset] = Shared.VALUE;
      }
    };
  }
}
