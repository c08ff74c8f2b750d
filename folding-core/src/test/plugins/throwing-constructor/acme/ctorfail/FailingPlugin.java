package acme.ctorfail;

import java.util.List;
import org.folding.api.metric.MetricFactory;
import org.folding.api.plugin.FoldingPlugin;

public final class FailingPlugin implements FoldingPlugin {
  public FailingPlugin() {
    throw new IllegalStateException("no licence\nfound");
  }

  @Override
  public List<MetricFactory> metrics() {
    return List.of();
  }
}
