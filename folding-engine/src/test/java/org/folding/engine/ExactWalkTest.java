package org.folding.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.folding.api.InvalidInputException;
import org.folding.api.network.Network;
import org.folding.engine.testing.Networks;
import org.folding.engine.testing.RandomGraphs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ExactWalkTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6})
  void agreesWithTheRefereeOnIntegerNetworks(int depth) {
    for (int seed = 0; seed < 1500; seed++) {
      Random random = new Random(31L * seed + depth);
      int inputs = 1 + random.nextInt(3);
      int[] widths = random.ints(depth, 1, 6).toArray();
      Network network = Networks.integerNetwork(random, inputs, widths, 0, 0, 0, 0.5, -1, 2);
      double[] from = Networks.integerPoint(random, inputs);
      double[] to = Networks.integerPoint(random, inputs);
      try {
        Networks.assertSameAsReferee(network, from, to);
      } catch (AssertionError e) {
        throw new AssertionError("seed " + seed, e);
      }
    }
  }

  @Test
  void agreesWithTheRefereeOnGraphs() {
    for (int seed = 0; seed < 3000; seed++) {
      Random random = new Random(seed);
      Network network = RandomGraphs.next(random);
      int inputs = network.inputShape().size();
      double[] from = Networks.integerPoint(random, inputs);
      double[] to = Networks.integerPoint(random, inputs);
      try {
        Networks.assertSameAsReferee(network, from, to);
      } catch (AssertionError e) {
        throw new AssertionError("seed " + seed + " " + network.nodes(), e);
      }
    }
  }

  @Test
  void agreesWithTheRefereeOnGaussianNetworks() {
    for (int seed = 0; seed < 100; seed++) {
      Random random = new Random(seed);
      Network network = Networks.gaussianNetwork(random, 2, new int[] {9, 12, 7}, 0, 0.1);
      double[] from = {random.nextGaussian(), random.nextGaussian()};
      double[] to = {random.nextGaussian(), random.nextGaussian()};
      Networks.assertSameAsReferee(network, from, to);
    }
  }

  @Test
  void refusesInputsAtWhichTheNetworkOverflows() {
    Network network = Networks.integerNetwork(new Random(5), 2, new int[] {4, 4}, 0);
    double[] far = {1e308, -1e308};
    assertThatThrownBy(
            () -> Networks.exactWalker(network).walk(Networks.line(new double[] {0, 0}, far)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("overflow float64")
        .hasMessageContaining("1.0E308");
  }

  @Test
  void identicalEndPointsGiveOneRegion() {
    Network network = Networks.integerNetwork(new Random(5), 2, new int[] {4, 4}, 0);
    double[] point = {1, -2};
    assertThat(Networks.exactWalker(network).walk(Networks.line(point, point)).regions())
        .isEqualTo(1);
    Networks.assertSameAsReferee(network, point, point);
  }
}
