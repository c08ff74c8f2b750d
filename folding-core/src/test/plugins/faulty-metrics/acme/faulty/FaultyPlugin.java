package acme.faulty;

import java.util.Arrays;
import java.util.List;
import org.folding.api.metric.MetricFactory;
import org.folding.api.metric.MetricValue;
import org.folding.api.plugin.FoldingPlugin;

public final class FaultyPlugin implements FoldingPlugin {
  @Override
  public List<MetricFactory> metrics() {
    MetricValue value = MetricValue.real("a", "A number.");
    return List.of(
        new Faulty("acme-deep", List.of(value)),
        new Faulty("acme-double", List.of(value, MetricValue.count("a", "Another."))),
        new Faulty("acme-hole", Arrays.asList(value, null)),
        new Faulty("acme-null", null));
  }
}
