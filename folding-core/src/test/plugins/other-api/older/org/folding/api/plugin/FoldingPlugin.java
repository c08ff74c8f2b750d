package org.folding.api.plugin;

import java.util.List;
import org.folding.api.metric.MetricFactory;

public interface FoldingPlugin {
  List<MetricFactory> metrics();
}
