package org.folding.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.folding.api.path.InputPath;
import org.folding.api.walk.Walk;
import org.folding.api.walk.WalkMode;
import org.junit.jupiter.api.Test;

final class WalksTest {

  /** Counted by hand: 1 + 2 + 1 flips in three steps, so four patterns. */
  @Test
  void aWalkIsWhatWasWritten() {
    Walk walk = Walks.of(4).active(1, 3).step(0.25, 0).step(0.5, 1, 2).step(1, 0).build();

    assertThat(walk.steps()).isEqualTo(3);
    assertThat(walk.flips()).isEqualTo(4);
    assertThat(walk.regions()).isEqualTo(4);
    assertThat(IntStream.range(0, 4).mapToObj(walk::startBit))
        .containsExactly(false, true, false, true);
    assertThat(IntStream.range(0, 3).mapToObj(walk::time)).containsExactly(0.25, 0.5, 1.0);
    assertThat(IntStream.rangeClosed(0, 3).map(walk::firstFlip)).containsExactly(0, 1, 3, 4);
    assertThat(IntStream.range(0, 4).map(walk::bit)).containsExactly(0, 1, 2, 0);
    assertThat(walk.units().layerNames()).containsExactly("hidden1");
    assertThat(walk.units().bits()).isEqualTo(4);
    assertThat(walk.mode()).isEqualTo(WalkMode.EXACT);
    assertThat(walk.path().start().coordinates()).containsExactly(0);
    assertThat(walk.path().end().coordinates()).containsExactly(1);
    assertThat(walk).hasToString("walk {start {1, 3}; t 0.25: 0; t 0.5: 1,2; t 1.0: 0}");
  }

  @Test
  void unitsPathAndModeAreFree() {
    InputPath path = InputPath.betweenRows(3, 7);
    Walk walk = Walks.of(Walks.layers(2, 3)).along(path).mode(WalkMode.SAMPLED).build();

    assertThat(walk.units().layerNames()).containsExactly("hidden1", "hidden2");
    assertThat(walk.units().layerOf(1)).isZero();
    assertThat(walk.units().layerOf(2)).isEqualTo(1);
    assertThat(walk.path()).isSameAs(path);
    assertThat(walk.mode()).isEqualTo(WalkMode.SAMPLED);
    assertThat(walk.steps()).isZero();
    assertThat(walk.flips()).isZero();
  }

  @Test
  void aWalkThatIsBuiltStaysAsItIs() {
    Walks.Builder builder = Walks.of(3).step(0.5, 0);
    Walk walk = builder.build();
    builder.active(2).step(0.75, 1);

    assertThat(walk.flips()).isEqualTo(1);
    assertThat(walk.startBit(2)).isFalse();
  }

  @Test
  void refusesStepsThatNoWalkHas() {
    Walks.Builder builder = Walks.of(2).step(0.5, 0);

    for (double time : List.of(0.5, 0.25, 1.5, Double.NaN)) {
      assertThatThrownBy(() -> builder.step(time, 1))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(
              "step 1 is at t = "
                  + time
                  + ", but t must be from 0 to 1 and rise from step to step");
    }
    assertThatThrownBy(() -> Walks.of(2).step(-0.5, 1)).hasMessageStartingWith("step 0 is at t = ");
    assertThatThrownBy(() -> builder.step(0.75)).hasMessage("step 1 flips no bit");
    assertThatThrownBy(() -> builder.step(0.75, 1, 1)).hasMessage("step 1 flips bit 1 twice");
    assertThatThrownBy(() -> builder.step(0.75, 2))
        .hasMessage("bit 2 does not exist: the units have 2 bits, from 0");
    assertThatThrownBy(() -> builder.active(-1)).hasMessageStartingWith("bit -1 does not exist");
  }
}
