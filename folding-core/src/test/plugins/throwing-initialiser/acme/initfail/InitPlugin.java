package acme.initfail;

import java.util.List;
import org.folding.api.metric.MetricFactory;
import org.folding.api.plugin.FoldingPlugin;

public final class InitPlugin implements FoldingPlugin {
  static final int SIZE = Integer.parseInt("many");

  @Override
  public List<MetricFactory> metrics() {
    return List.of();
  }
}
