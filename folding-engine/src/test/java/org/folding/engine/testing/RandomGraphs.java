package org.folding.engine.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.folding.api.network.Affine;
import org.folding.api.network.Clip;
import org.folding.api.network.Concatenation;
import org.folding.api.network.Dense;
import org.folding.api.network.MaxOfGroups;
import org.folding.api.network.Network;
import org.folding.api.network.Operation;
import org.folding.api.network.Rectifier;
import org.folding.api.network.Reshape;
import org.folding.api.network.Shape;
import org.folding.api.network.SparseMap;
import org.folding.api.network.Sum;
import org.folding.api.network.Tensor;
import org.folding.api.network.UnitRole;

/** Small networks with branches and small integer constants, so that ties are common. */
public final class RandomGraphs {
  private static final int WIDTH = 3;

  private RandomGraphs() {}

  /**
   * @param random where the choices come from
   * @return a network whose nodes read any of the values before them
   */
  public static Network next(Random random) {
    Network.Builder network = Network.builder("graph", Shape.of(WIDTH));
    int last = network.then("first", dense(random, WIDTH));
    List<Integer> values = new ArrayList<>(List.of(0, last));
    int nodes = 3 + random.nextInt(6);
    for (int i = 0; i < nodes; i++) {
      int operand = values.get(random.nextInt(values.size()));
      if (random.nextInt(8) == 0) {
        int both = network.add("both" + i, new Concatenation(0), operand, last);
        values.add(network.add("mix" + i, dense(random, 2 * WIDTH), both));
      } else if (random.nextInt(4) == 0) {
        Sum sum = new Sum(List.of(1.0, random.nextBoolean() ? 1.0 : -2.0));
        values.add(network.add("sum" + i, sum, last, operand));
      } else {
        int from = random.nextInt(3) == 0 ? operand : last;
        values.add(network.add("node" + i, operation(random), from));
      }
      last = values.get(values.size() - 1);
    }
    network.then("last", Rectifier.relu(UnitRole.HIDDEN));
    return network.build();
  }

  private static Operation operation(Random random) {
    return switch (random.nextInt(10)) {
      case 0, 1 -> dense(random, WIDTH);
      case 8 -> new Rectifier("PRelu", Tensor.vector(0.5, 2, 1), UnitRole.HIDDEN);
      case 9 -> new Reshape(Shape.of(WIDTH));
      case 2, 3 -> Rectifier.relu(UnitRole.HIDDEN);
      case 4 -> new Rectifier("Abs", Tensor.scalar(-1), UnitRole.HIDDEN);
      case 5 -> new Clip("Clip", Tensor.vector(-1, 0, 0), Tensor.scalar(1), UnitRole.HIDDEN);
      case 6 -> new MaxOfGroups(Shape.of(WIDTH), new int[][] {{0, 1, 2}, {1}, {0, 2}});
      default ->
          random.nextBoolean()
              ? new Affine(Tensor.vector(1, -1, 2), Tensor.scalar(1))
              : SparseMap.builder(Shape.of(WIDTH))
                  .entry(0, 0.5)
                  .entry(2, 0.5)
                  .endRow(0)
                  .entry(1, 1)
                  .endRow(-1)
                  .entry(1, 1)
                  .endRow(0)
                  .build();
    };
  }

  private static Dense dense(Random random, int inputs) {
    double[] weights = random.ints((long) WIDTH * inputs, -2, 3).asDoubleStream().toArray();
    double[] bias = random.ints(WIDTH, -2, 3).asDoubleStream().toArray();
    return new Dense(Tensor.of(Shape.of(WIDTH, inputs), weights), Tensor.vector(bias));
  }
}
