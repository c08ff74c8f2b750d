package acme.good;

import java.util.List;
import org.folding.api.InvalidInputException;
import org.folding.api.OptionSpec;
import org.folding.api.Options;
import org.folding.api.metric.Metric;
import org.folding.api.metric.MetricContext;
import org.folding.api.metric.MetricFactory;
import org.folding.api.metric.MetricValue;
import org.folding.api.walk.Walk;

/** Counts flips, times a factor. */
final class Flips implements MetricFactory {
  @Override
  public String name() {
    return "acme-flips";
  }

  @Override
  public String description() {
    return "The number of flips.";
  }

  @Override
  public List<OptionSpec> options() {
    return List.of(
        OptionSpec.of("factor", OptionSpec.Type.INTEGER, "1", "What flips are multiplied by."));
  }

  @Override
  public Metric create(Options options, MetricContext context) {
    long factor = options.integer("factor").orElseThrow();
    if (factor == 0) {
      throw new InvalidInputException("'" + options.fullKey("factor") + "' must not be 0");
    }
    return new Metric() {
      @Override
      public List<MetricValue> values() {
        return List.of(MetricValue.count("flips", "The number of flips."));
      }

      @Override
      public void measure(Walk walk, double[] row, int offset) {
        row[offset] = factor * walk.flips();
      }
    };
  }
}
