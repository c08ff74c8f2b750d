package org.folding.engine.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.DoubleSupplier;
import org.folding.api.network.Dense;
import org.folding.api.network.Network;
import org.folding.api.network.Rectifier;
import org.folding.api.network.Shape;
import org.folding.api.network.Tensor;
import org.folding.api.network.UnitRole;
import org.folding.api.path.InputPath;
import org.folding.api.path.Waypoint;
import org.folding.api.walk.Walk;
import org.folding.engine.WalkSettings;
import org.folding.engine.WalkerFactory;
import org.folding.engine.network.NetworkModel;
import org.folding.engine.path.Walker;
import org.folding.engine.rational.RationalWalk;

/** Small networks for tests of the walk, and the comparison with the referee. */
public final class Networks {
  private Networks() {}

  public static Walker exactWalker(Network network) {
    return factory(network).newWalker();
  }

  private static WalkerFactory factory(Network network) {
    return new WalkerFactory(
        new NetworkModel(network, List.of()),
        Optional.empty(),
        WalkSettings.exact(WalkSettings.Count.ALL));
  }

  public static InputPath line(double[] from, double[] to) {
    return new InputPath(List.of(Waypoint.point(from), Waypoint.point(to)));
  }

  /**
   * A random network with small integer weights, many of them zero, so that ties, plateaus and
   * touches are the rule.
   *
   * @param slopes the negative slopes to draw from
   */
  public static Network integerNetwork(Random random, int inputs, int[] widths, double... slopes) {
    return network(random, inputs, widths, () -> random.nextInt(5) - 2.0, slopes);
  }

  public static Network gaussianNetwork(Random random, int inputs, int[] widths, double... slopes) {
    return network(random, inputs, widths, random::nextGaussian, slopes);
  }

  private static Network network(
      Random random, int inputs, int[] widths, DoubleSupplier number, double... slopes) {
    Network.Builder builder = Network.builder("random", Shape.of(inputs));
    int before = inputs;
    for (int l = 0; l < widths.length; l++) {
      double[] weights = new double[widths[l] * before];
      Arrays.setAll(weights, i -> number.getAsDouble());
      double[] bias = new double[widths[l]];
      Arrays.setAll(bias, i -> number.getAsDouble());
      degrade(random, weights, bias, before);
      builder.then(
          "dense" + l,
          new Dense(Tensor.of(Shape.of(widths[l], before), weights), Tensor.vector(bias)));
      double slope = slopes[random.nextInt(slopes.length)];
      builder.then("unit" + l, new Rectifier("Unit", Tensor.scalar(slope), UnitRole.HIDDEN));
      before = widths[l];
    }
    return builder.build();
  }

  /** Now and then makes a unit another's twin or opposite, or takes its weights or its bias. */
  private static void degrade(Random random, double[] weights, double[] bias, int inputs) {
    int o = random.nextInt(bias.length);
    int other = random.nextInt(bias.length);
    switch (random.nextInt(12)) {
      case 0, 1 -> {
        double sign = random.nextBoolean() ? 1 : -1;
        for (int j = 0; j < inputs; j++) {
          weights[o * inputs + j] = sign * weights[other * inputs + j];
        }
        bias[o] = sign * bias[other];
      }
      case 2 -> Arrays.fill(weights, o * inputs, (o + 1) * inputs, 0);
      case 3 -> Arrays.fill(bias, 0);
      default -> {}
    }
  }

  /**
   * One ReLU unit for each input, which it equals where positive.
   *
   * @param inputs the number of inputs and units
   * @return the network
   */
  public static Network identityUnits(int inputs) {
    double[] weights = new double[inputs * inputs];
    for (int i = 0; i < inputs; i++) {
      weights[i * inputs + i] = 1;
    }
    Network.Builder builder = Network.builder("identity", Shape.of(inputs));
    builder.then(
        "dense",
        new Dense(Tensor.of(Shape.of(inputs, inputs), weights), Tensor.vector(new double[inputs])));
    builder.then("units", Rectifier.relu(UnitRole.HIDDEN));
    return builder.build();
  }

  public static double[] integerPoint(Random random, int inputs) {
    double[] point = new double[inputs];
    Arrays.setAll(point, i -> random.nextInt(9) - 4.0);
    return point;
  }

  /** Asserts that the walk, made in float64, is the referee's, flip for flip. */
  public static void assertSameAsReferee(Network network, double[] from, double[] to) {
    RationalWalk expected = RationalWalk.of(network, from, to);
    WalkerFactory factory = factory(network);
    // The referee would be compared with itself.
    assertThat(factory.isRational()).isFalse();
    assertSame(expected, factory.newWalker().walk(line(from, to)));
  }

  public static void assertSame(RationalWalk expected, Walk walk) {
    for (int bit = 0; bit < walk.units().bits(); bit++) {
      assertThat(walk.startBit(bit))
          .as("start bit %d", bit)
          .isEqualTo(expected.startBits().get(bit));
    }
    for (int s = 0; s < Math.min(walk.steps(), expected.steps().size()); s++) {
      RationalWalk.Step step = expected.steps().get(s);
      BitSet bits = new BitSet();
      for (int f = walk.firstFlip(s); f < walk.firstFlip(s + 1); f++) {
        bits.set(walk.bit(f));
      }
      assertThat(bits)
          .as("bits of step %d at %s", s, step.time().doubleValue())
          .isEqualTo(step.bits());
      assertThat(walk.time(s)).isEqualTo(step.time().doubleValue(), within(1e-12));
    }
    assertThat(walk.steps()).isEqualTo(expected.steps().size());
  }
}
