package org.folding.core.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.folding.api.network.Dense;
import org.folding.api.network.Network;
import org.folding.api.network.Shape;
import org.folding.api.network.Tensor;
import org.folding.api.walk.Walk;
import org.folding.core.rational.RationalWalk;
import org.folding.core.testing.Networks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Walks of stages that are followed by their slopes, against the referee. */
final class LineTracerTest {
  private static final int[] WIDTHS = {70, 60, 50, 40, 20};

  /** Enough breakpoints that slopes are multiplied in many groups and in more than one batch. */
  @ParameterizedTest
  @ValueSource(doubles = {0, 0.25})
  void agreesWithTheRefereeWhereManyUnitsFlip(double otherSlope) {
    int flips = 0;
    for (int seed = 0; seed < 4; seed++) {
      Random random = new Random(seed);
      Network network = Networks.gaussianNetwork(random, 3, WIDTHS, 0, otherSlope);
      double[] from = random.doubles(3, -4, 4).toArray();
      double[] to = random.doubles(3, -4, 4).toArray();
      RationalWalk expected = RationalWalk.of(network, from, to);
      Networks.assertSame(expected, TracerWalks.walk(network, LineTracer::new, from, to));
      flips += expected.steps().size();
    }
    assertThat(flips).isGreaterThan(400);
  }

  @Test
  void aNetworkWithoutUnitsHasNoFlips() {
    Tensor weights = Tensor.of(Shape.of(1, 3), new double[] {1, -2, 3});
    Network.Builder affine = Network.builder("affine", Shape.of(3));
    affine.then("dense", new Dense(weights, Tensor.vector(new double[] {1})));
    Network network = affine.build();
    double[] from = {0, 1, 2};
    double[] to = {3, -1, 0};
    Walk walk = TracerWalks.walk(network, LineTracer::new, from, to);
    assertThat(walk.steps()).isZero();
    assertThat(walk.units().bits()).isZero();
  }
}
