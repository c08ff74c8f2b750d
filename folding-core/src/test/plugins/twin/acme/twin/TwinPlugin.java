package acme.twin;

import java.util.List;
import org.folding.api.metric.MetricFactory;
import org.folding.api.plugin.FoldingPlugin;

public final class TwinPlugin implements FoldingPlugin {
  @Override
  public List<MetricFactory> metrics() {
    return List.of(new Flips());
  }
}
