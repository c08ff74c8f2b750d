package com.example.turnback;

import java.util.List;
import org.folding.api.metric.MetricFactory;
import org.folding.api.plugin.FoldingPlugin;

/** What this JAR brings; named in its service file. */
public final class TurnbackPlugin implements FoldingPlugin {
  @Override
  public List<MetricFactory> metrics() {
    return List.of(new TurnbackMetricFactory());
  }
}
