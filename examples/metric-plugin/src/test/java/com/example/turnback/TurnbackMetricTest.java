package com.example.turnback;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.folding.api.InvalidInputException;
import org.folding.api.Options;
import org.folding.api.metric.Metric;
import org.folding.api.metric.MetricContext;
import org.folding.api.walk.Walk;
import org.folding.api.walk.WalkMode;
import org.junit.jupiter.api.Test;

final class TurnbackMetricTest {

  @Test
  void tellsWhereTheWalkTurnsBackAndHowDeep() {
    // Distances 1, 2, 3, 2, 1, 2 after steps at 1/8 ... 6/8.
    Walk walk =
        new TimedWalk(
            List.of(0.125, 0.25, 0.375, 0.5, 0.625, 0.75),
            List.of(List.of(0), List.of(1), List.of(2), List.of(1), List.of(0), List.of(3)));

    assertArrayEquals(new double[] {0.5, 2, 0.625}, measure(walk, Map.of()));
    assertArrayEquals(new double[] {0.625, 2, 0.625}, measure(walk, Map.of("tolerance", "1")));
    assertArrayEquals(new double[] {Double.NaN, 2, 0.625}, measure(walk, Map.of("tolerance", "2")));
  }

  @Test
  void aWalkThatOnlyLeavesNeverTurnsBack() {
    Walk walk = new TimedWalk(List.of(0.25, 0.75), List.of(List.of(0, 1), List.of(3)));

    assertArrayEquals(new double[] {Double.NaN, 0, 0.25}, measure(walk, Map.of()));
  }

  @Test
  void flipsOfOneStepHappenAtOnce() {
    // The second step takes back one bit and adds another: the distance stays 1.
    Walk walk = new TimedWalk(List.of(0.25, 0.5), List.of(List.of(0), List.of(0, 1)));

    assertArrayEquals(new double[] {Double.NaN, 0, 0.75}, measure(walk, Map.of()));
  }

  @Test
  void aWalkWithoutFlipsStaysAtItsStart() {
    assertArrayEquals(
        new double[] {Double.NaN, 0, 1}, measure(new TimedWalk(List.of(), List.of()), Map.of()));
  }

  @Test
  void oneWalkLeavesNoTraceInTheNext() {
    Metric metric = metric(Map.of());
    double[] row = new double[3];
    Walk walk = new TimedWalk(List.of(0.5), List.of(List.of(2)));
    for (int i = 0; i < 3; i++) {
      metric.measure(walk, row, 0);
      assertArrayEquals(new double[] {Double.NaN, 0, 0.5}, row);
    }
  }

  @Test
  void refusesANegativeTolerance() {
    InvalidInputException e =
        assertThrows(InvalidInputException.class, () -> metric(Map.of("tolerance", "-1")));
    assertEquals(
        "'metrics.turnback.tolerance' is -1 but must be from 0 to 2147483647", e.getMessage());
  }

  private static double[] measure(Walk walk, Map<String, String> given) {
    double[] row = new double[3];
    metric(given).measure(walk, row, 0);
    return row;
  }

  private static Metric metric(Map<String, String> given) {
    TurnbackMetricFactory factory = new TurnbackMetricFactory();
    Options options = Options.of("metrics.turnback.", factory.options(), given, Path.of(""));
    return factory.create(
        options, new MetricContext(TimedWalk.UNITS, WalkMode.EXACT, Optional.empty()));
  }
}
