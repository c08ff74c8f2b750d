package acme.ctor;

import java.util.List;
import org.folding.api.metric.MetricFactory;
import org.folding.api.plugin.FoldingPlugin;

public final class CtorPlugin implements FoldingPlugin {
  private final double answer = acme.lib.Base.answer();

  @Override
  public List<MetricFactory> metrics() {
    return List.of();
  }
}
