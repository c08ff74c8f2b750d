package org.folding.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.folding.api.walk.Walk;
import org.folding.testkit.MetricContract;
import org.folding.testkit.PluginContract;
import org.folding.testkit.Walks;
import org.junit.jupiter.api.Test;

final class MetricsPluginTest {

  @Test
  void keepsTheContractOfPlugins() {
    PluginContract.of(new MetricsPlugin()).check();
    PluginContract.of(new MetricsPlugin()).metric("range", Map.of("layers", "true")).check();
  }

  /**
   * Two layers of two units. Distances from the start are 1, 2, 3, 2, so r1 = 3, r2 = 4 and χ =
   * 1/4; from the end they are 2, 1, 0 and 1 before that, so r1 = 2 and χ = 1/2. The first layer
   * flips twice without a way back; the second flips unit 2 there and back, so r1 = 1, r2 = 2, χ =
   * 1/2.
   */
  @Test
  void measuresAWalkWrittenByHand() {
    Walk walk =
        Walks.of(Walks.layers(2, 2))
            .step(0.125, 0)
            .step(0.25, 2)
            .step(0.5, 1)
            .step(0.75, 2)
            .build();

    assertThat(MetricContract.measure(new RangeMetricFactory(), Map.of("layers", "true"), walk))
        .containsExactly(0.25, 3, 4, 0.5, 2, 0, 2, 0.5, 2);
    // Unit 2 is where both ends have it, but for the two patterns between; two flips are taken
    // back.
    assertThat(MetricContract.measure(new ConvexityDefectMetricFactory(), Map.of(), walk))
        .containsExactly(1, 2, 0.5);
  }
}
