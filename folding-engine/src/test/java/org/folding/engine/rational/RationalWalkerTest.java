package org.folding.engine.rational;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.folding.api.model.UnitLayer;
import org.folding.api.network.Affine;
import org.folding.api.network.Network;
import org.folding.api.network.Rectifier;
import org.folding.api.network.Shape;
import org.folding.api.network.Tensor;
import org.folding.api.network.UnitRole;
import org.folding.api.path.InputPath;
import org.folding.api.path.Waypoint;
import org.folding.api.walk.CountedUnits;
import org.folding.api.walk.Walk;
import org.folding.engine.WalkSettings;
import org.folding.engine.WalkerFactory;
import org.folding.engine.network.NetworkModel;
import org.folding.engine.path.SegmentLengths;
import org.folding.engine.testing.Networks;
import org.folding.engine.verify.Verification;
import org.folding.engine.verify.VerifyMode;
import org.folding.engine.verify.WalkVerifiers;
import org.junit.jupiter.api.Test;

/** Walks of deep, narrow networks, held against evaluations in the middle of each region. */
final class RationalWalkerTest {

  @Test
  void goesRoundCorners() {
    InputPath path =
        new InputPath(
            List.of(
                Waypoint.point(0.1, 0.75), Waypoint.point(0.5, 0.25), Waypoint.point(0.9, 0.8)));
    int[] widths = new int[16];
    Arrays.fill(widths, 6);

    assertProven(Networks.gaussianNetwork(new Random(7), 2, widths, 0, 0.1), path);
  }

  /** Of |x| and relu(|x| − ½) along −1 → 1 the second flips at ¼ and ¾; it alone is counted. */
  @Test
  void flipsCountedBitsAlone() {
    Network.Builder builder = Network.builder("net", Shape.of(1));
    builder.then("abs", new Rectifier("Abs", Tensor.scalar(-1), UnitRole.HIDDEN));
    builder.then("less", new Affine(Tensor.scalar(1), Tensor.scalar(-0.5)));
    builder.then("relu", Rectifier.relu(UnitRole.HIDDEN));
    CountedUnits units = new CountedUnits(UnitLayer.of(builder.build()).subList(1, 2));
    RationalWalker walker =
        new RationalWalker(
            RationalNetwork.of(builder.build()),
            units,
            new int[] {1},
            2,
            new SegmentLengths(Optional.empty()));

    Walk walk = walker.walk(Networks.line(new double[] {-1}, new double[] {1}));

    assertThat(walk.startBit(0)).isTrue();
    assertThat(walk.steps()).isEqualTo(2);
    assertThat(walk.flips()).isEqualTo(2);
    assertThat(walk.time(0)).isEqualTo(0.25);
    assertThat(walk.time(1)).isEqualTo(0.75);
  }

  /** (1, 0) → (0, 0) → (0, 1): at the corner one unit goes off and the other on. */
  @Test
  void flipsAtACorner() {
    Network network = Networks.identityUnits(2);
    RationalWalker walker =
        new RationalWalker(
            RationalNetwork.of(network),
            new CountedUnits(UnitLayer.of(network)),
            new int[] {0, 1},
            2,
            new SegmentLengths(Optional.empty()));

    Walk walk =
        walker.walk(
            new InputPath(
                List.of(Waypoint.point(1, 0), Waypoint.point(0, 0), Waypoint.point(0, 1))));

    assertThat(walk.startBit(0)).isTrue();
    assertThat(walk.startBit(1)).isFalse();
    assertThat(walk.steps()).isEqualTo(1);
    assertThat(walk.flips()).isEqualTo(2);
    assertThat(walk.time(0)).isEqualTo(0.5);
  }

  @Test
  void walksDeepNetworksOfAnyWeights() {
    Random random = new Random(5);
    int[] widths = new int[16];
    Arrays.fill(widths, 6);
    for (int i = 0; i < 20; i++) {
      Network network = Networks.gaussianNetwork(random, 3, widths, 0, 0.1);
      double[] from = DoubleStream.generate(random::nextGaussian).limit(3).toArray();
      double[] to = DoubleStream.generate(random::nextGaussian).limit(3).toArray();

      assertProven(network, Networks.line(from, to));
    }
  }

  @Test
  void leavesNetworksThatFloat64IsGoodEnoughForToIt() {
    Random random = new Random(6);

    assertThat(factory(Networks.gaussianNetwork(random, 30, new int[] {30, 30}, 0)).isRational())
        .isFalse();
    assertThat(
            factory(Networks.gaussianNetwork(random, 100, new int[] {60, 60, 60, 60, 60, 60}, 0))
                .isRational())
        .isFalse();
  }

  private static WalkerFactory factory(Network network) {
    return new WalkerFactory(
        new NetworkModel(network, List.of()),
        Optional.empty(),
        WalkSettings.exact(WalkSettings.Count.ALL));
  }

  private static void assertProven(Network network, InputPath path) {
    WalkerFactory factory = factory(network);
    assertThat(factory.isRational()).isTrue();
    Walk walk = factory.newWalker().walk(path);
    Verification found =
        new WalkVerifiers(
                VerifyMode.MIDPOINTS,
                new NetworkModel(network, List.of()),
                factory.units(),
                Optional.empty())
            .newVerifier()
            .verify(0, walk);
    assertThat(found.isProven()).as(found.toString()).isTrue();
  }
}
