package org.folding.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class PaceTest {

  @Test
  void pathsOfEarlierProcessesDoNotCount() {
    Pace pace = new Pace(1_000_000);
    pace.add(2, 1_000_500);

    assertThat(pace.rate()).isEqualTo(250);
  }

  /** Ten paths a second for eight seconds, then a thousand: that is the pace from second 16 on. */
  @Test
  void aSlowStartIsForgottenWhenAsMuchTimeHasPassed() {
    Pace pace = new Pace(0);
    for (int second = 1; second <= 8; second++) {
      pace.add(second, 10L * second);
    }
    assertThat(pace.rate()).isEqualTo(10);
    for (int second = 9; second <= 16; second++) {
      pace.add(second, 80 + 1000L * (second - 8));
    }

    assertThat(pace.rate()).isEqualTo(1000);
  }

  @Test
  void aSteadyPaceIsTold() {
    Pace pace = new Pace(7);
    for (int path = 1; path <= 100_000; path++) {
      pace.add(path / 1000.0, 7 + path);
      assertThat(pace.rate()).isEqualTo(1000, within(1e-6));
    }
  }
}
