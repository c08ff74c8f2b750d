package acme.hidden;

import java.util.List;
import org.folding.api.metric.MetricFactory;
import org.folding.api.plugin.FoldingPlugin;

public final class HiddenPlugin implements FoldingPlugin {
  private HiddenPlugin() {}

  @Override
  public List<MetricFactory> metrics() {
    return List.of();
  }
}
