package acme.roles;

import java.util.List;
import org.folding.api.metric.Metric;
import org.folding.api.metric.MetricValue;
import org.folding.api.walk.Walk;

/** No headline. */
final class Plain implements Metric {
  @Override
  public List<MetricValue> values() {
    return List.of(MetricValue.count("steps", "The number of steps."));
  }

  @Override
  public void measure(Walk walk, double[] row, int offset) {
    row[offset] = walk.steps();
  }
}
