package org.folding.core.config;

import java.util.Objects;
import org.folding.api.Options;
import org.folding.api.metric.MetricFactory;

/**
 * A metric to measure with.
 *
 * @param factory makes the metric, once for each thread
 * @param options its options
 */
public record MetricChoice(MetricFactory factory, Options options) {
  /** Checks that nothing is null. */
  public MetricChoice {
    Objects.requireNonNull(factory, "factory is null");
    Objects.requireNonNull(options, "options is null");
  }
}
