package acme.faulty;

import java.util.List;
import org.folding.api.Options;
import org.folding.api.metric.Metric;
import org.folding.api.metric.MetricContext;
import org.folding.api.metric.MetricFactory;
import org.folding.api.metric.MetricValue;
import org.folding.api.walk.Walk;

/** Recurses without an end where it measures. */
record Faulty(String name, List<MetricValue> given) implements MetricFactory {
  @Override
  public String description() {
    return "A metric of a test.";
  }

  @Override
  public Metric create(Options options, MetricContext context) {
    return new Metric() {
      @Override
      public List<MetricValue> values() {
        return given;
      }

      @Override
      public void measure(Walk walk, double[] row, int offset) {
        row[offset] = depth(0);
      }
    };
  }

  private static double depth(int level) {
    return 1 + depth(level + 1);
  }
}
