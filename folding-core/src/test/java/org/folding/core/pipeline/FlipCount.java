package org.folding.core.pipeline;

import java.util.List;
import java.util.function.LongConsumer;
import org.folding.api.Options;
import org.folding.api.metric.Metric;
import org.folding.api.metric.MetricContext;
import org.folding.api.metric.MetricFactory;
import org.folding.api.metric.MetricValue;
import org.folding.api.walk.Walk;

/** Counts flips and adds up times; can be told to misbehave. */
record FlipCount(LongConsumer onFlips) implements MetricFactory {
  FlipCount() {
    this(flips -> {});
  }

  @Override
  public String name() {
    return "flip-count";
  }

  @Override
  public String description() {
    return "Counts flips.";
  }

  @Override
  public Metric create(Options options, MetricContext context) {
    return new Metric() {
      @Override
      public List<MetricValue> values() {
        return List.of(
            MetricValue.count("flips", "r2"), MetricValue.real("time", "Sum of the times."));
      }

      @Override
      public void measure(Walk walk, double[] row, int offset) {
        onFlips.accept(walk.flips());
        row[offset] = walk.flips();
        for (int step = 0; step < walk.steps(); step++) {
          row[offset + 1] += walk.time(step);
        }
      }
    };
  }
}
