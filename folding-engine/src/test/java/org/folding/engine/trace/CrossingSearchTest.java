package org.folding.engine.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.folding.api.network.Dense;
import org.folding.api.network.Network;
import org.folding.api.network.Rectifier;
import org.folding.api.network.Shape;
import org.folding.api.network.Tensor;
import org.folding.api.network.UnitRole;
import org.folding.api.walk.Walk;
import org.folding.engine.chain.Chain;
import org.folding.engine.rational.RationalWalk;
import org.folding.engine.testing.Networks;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What cannot be told from zero or from a breakpoint in float64, though it is exactly that. */
final class CrossingSearchTest {
  private static final double ULP = 0x1p-52;

  static Stream<Function<Chain, Tracer>> tracers() {
    return Stream.of(LineTracer::new, BreakpointTracer::new, KinkTracer::new);
  }

  /**
   * Unit 0 is 2⁻³⁰ · w but for a sum that is zero, and whose rounding moves its flip from ½ by more
   * than 10⁻⁹. A unit of the next layer is w, up to no rounding at all, so in truth both flip at ½.
   * The flip of unit 0 comes too early on some paths and too late on others, the ways back.
   */
  @ParameterizedTest
  @MethodSource("tracers")
  void aSharpCrossingIsNotToldFromABlurredBreakpoint(Function<Chain, Tracer> tracer) {
    int early = 0;
    int late = 0;
    for (int deeper = 0; deeper < 2; deeper++) {
      Network network = blurred(deeper == 1);
      for (double[] ends :
          new double[][] {{1, 3, 7, 2}, {3, 1, 5, 7}, {7, 2, 1, 3}, {5, 9, 3, 1}}) {
        double[] from = {ends[0], ends[1], ends[0], ends[1], -1};
        double[] to = {ends[2], ends[3], ends[2], ends[3], 1};
        for (double[][] line : new double[][][] {{from, to}, {to, from}}) {
          Walk walk = TracerWalks.walk(network, tracer, line[0], line[1]);

          RationalWalk truth = RationalWalk.of(network, line[0], line[1]);
          assertThat(truth.steps()).hasSize(1);
          assertThat(truth.steps().get(0).time().doubleValue()).isEqualTo(0.5);
          assertThat(flips(walk)).containsExactly(truth.steps().get(0).bits().toString());
          assertThat(walk.time(0)).isEqualTo(0.5, within(1e-6));
          early += walk.time(0) < 0.5 - 1e-9 ? 1 : 0;
          late += walk.time(0) > 0.5 + 1e-9 ? 1 : 0;
        }
      }
    }
    assertThat(early).isPositive();
    assertThat(late).isPositive();
  }

  /** Units 0.1a + 0.2b − 0.1c − 0.2d + 2⁻³⁰w and w + 2, then w; deeper, something positive. */
  private static Network blurred(boolean deeper) {
    Network.Builder builder = Network.builder("blurred", Shape.of(5));
    double[][] first = {{0.1, 0.2, -0.1, -0.2, 0x1p-30}, {0, 0, 0, 0, 1}};
    builder.then("dense0", dense(first, 0, 2));
    builder.then("relu0", Rectifier.relu(UnitRole.HIDDEN));
    builder.then("dense1", dense(new double[][] {{0, 1}}, -2));
    builder.then("relu1", Rectifier.relu(UnitRole.HIDDEN));
    if (deeper) {
      builder.then("dense2", dense(new double[][] {{1}}, 1));
      builder.then("relu2", Rectifier.relu(UnitRole.HIDDEN));
    }
    return builder.build();
  }

  /**
   * 1 + 64 · 17/32 ulp − (1 + 34 ulp) is zero. In float64 each of the 64 terms is rounded up to one
   * ulp, so it is 30 ulp, which is more than errors with random signs come to: (√262 + 4) · 2 · ½
   * ulp. Each term is followed by three of weight 0, as some sums add up four terms by themselves.
   */
  @ParameterizedTest
  @MethodSource("tracers")
  void aZeroWhoseErrorsAllPointOneWayIsZero(Function<Chain, Tracer> tracer) {
    int terms = 64;
    int last = 4 * (terms + 1);
    double[] from = new double[last + 2];
    double[][] weights = new double[2][last + 2];
    Arrays.fill(from, 1);
    for (int k = 1; k <= terms; k++) {
      from[4 * k] = 17 * ULP / 32;
      weights[0][4 * k] = 1;
    }
    weights[0][0] = 1;
    from[last] = 1 + 34 * ULP;
    weights[0][last] = -1;
    from[last + 1] = -0x1p-10;
    weights[1][last + 1] = 1;
    double[] to = from.clone();
    to[last + 1] = 0x1p-10;
    Network.Builder builder = Network.builder("ulps", Shape.of(last + 2));
    builder.then("dense", dense(weights, 0, 0));
    builder.then("relu", Rectifier.relu(UnitRole.HIDDEN));
    Network network = builder.build();

    RationalWalk truth = RationalWalk.of(network, from, to);
    assertThat(truth.startBits().isEmpty()).isTrue();
    Networks.assertSame(truth, TracerWalks.walk(network, tracer, from, to));
  }

  /**
   * Small whole weights, so that units touch zero, rest on it and cross where others bend; enough
   * lines that each case of a crossing is there.
   */
  @ParameterizedTest
  @MethodSource("tracers")
  void tiesAreThoseOfTheReferee(Function<Chain, Tracer> tracer) {
    int flips = 0;
    for (int seed = 0; seed < 60; seed++) {
      Random random = new Random(seed);
      Network network = Networks.integerNetwork(random, 2, new int[] {4, 5, 4}, 0, 0.5, -1);
      double[] from = Networks.integerPoint(random, 2);
      double[] to = Networks.integerPoint(random, 2);
      RationalWalk truth = RationalWalk.of(network, from, to);

      Networks.assertSame(truth, TracerWalks.walk(network, tracer, from, to));
      flips += truth.steps().stream().mapToInt(step -> step.bits().cardinality()).sum();
    }
    assertThat(flips).isGreaterThan(200);
  }

  /** Values that are too small to have a reciprocal: 2⁻¹⁰⁶⁰ times x, x − 1 and 1 − x. */
  @ParameterizedTest
  @MethodSource("tracers")
  void tinyValuesCrossWhereTheyDo(Function<Chain, Tracer> tracer) {
    double tiny = 0x1p-1060;
    Network.Builder builder = Network.builder("tiny", Shape.of(1));
    builder.then("dense", dense(new double[][] {{tiny}, {tiny}, {-tiny}}, 0, -tiny, tiny));
    builder.then("relu", Rectifier.relu(UnitRole.HIDDEN));
    Network network = builder.build();

    for (double[] ends : new double[][] {{-1, 3}, {3, -1}, {-2, 6}}) {
      double[] from = {ends[0]};
      double[] to = {ends[1]};
      Networks.assertSame(
          RationalWalk.of(network, from, to), TracerWalks.walk(network, tracer, from, to));
    }
  }

  private static Dense dense(double[][] rows, double... bias) {
    double[] weights = Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
    return new Dense(
        Tensor.of(Shape.of(rows.length, rows[0].length), weights), Tensor.vector(bias));
  }

  /** The bits of each step, as a set is written. */
  private static List<String> flips(Walk walk) {
    List<String> steps = new ArrayList<>();
    for (int s = 0; s < walk.steps(); s++) {
      steps.add(
          IntStream.range(walk.firstFlip(s), walk.firstFlip(s + 1))
              .map(walk::bit)
              .sorted()
              .boxed()
              .toList()
              .toString()
              .replace('[', '{')
              .replace(']', '}'));
    }
    return steps;
  }
}
