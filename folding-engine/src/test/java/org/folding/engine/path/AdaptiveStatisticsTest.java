package org.folding.engine.path;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class AdaptiveStatisticsTest {

  @Test
  void sumsAddUp() {
    AdaptiveStatistics sum =
        new AdaptiveStatistics(1, 2, 3, 4, 5).plus(new AdaptiveStatistics(10, 20, 30, 40, 50));

    assertThat(sum).isEqualTo(new AdaptiveStatistics(11, 22, 33, 44, 55));
    assertThat(sum.evaluationsEachPath()).isEqualTo(2);
    assertThat(AdaptiveStatistics.NONE.plus(sum)).isEqualTo(sum);
    assertThat(AdaptiveStatistics.NONE.evaluationsEachPath()).isZero();
  }
}
