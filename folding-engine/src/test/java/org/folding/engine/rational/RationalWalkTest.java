package org.folding.engine.rational;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.apache.commons.math3.fraction.BigFraction;
import org.folding.api.model.UnitLayer;
import org.folding.api.network.Affine;
import org.folding.api.network.Clip;
import org.folding.api.network.Dense;
import org.folding.api.network.MaxOfGroups;
import org.folding.api.network.Network;
import org.folding.api.network.Operation;
import org.folding.api.network.Rectifier;
import org.folding.api.network.Shape;
import org.folding.api.network.Tensor;
import org.folding.api.network.UnitRole;
import org.folding.api.path.InputPath;
import org.folding.engine.network.NetworkEvaluator;
import org.folding.engine.testing.FuzzCase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RationalWalkTest {

  /** A double is not the decimal that it is written as, and the crossing knows. */
  @Test
  void timesAreThoseOfTheDoubles() {
    Network network = network(dense(0.1, -0.3), Rectifier.relu(UnitRole.HIDDEN));

    RationalWalk walk = RationalWalk.of(network, new double[] {0}, new double[] {7});

    BigFraction time =
        new BigFraction(0.3).divide(new BigFraction(0.1)).divide(BigInteger.valueOf(7));
    assertThat(walk.startBits().isEmpty()).isTrue();
    assertThat(walk.steps()).containsExactly(new RationalWalk.Step(time, bits(0)));
    assertThat(time).isNotEqualTo(new BigFraction(3, 7));
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.MIN_VALUE, 0x1.8p-1030, 1, 0x1p1000})
  void noMagnitudeIsTooSmallOrTooLarge(double unit) {
    Network network = network(dense(unit, -unit), Rectifier.relu(UnitRole.HIDDEN));

    assertThat(RationalWalk.of(network, new double[] {0}, new double[] {3}).steps())
        .containsExactly(new RationalWalk.Step(new BigFraction(1, 3), bits(0)));
  }

  /** z = |x| − 1 with x from −3 to 3 passes 0 at |x| = 1; |x| itself touches 0 and has one flip. */
  @Test
  void bendsAreNoFlipsOfOthers() {
    Network network =
        network(
            dense(1, 0),
            new Rectifier("Abs", Tensor.scalar(-1), UnitRole.HIDDEN),
            dense(1, -1),
            Rectifier.relu(UnitRole.HIDDEN));

    assertThat(RationalWalk.of(network, new double[] {-3}, new double[] {3}).steps())
        .containsExactly(
            new RationalWalk.Step(new BigFraction(1, 3), bits(1)),
            new RationalWalk.Step(new BigFraction(1, 2), bits(0)),
            new RationalWalk.Step(new BigFraction(2, 3), bits(1)));
  }

  /** min(max(x, −1), 1) along −2 … 2, and max(clipped, −clipped) − ½, positive but near 0. */
  @Test
  void clippedUnitsHaveTwoBitsAndMaximaNone() {
    Network.Builder builder = Network.builder("net", Shape.of(1));
    builder.then("clip", new Clip("Clip", Tensor.scalar(-1), Tensor.scalar(1), UnitRole.HIDDEN));
    builder.then("both", new Dense(Tensor.of(Shape.of(2, 1), 1, -1), Tensor.vector(-0.5, -0.5)));
    builder.then("max", MaxOfGroups.of(List.of(List.of(0, 1))));
    builder.then("relu", Rectifier.relu(UnitRole.HIDDEN));

    RationalWalk walk = RationalWalk.of(builder.build(), new double[] {-2}, new double[] {2});

    assertThat(walk.startBits()).isEqualTo(bits(2));
    assertThat(walk.steps())
        .containsExactly(
            new RationalWalk.Step(new BigFraction(1, 4), bits(0)),
            new RationalWalk.Step(new BigFraction(3, 8), bits(2)),
            new RationalWalk.Step(new BigFraction(5, 8), bits(2)),
            new RationalWalk.Step(new BigFraction(3, 4), bits(1)));
  }

  /** Max(0, t − ¾) and max(0, t − ¼), of which the second bends first; units take ⅛ off. */
  @Test
  void maximaBendEachAtItsTime() {
    Network.Builder builder = Network.builder("net", Shape.of(1));
    builder.then(
        "late", new Dense(Tensor.of(Shape.of(3, 1), 0, 1, 1), Tensor.vector(0, -0.75, -0.25)));
    builder.then("max", MaxOfGroups.of(List.of(List.of(0, 1), List.of(2, 0))));
    builder.then("less", new Affine(Tensor.scalar(1), Tensor.scalar(-0.125)));
    builder.then("relu", Rectifier.relu(UnitRole.HIDDEN));

    RationalWalk walk = RationalWalk.of(builder.build(), new double[] {0}, new double[] {1});

    assertThat(walk.startBits().isEmpty()).isTrue();
    assertThat(walk.steps())
        .containsExactly(
            new RationalWalk.Step(new BigFraction(3, 8), bits(1)),
            new RationalWalk.Step(new BigFraction(7, 8), bits(0)));
  }

  /** What becomes zero and stays so is inactive: relu(relu(x)) goes off with relu(x). */
  @Test
  void plateausAreInactive() {
    Network network =
        network(Rectifier.relu(UnitRole.HIDDEN), dense(1, 0), Rectifier.relu(UnitRole.HIDDEN));

    RationalWalk walk = RationalWalk.of(network, new double[] {1}, new double[] {-1});

    assertThat(walk.startBits()).isEqualTo(bits(0, 1));
    assertThat(walk.steps())
        .containsExactly(new RationalWalk.Step(new BigFraction(1, 2), bits(0, 1)));
  }

  /** What is zero at an end of the line has its sign inside, and does not flip. */
  @Test
  void endsAreNoFlips() {
    Network network = network(Rectifier.relu(UnitRole.HIDDEN));

    RationalWalk rising = RationalWalk.of(network, new double[] {-1}, new double[] {0});
    assertThat(rising.startBits().isEmpty()).isTrue();
    assertThat(rising.steps()).isEmpty();

    RationalWalk leaving = RationalWalk.of(network, new double[] {0}, new double[] {1});
    assertThat(leaving.startBits()).isEqualTo(bits(0));
    assertThat(leaving.steps()).isEmpty();
  }

  /**
   * With small whole weights and inputs an evaluation in float64 at a dyadic time rounds nothing,
   * so wherever a unit is not zero its sign is right.
   */
  @Test
  void patternsAreThoseOfEvaluationsThatRoundNothing() {
    int compared = 0;
    for (long seed = 0; seed < 400; seed++) {
      FuzzCase drawn = FuzzCase.of(seed);
      InputPath path = drawn.paths().get(0);
      double[] from = path.start().coordinates();
      double[] to = path.waypoints().get(1).coordinates();
      if (drawn.kind().contains("fine") || drawn.kind().contains("wide") || !halves(from, to)) {
        continue;
      }
      RationalLine line = RationalNetwork.of(drawn.network()).line(from, to);
      for (int k = 1; k < 64; k += 6) {
        double t = k / 64.0;
        double[] margins = margins(drawn.network(), from, to, t);
        line.goTo(t);
        BitSet pattern = line.pattern();
        for (int bit = 0; bit < margins.length; bit++) {
          if (margins[bit] != 0) {
            assertThat(pattern.get(bit)).as("case %d, t = %s", seed, t).isEqualTo(margins[bit] > 0);
            compared++;
          }
        }
      }
    }
    assertThat(compared).isGreaterThan(10_000);
  }

  @Test
  void tellsWhenANetworkIsTooLarge() {
    Network network = network(dense(1, 2), Rectifier.relu(UnitRole.HIDDEN), dense(1, 2));

    // What comes after the last unit is not computed.
    assertThat(RationalNetwork.of(network, 1)).isPresent();
    assertThat(RationalNetwork.of(network, 0)).isEmpty();
  }

  private static boolean halves(double[]... points) {
    return Arrays.stream(points)
        .flatMapToDouble(Arrays::stream)
        .allMatch(x -> 2 * x == Math.rint(2 * x));
  }

  private static double[] margins(Network network, double[] from, double[] to, double t) {
    double[] point = new double[from.length];
    Arrays.setAll(point, i -> from[i] + t * (to[i] - from[i]));
    double[] margins = new double[UnitLayer.of(network).stream().mapToInt(UnitLayer::bits).sum()];
    new NetworkEvaluator(network).margins(point, 1, margins);
    return margins;
  }

  private static Network network(Operation... operations) {
    Network.Builder builder = Network.builder("net", Shape.of(1));
    for (int i = 0; i < operations.length; i++) {
      builder.then("node" + i, operations[i]);
    }
    return builder.build();
  }

  private static Dense dense(double weight, double bias) {
    return new Dense(Tensor.of(Shape.of(1, 1), weight), Tensor.vector(bias));
  }

  private static BitSet bits(int... set) {
    BitSet bits = new BitSet();
    Arrays.stream(set).forEach(bits::set);
    return bits;
  }
}
