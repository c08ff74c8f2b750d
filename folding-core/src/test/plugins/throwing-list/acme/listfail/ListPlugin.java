package acme.listfail;

import java.util.List;
import org.folding.api.metric.MetricFactory;
import org.folding.api.plugin.FoldingPlugin;

public final class ListPlugin implements FoldingPlugin {
  @Override
  public List<MetricFactory> metrics() {
    return List.of(null, null);
  }
}
