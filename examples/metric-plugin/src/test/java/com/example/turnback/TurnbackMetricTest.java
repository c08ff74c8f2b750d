package com.example.turnback;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import org.folding.api.InvalidInputException;
import org.folding.api.walk.Walk;
import org.folding.testkit.MetricContract;
import org.folding.testkit.Walks;
import org.junit.jupiter.api.Test;

/** Walks are written by hand, so that the right numbers can be counted. */
final class TurnbackMetricTest {

  @Test
  void tellsWhereTheWalkTurnsBackAndHowDeep() {
    // Distances 1, 2, 3, 2, 1, 2 after steps at 1/8 ... 6/8.
    Walk walk =
        Walks.of(4)
            .step(0.125, 0)
            .step(0.25, 1)
            .step(0.375, 2)
            .step(0.5, 1)
            .step(0.625, 0)
            .step(0.75, 3)
            .build();

    assertArrayEquals(new double[] {0.5, 2, 0.625}, measure(walk, Map.of()));
    assertArrayEquals(new double[] {0.625, 2, 0.625}, measure(walk, Map.of("tolerance", "1")));
    assertArrayEquals(new double[] {Double.NaN, 2, 0.625}, measure(walk, Map.of("tolerance", "2")));
  }

  @Test
  void aWalkThatOnlyLeavesNeverTurnsBack() {
    Walk walk = Walks.of(4).step(0.25, 0, 1).step(0.75, 3).build();

    assertArrayEquals(new double[] {Double.NaN, 0, 0.25}, measure(walk, Map.of()));
  }

  @Test
  void flipsOfOneStepHappenAtOnce() {
    // The second step takes back one bit and adds another: the distance stays 1.
    Walk walk = Walks.of(4).step(0.25, 0).step(0.5, 0, 1).build();

    assertArrayEquals(new double[] {Double.NaN, 0, 0.75}, measure(walk, Map.of()));
  }

  @Test
  void aWalkWithoutFlipsStaysAtItsStart() {
    assertArrayEquals(
        new double[] {Double.NaN, 0, 1}, measure(Walks.of(4).build(), Map.of()));
  }

  @Test
  void refusesANegativeTolerance() {
    InvalidInputException e =
        assertThrows(
            InvalidInputException.class,
            () -> measure(Walks.of(4).build(), Map.of("tolerance", "-1")));
    assertEquals(
        "'metrics.turnback.tolerance' is -1 but must be from 0 to 2147483647", e.getMessage());
  }

  private static double[] measure(Walk walk, Map<String, String> options) {
    return MetricContract.measure(new TurnbackMetricFactory(), options, walk);
  }
}
