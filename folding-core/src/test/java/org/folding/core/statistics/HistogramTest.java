package org.folding.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class HistogramTest {

  /** χ = 1 − r1/100 is a border of bins for each r1, whichever way it was rounded. */
  @Test
  void bordersBelongToTheBinAbove() {
    for (int border = 1; border < 100; border++) {
      Histogram histogram = new Histogram();
      histogram.add(1 - (100 - border) / 100.0);
      histogram.add(1 - (1000 - 10 * border) / 1000.0);
      histogram.add(border / 100.0);

      assertThat(histogram.counts()).hasSize(border + 1);
      assertThat(histogram.counts()[border]).isEqualTo(3);
    }
  }

  @Test
  void whatIsNearABorderStaysOnItsSide() {
    Histogram histogram = new Histogram();
    histogram.add(1 - 800_001 / 1_000_000.0);
    histogram.add(1 - 799_999 / 1_000_000.0);

    assertThat(histogram.counts()[19]).isEqualTo(1);
    assertThat(histogram.counts()[20]).isEqualTo(1);
  }

  @Test
  void zerosAreCountedApart() {
    Histogram histogram = new Histogram();
    assertThat(histogram.counts()).isEmpty();
    histogram.add(0);
    histogram.add(0);
    assertThat(histogram.counts()).isEmpty();
    histogram.add(1);
    histogram.add(Double.NaN);
    histogram.add(-0.25);
    histogram.add(7);

    assertThat(histogram.zeros()).isEqualTo(2);
    assertThat(histogram.counts()).hasSize(100);
    assertThat(histogram.counts()[99]).isEqualTo(1);
    assertThat(histogram.counts()).containsOnly(0, 1);
  }
}
