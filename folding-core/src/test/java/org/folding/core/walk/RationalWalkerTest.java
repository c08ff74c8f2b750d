package org.folding.core.walk;

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
import org.folding.core.cantornet.CantorNet;
import org.folding.core.network.NetworkModel;
import org.folding.core.testing.Networks;
import org.folding.core.verify.Verification;
import org.folding.core.verify.VerifyMode;
import org.folding.core.verify.WalkVerifiers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Walks of deep, narrow networks, held against evaluations in the middle of each region. */
final class RationalWalkerTest {

  @ParameterizedTest
  @CsvSource({"A,11", "B,8", "B,9"})
  void walksDeepCantorNets(CantorNet.Representation representation, int depth) {
    Network network = CantorNet.of(representation, depth);

    assertProven(network, Networks.line(new double[] {0, 0.75}, new double[] {1, 0.75}));
  }

  @Test
  void goesRoundCorners() {
    InputPath path =
        new InputPath(
            List.of(
                Waypoint.point(0.1, 0.75), Waypoint.point(0.5, 0.25), Waypoint.point(0.9, 0.8)));

    assertProven(CantorNet.of(CantorNet.Representation.B, 8), path);
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
