package acme.faulty;

import java.util.List;
import org.folding.api.Options;
import org.folding.api.metric.Metric;
import org.folding.api.metric.MetricContext;
import org.folding.api.metric.MetricFactory;
import org.folding.api.metric.MetricValue;
import org.folding.api.walk.Walk;

/** Measures as it is told. */
record Faulty(String name, List<MetricValue> given, Measuring measuring) implements MetricFactory {
  /** What {@link Metric#measure} does. */
  interface Measuring {
    void measure(Walk walk, double[] row, int offset);
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
        return given;
      }

      @Override
      public void measure(Walk walk, double[] row, int offset) {
        measuring.measure(walk, row, offset);
      }
    };
  }
}
