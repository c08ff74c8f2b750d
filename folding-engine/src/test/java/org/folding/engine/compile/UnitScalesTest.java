package org.folding.engine.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.folding.api.data.Dataset;
import org.folding.api.network.Dense;
import org.folding.api.network.Network;
import org.folding.api.network.Operation;
import org.folding.api.network.Rectifier;
import org.folding.api.network.Shape;
import org.folding.api.network.Tensor;
import org.folding.api.network.UnitRole;
import org.folding.api.path.InputPath;
import org.folding.api.path.Waypoint;
import org.folding.api.walk.Walk;
import org.folding.engine.WalkSettings;
import org.folding.engine.WalkerFactory;
import org.folding.engine.affine.AffineMap;
import org.folding.engine.network.NetworkModel;
import org.folding.engine.testing.Networks;
import org.folding.engine.testing.PointRows;
import org.junit.jupiter.api.Test;

/** Units whose numbers are far smaller, or larger, than those of others: closed forms. */
final class UnitScalesTest {

  /** c · (x − t) flips at t for every c. */
  @Test
  void unitsFlipWhereTheyDoHoweverSmallTheyAre() {
    double[] scale = {1, 1e-17, 3e-40, 1e-300, 1e12, 5e250};
    double[] weights = new double[scale.length];
    double[] bias = new double[scale.length];
    for (int o = 0; o < scale.length; o++) {
      weights[o] = scale[o];
      bias[o] = -scale[o] * (o + 1) / 8;
    }
    Network network = layers(1, weights, bias, new double[] {1, 1, 1, 1, 1, 1}, new double[1]);

    Walk walk = Networks.exactWalker(network).walk(Networks.line(new double[1], new double[] {1}));

    assertThat(walk.steps()).isEqualTo(scale.length);
    for (int o = 0; o < scale.length; o++) {
      assertThat(walk.bit(walk.firstFlip(o))).isEqualTo(o);
      assertThat(walk.time(o)).isEqualTo((o + 1) / 8.0, within(1e-15));
    }
  }

  /** The second layer reads a huge unit and a small one: max(x − 0.25, 0) − 0.25 flips at 0.5. */
  @Test
  void unitsThatReadNoneOfTheHugeValuesDoNotDrownInTheirErrors() {
    Network network =
        layers(
            2,
            new double[] {1, 0, 0, 1, 1, 1},
            new double[] {-0.25, -1.6e13, -1e12},
            new double[] {1, 0, 0, 0, 1, 0},
            new double[] {-0.25, -1e12});
    // y goes from 1e13 to 2e13 and passes 1.6e13 at 0.6, 1.7e13 at 0.7.
    PointRows rows = new PointRows(List.of(new double[] {0, 1e13}, new double[] {1, 2e13}));
    WalkerFactory factory = factory(network, Optional.of(rows));

    Walk walk = factory.newWalker().walk(new InputPath(List.of(Waypoint.row(0), Waypoint.row(1))));

    assertThat(factory.isRational()).isFalse();
    double[] times = {0.25, 0.5, 0.6, 0.7};
    int[] bits = {0, 3, 1, 4};
    assertThat(walk.steps()).isEqualTo(times.length);
    for (int step = 0; step < times.length; step++) {
      assertThat(walk.bit(walk.firstFlip(step))).isEqualTo(bits[step]);
      assertThat(walk.time(step)).isEqualTo(times[step], within(1e-12));
    }
  }

  /** A unit's weights times a factor, and what reads it divided by it: nothing else changes. */
  @Test
  void unitsMultipliedByPowersOfTwoMoveNoFlip() {
    Random random = new Random(7);
    int walks = 0;
    for (int seed = 0; seed < 200; seed++) {
      int[] widths = random.ints(1 + random.nextInt(4), 1, 12).toArray();
      Network network =
          random.nextBoolean()
              ? Networks.integerNetwork(random, 3, widths, 0, 0, 0.5, -1)
              : Networks.gaussianNetwork(random, 3, widths, 0, 0, 0.1);
      WalkerFactory factory = factory(multiplied(network, random));
      if (factory.isRational()) {
        continue;
      }
      InputPath path =
          Networks.line(Networks.integerPoint(random, 3), Networks.integerPoint(random, 3));
      Walk expected = Networks.exactWalker(network).walk(path);
      Walk found = factory.newWalker().walk(path);
      assertThat(found.steps()).as("seed %d", seed).isEqualTo(expected.steps());
      for (int step = 0; step < found.steps(); step++) {
        assertThat(found.time(step)).isEqualTo(expected.time(step), within(1e-9));
        assertThat(flips(found, step)).isEqualTo(flips(expected, step));
      }
      walks++;
    }
    assertThat(walks).isGreaterThan(150);
  }

  private static List<Integer> flips(Walk walk, int step) {
    return IntStream.range(walk.firstFlip(step), walk.firstFlip(step + 1))
        .map(walk::bit)
        .sorted()
        .boxed()
        .toList();
  }

  private static Network multiplied(Network network, Random random) {
    Network.Builder builder = Network.builder(network.name(), network.inputShape());
    double[] before = new double[network.inputShape().size()];
    Arrays.fill(before, 1);
    for (Network.Node node : network.nodes()) {
      Operation operation = node.operation();
      if (operation instanceof Dense dense) {
        double[] bias = dense.bias().toArray();
        double[] weights = dense.weights().toArray();
        double[] scale = new double[bias.length];
        for (int o = 0; o < scale.length; o++) {
          scale[o] = Math.scalb(1.0, 40 * (random.nextInt(3) - 1));
          bias[o] *= scale[o];
          for (int j = 0; j < before.length; j++) {
            weights[o * before.length + j] *= scale[o] / before[j];
          }
        }
        operation = dense(bias.length, weights, bias);
        before = scale;
      }
      builder.then(node.name(), operation);
    }
    return builder.build();
  }

  /** Rows that nearly cancel are as wrong as what they were made from, and stay so. */
  @Test
  void whatIsLeftOfACancellationIsNotMultiplied() {
    // Twice the one input, and of the difference 2^-40 is left.
    double[] ones = {1, 1};
    AffineMap values = AffineMap.select(1, new int[] {0, 0}, new double[] {1, 1 + 0x1p-40}, ones);
    AffineMap leftOver = values.combine(new int[] {0, 0}, new int[] {1, -1}, -1);

    double[] factors = {1, 0x1p-30};
    AffineMap small = AffineMap.select(1, new int[] {0, 0}, factors, factors);
    assertThat(UnitScales.of(leftOver, 1)).containsOnly(1);
    assertThat(UnitScales.of(small, 1)).containsExactly(1, 0x1p30);
  }

  private static WalkerFactory factory(Network network) {
    return factory(network, Optional.empty());
  }

  private static WalkerFactory factory(Network network, Optional<Dataset> data) {
    return new WalkerFactory(
        new NetworkModel(network, List.of()), data, WalkSettings.exact(WalkSettings.Count.ALL));
  }

  private static Network layers(
      int inputs, double[] first, double[] bias, double[] second, double[] secondBias) {
    Network.Builder builder = Network.builder("net", Shape.of(inputs));
    builder.then("dense0", dense(bias.length, first, bias));
    builder.then("relu0", Rectifier.relu(UnitRole.HIDDEN));
    builder.then("dense1", dense(secondBias.length, second, secondBias));
    if (secondBias.length > 1) {
      builder.then("relu1", Rectifier.relu(UnitRole.HIDDEN));
    }
    return builder.build();
  }

  private static Dense dense(int outputs, double[] weights, double[] bias) {
    return new Dense(
        Tensor.of(Shape.of(outputs, weights.length / outputs), weights),
        Tensor.vector(Arrays.copyOf(bias, outputs)));
  }
}
