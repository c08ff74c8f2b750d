package org.folding.api.metric;

import org.folding.api.ComponentFactory;
import org.folding.api.Options;

/** Makes metrics of one kind. Its options stand below {@code metrics.NAME.}. */
public interface MetricFactory extends ComponentFactory {

  /**
   * Makes a metric; called once for each thread.
   *
   * @param options the options given
   * @param context what is known of the run
   * @return a metric
   * @throws org.folding.api.InvalidInputException if the options do not fit together or the run
   *     lacks something that the metric needs
   */
  Metric create(Options options, MetricContext context);
}
