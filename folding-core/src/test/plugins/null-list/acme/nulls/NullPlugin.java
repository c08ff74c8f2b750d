package acme.nulls;

import java.util.List;
import org.folding.api.metric.MetricFactory;
import org.folding.api.plugin.FoldingPlugin;

public final class NullPlugin implements FoldingPlugin {
  @Override
  public List<MetricFactory> metrics() {
    return null;
  }
}
