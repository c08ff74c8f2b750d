package acme.earlier;

import java.util.List;
import org.folding.api.Options;
import org.folding.api.metric.Metric;
import org.folding.api.metric.MetricContext;
import org.folding.api.metric.MetricFactory;
import org.folding.api.metric.MetricValue;
import org.folding.api.plugin.FoldingPlugin;
import org.folding.api.walk.Walk;

public final class EarlierPlugin implements FoldingPlugin {
  @Override
  public List<MetricFactory> metrics() {
    return List.of(new Earlier());
  }

  private static final class Earlier implements MetricFactory {
    @Override
    public String name() {
      return "acme-earlier";
    }

    @Override
    public String description() {
      return "A metric that was compiled before values had roles.";
    }

    @Override
    public Metric create(Options options, MetricContext context) {
      return new Metric() {
        @Override
        public List<MetricValue> values() {
          return List.of(
              new MetricValue("flips", MetricValue.Kind.COUNT, "The number of flips."),
              MetricValue.count("steps", "The number of steps."),
              MetricValue.real("half", "Half of the flips."));
        }

        @Override
        public void measure(Walk walk, double[] row, int offset) {
          row[offset] = walk.flips();
          row[offset + 1] = walk.steps();
          row[offset + 2] = walk.flips() / 2.0;
        }
      };
    }
  }
}
