package org.folding.api.metric;

import java.util.List;
import org.folding.api.walk.Walk;

/**
 * Measures walks. An instance is used by one thread at a time, so it may keep scratch arrays; the
 * host makes one for each of its threads.
 */
public interface Metric {

  /**
   * @return the numbers that this metric gives, in the order in which {@link #measure} writes them,
   *     with different names; always the same for the same options and context
   */
  List<MetricValue> values();

  /**
   * Measures one walk. The result must depend on the walk alone.
   *
   * @param walk the walk; valid only during this call
   * @param row receives one number for each of {@link #values()}; the rest of it belongs to others
   * @param offset where in the row they start
   */
  void measure(Walk walk, double[] row, int offset);
}
