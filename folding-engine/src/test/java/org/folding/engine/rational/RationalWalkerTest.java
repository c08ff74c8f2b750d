package org.folding.engine.rational;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.folding.api.network.Network;
import org.folding.api.path.InputPath;
import org.folding.api.path.Waypoint;
import org.folding.api.walk.Walk;
import org.folding.engine.WalkSettings;
import org.folding.engine.WalkerFactory;
import org.folding.engine.network.NetworkModel;
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
