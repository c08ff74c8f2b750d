package org.folding.engine.testing;

import java.util.Arrays;
import java.util.Random;
import org.folding.api.network.Dense;
import org.folding.api.network.Network;
import org.folding.api.network.Rectifier;
import org.folding.api.network.Shape;
import org.folding.api.network.Tensor;
import org.folding.api.network.UnitRole;

/** Networks of dense layers with ReLUs. */
public final class LayeredNetworks {
  private static final int POINTS = 200;

  private LayeredNetworks() {}

  /**
   * A network whose units are active at about these shares of the unit cube, layer by layer. Half
   * of such networks have weights of single precision.
   */
  public static Network rarelyActive(Random random, int inputs, int units, double[] shares) {
    Network.Builder builder = Network.builder("rarely active", Shape.of(inputs));
    double[][] points = new double[POINTS][];
    Arrays.setAll(points, p -> random.doubles(inputs).toArray());
    boolean isSingle = random.nextBoolean();
    for (int l = 0; l < shares.length; l++) {
      int before = points[0].length;
      double[] weights =
          random
              .doubles((long) units * before, -1, 1)
              .map(weight -> isSingle ? (float) weight : weight)
              .toArray();
      double[] bias = new double[units];
      double[][] passed = new double[POINTS][units];
      for (int o = 0; o < units; o++) {
        double[] values = new double[POINTS];
        for (int p = 0; p < POINTS; p++) {
          for (int j = 0; j < before; j++) {
            values[p] += weights[o * before + j] * points[p][j];
          }
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double share = Math.min(1, 2 * random.nextDouble() * shares[l]);
        // Not zero where all units before are inactive, so that no unit flips with another.
        bias[o] = -sorted[(int) Math.round((1 - share) * (POINTS - 1))] - random.nextDouble() / 64;
        for (int p = 0; p < POINTS; p++) {
          passed[p][o] = Math.max(0, values[p] + bias[o]);
        }
      }
      points = passed;
      add(builder, l, before, weights, bias);
    }
    return builder.build();
  }

  /** Adds a dense layer and its units. */
  public static void add(
      Network.Builder builder, int layer, int inputs, double[] weights, double[] bias) {
    Tensor matrix = Tensor.of(Shape.of(bias.length, inputs), weights);
    builder.then("dense" + layer, new Dense(matrix, Tensor.vector(bias)));
    builder.then("unit" + layer, new Rectifier("Relu", Tensor.scalar(0), UnitRole.HIDDEN));
  }
}
