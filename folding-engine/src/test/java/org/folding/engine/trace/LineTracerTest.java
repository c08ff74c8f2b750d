package org.folding.engine.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.folding.api.network.Dense;
import org.folding.api.network.Network;
import org.folding.api.network.Shape;
import org.folding.api.network.Tensor;
import org.folding.api.walk.Walk;
import org.folding.engine.rational.RationalWalk;
import org.folding.engine.testing.LayeredNetworks;
import org.folding.engine.testing.Networks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Walks of stages that are followed by their slopes, against the referee. */
final class LineTracerTest {
  private static final int[] WIDTHS = {70, 60, 50, 40, 20};
  private static final int INPUTS = 3;

  /** Of so many units those of a line are chosen. */
  private static final int MANY = 64;

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

  /** Where few units are active at a time, those that may be active on a line are chosen. */
  @Test
  void agreesWithTheRefereeWhereFewUnitsAreActive() {
    int flips = 0;
    for (int seed = 0; seed < 16; seed++) {
      Random random = new Random(seed);
      double[] shares = random.doubles(3 + random.nextInt(3), 0.02, 0.22).toArray();
      Network network =
          LayeredNetworks.rarelyActive(random, INPUTS, 64 + random.nextInt(40), shares);
      double[] from = random.doubles(INPUTS).toArray();
      double[] to = random.doubles(INPUTS).toArray();
      RationalWalk expected = RationalWalk.of(network, from, to);
      Networks.assertSame(expected, TracerWalks.walk(network, LineTracer::new, from, to));
      flips += expected.steps().size();
    }
    assertThat(flips).isGreaterThan(600);
  }

  /**
   * A unit of the third stage is active where two of the second are small, between t = 0.49 and
   * 0.51. These flip at 0.5, and nothing else does after 0.4.
   */
  @Test
  void findsAUnitThatIsActiveOnlyWhereThoseBeforeItFlip() {
    double[] bends = {0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4};
    double[] weights = new double[MANY * MANY];
    weights[0] = -1;
    weights[1] = -1;
    double[] bias = new double[MANY];
    Arrays.fill(bias, -1);
    bias[0] = 0.01;
    assertFlips(distances(bends, weights, bias), bends, 0.49, 0.5, 0.51);
  }

  /**
   * Half of the third stage is active between t = 0.5 − k · 10⁻⁹ and 0.5 + 4k · 10⁻⁹ only, for k =
   * 1, 2, …: single precision alone cannot tell.
   */
  @Test
  void findsUnitsThatAreHardlyEverActive() {
    double[] bends = {0.1, 0.2, 0.25, 0.3, 0.35, 0.4, 0.9};
    Random random = new Random(1);
    double[] weights = new double[MANY * MANY];
    double[] bias = new double[MANY];
    Arrays.fill(bias, -1);
    for (int k = 1; k <= MANY / 2; k++) {
      // As low at 0.4 as at 0.9, where the line is bent next.
      double weight = 0.5 + random.nextDouble();
      weights[(k - 1) * MANY] = -4 * weight;
      weights[(k - 1) * MANY + 1] = -weight;
      bias[k - 1] = 4e-9 * k * weight;
    }
    assertFlips(
        distances(bends, weights, bias),
        bends,
        IntStream.rangeClosed(-MANY / 2, MANY / 2)
            .mapToDouble(k -> 0.5 + 1e-9 * (k < 0 ? k : 4 * k))
            .toArray());
  }

  /** The line has eight intervals, each a span, on which nothing strays: rounding alone tells. */
  @Test
  void findsUnitsThatAreActiveOnlyWhereSpansMeet() {
    double[] bends = {0, 0.1, 0.2, 0.35, 0.5, 0.6, 0.75, 0.9, 1};
    double[] ones = new double[MANY];
    Arrays.fill(ones, 1);
    double[] first = new double[MANY];
    Arrays.setAll(first, o -> o == 0 ? 1 : o < 8 ? -bends[o] : -2);
    // The second stage is always active.
    double[] second = new double[MANY];
    Arrays.fill(second, 8);
    int flips = 0;
    for (int seed = 0; seed < 4; seed++) {
      Random random = new Random(seed);
      double[] weights = random.doubles(MANY * MANY, -1, 1).toArray();
      double[] lastWeights = random.doubles(MANY * MANY, -1, 1).toArray();
      double[] bias = new double[MANY];
      for (int o = 0; o < MANY; o++) {
        double peak = Double.NEGATIVE_INFINITY;
        for (double x : bends) {
          double z = 0;
          for (int j = 0; j < MANY; j++) {
            double h = second[j];
            for (int i = 0; i < MANY; i++) {
              h += weights[j * MANY + i] * Math.max(0, x + first[i]);
            }
            z += lastWeights[o * MANY + j] * h;
          }
          peak = Math.max(peak, z);
        }
        bias[o] = -peak + (o % 3 == 0 ? Math.pow(10, -6 + random.nextDouble()) : -1);
      }
      Network.Builder builder = Network.builder("meet", Shape.of(1));
      LayeredNetworks.add(builder, 0, 1, ones, first);
      LayeredNetworks.add(builder, 1, MANY, weights, second);
      LayeredNetworks.add(builder, 2, MANY, lastWeights, bias);
      Network network = builder.build();
      double[] from = {0};
      double[] to = {1};
      RationalWalk expected = RationalWalk.of(network, from, to);
      Networks.assertSame(expected, TracerWalks.walk(network, LineTracer::new, from, to));
      flips += expected.steps().size();
    }
    assertThat(flips).isGreaterThan(100);
  }

  @Test
  void goesOnBehindAStageThatPassesOnNothing() {
    double[] bends = {0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4};
    double[] ones = new double[MANY];
    Arrays.fill(ones, 1);
    double[] first = new double[MANY];
    Arrays.setAll(first, o -> o == 0 ? 1 : o <= bends.length ? -bends[o - 1] : -2);
    double[] none = new double[MANY];
    Arrays.fill(none, -1);
    double[] one = none.clone();
    one[0] = 1;
    double[] zeros = new double[MANY * MANY];
    Network.Builder builder = Network.builder("nothing", Shape.of(1));
    LayeredNetworks.add(builder, 0, 1, ones, first);
    LayeredNetworks.add(builder, 1, MANY, zeros, none);
    LayeredNetworks.add(builder, 2, MANY, zeros, none);
    LayeredNetworks.add(builder, 3, MANY, zeros, one);
    LayeredNetworks.add(builder, 4, MANY, zeros, none);
    assertFlips(builder.build(), bends);
  }

  /**
   * Three stages, of which the first bends the line, and two units of the second tell how far x is
   * below 0.5 and above it.
   *
   * @param bends where the first flips, for x from 0 to 1
   * @param weights of the third stage for the second
   * @param bias of the third stage
   */
  private static Network distances(double[] bends, double[] weights, double[] bias) {
    Network.Builder builder = Network.builder("distances", Shape.of(1));
    double[] ones = new double[MANY];
    Arrays.fill(ones, 1);
    double[] first = new double[MANY];
    Arrays.setAll(first, o -> o == 0 ? 1 : o <= bends.length ? -bends[o - 1] : -2);
    LayeredNetworks.add(builder, 0, 1, ones, first);
    // The first unit of the first stage is x + 1.
    double[] distance = new double[MANY * MANY];
    distance[0] = -1;
    distance[MANY] = 1;
    double[] half = new double[MANY];
    Arrays.fill(half, -1);
    half[0] = 1.5;
    half[1] = -1.5;
    LayeredNetworks.add(builder, 1, MANY, distance, half);
    LayeredNetworks.add(builder, 2, MANY, weights, bias);
    return builder.build();
  }

  /** Whether units flip at these times on the way from 0 to 1, and never else. */
  private static void assertFlips(Network network, double[] bends, double... others) {
    double[] times = DoubleStream.concat(Arrays.stream(bends), Arrays.stream(others)).toArray();
    Arrays.sort(times);
    Walk walk = TracerWalks.walk(network, LineTracer::new, new double[] {0}, new double[] {1});
    assertThat(IntStream.range(0, walk.steps()).mapToDouble(walk::time).toArray())
        .containsExactly(times, within(1e-14));
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
