package org.folding.api.metric;

/** An edition without a description. */
public interface MetricFactory {
  String name();
}
