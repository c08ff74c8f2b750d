package acme.roles;

import java.util.List;
import org.folding.api.metric.MetricFactory;
import org.folding.api.plugin.FoldingPlugin;

public final class RolesPlugin implements FoldingPlugin {
  @Override
  public List<MetricFactory> metrics() {
    return List.of(
        new Measuring("acme-length", Length::new),
        new Measuring("acme-early", units -> new Early()),
        new Measuring("acme-plain", units -> new Plain()));
  }
}
