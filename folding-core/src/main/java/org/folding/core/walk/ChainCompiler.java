package org.folding.core.walk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.folding.api.network.Affine;
import org.folding.api.network.Dense;
import org.folding.api.network.MaxOfGroups;
import org.folding.api.network.Network;
import org.folding.api.network.Operation;
import org.folding.api.network.Rectifier;
import org.folding.api.network.Reshape;
import org.folding.api.network.Shape;
import org.folding.api.walk.CountedUnits;

/** Turns a feed-forward network into a {@link Chain}. */
final class ChainCompiler {
  private final CountedUnits counted;
  private final List<Stage> stages = new ArrayList<>();
  private AffineMap map;
  private int layer;
  private int lastCounted;

  private ChainCompiler(Network network, CountedUnits counted) {
    this.counted = counted;
    this.map = AffineMap.identity(network.inputShape().size());
  }

  /** What keeps a network from being a chain, in words; empty where it is one. */
  static Optional<String> obstacle(Network network) {
    List<Network.Node> nodes = network.nodes();
    for (int i = 0; i < nodes.size(); i++) {
      if (!nodes.get(i).operands().equals(List.of(i))) {
        return Optional.of(
            "node '" + nodes.get(i).name() + "' reads something else than the node before it");
      }
    }
    return Optional.empty();
  }

  /** Compiles a network in which each node reads the one before it. */
  static Chain compile(Network network, CountedUnits counted) {
    ChainCompiler compiler = new ChainCompiler(network, counted);
    network.nodes().forEach(compiler::add);
    if (compiler.layer != counted.layers().size()) {
      throw new IllegalArgumentException(
          "counted layer '" + counted.layers().get(compiler.layer).name() + "' is not a node");
    }
    return new Chain(network.inputShape().size(), compiler.stages.subList(0, compiler.lastCounted));
  }

  private void add(Network.Node node) {
    Operation operation = node.operation();
    if (operation instanceof Dense dense) {
      map = map.then(dense);
    } else if (operation instanceof Affine affine) {
      map = map.then(affine);
    } else if (operation instanceof Rectifier rectifier) {
      rectify(node, rectifier);
    } else if (operation instanceof MaxOfGroups max) {
      maximum(max);
    } else if (!(operation instanceof Reshape)) {
      throw new IllegalArgumentException(
          "node '" + node.name() + "' is a " + operation.getClass().getSimpleName());
    }
  }

  private void rectify(Network.Node node, Rectifier rectifier) {
    Shape shape = node.shape();
    double[] slope = new double[shape.size()];
    int[] bit = new int[shape.size()];
    Arrays.setAll(slope, o -> AffineMap.each(rectifier.negativeSlope(), o));
    boolean isCounted =
        layer < counted.layers().size() && counted.layers().get(layer).name().equals(node.name());
    if (isCounted) {
      int first = counted.firstBit(layer++);
      Arrays.setAll(bit, o -> first + o);
    } else {
      Arrays.fill(bit, -1);
    }
    emit(slope, bit);
    if (isCounted) {
      lastCounted = stages.size();
    }
  }

  private void emit(double[] slope, int[] bit) {
    stages.add(new Stage(map, slope, bit));
    map = AffineMap.identity(slope.length);
  }

  /**
   * Maxima as uncounted kinks: max(a, b) = relu(a − b) + b, pair by pair as in a tournament. The
   * second of a pair, and whoever has no partner, passes through a unit that does not bend.
   */
  private void maximum(MaxOfGroups max) {
    int[][] groups =
        IntStream.range(0, max.shape().size()).mapToObj(max::elements).toArray(int[][]::new);
    while (Arrays.stream(groups).anyMatch(group -> group.length > 1)) {
      groups = playRound(groups);
    }
    int[] winners = Arrays.stream(groups).mapToInt(group -> group[0]).toArray();
    int[] alone = new int[winners.length];
    Arrays.fill(alone, -1);
    map = map.combine(winners, alone, 0);
  }

  private int[][] playRound(int[][] groups) {
    List<int[]> kinks = new ArrayList<>();
    List<int[]> sums = new ArrayList<>();
    int[][] survivors = new int[groups.length][];
    for (int g = 0; g < groups.length; g++) {
      int[] group = groups[g];
      survivors[g] = new int[(group.length + 1) / 2];
      for (int i = 0; i < group.length; i += 2) {
        survivors[g][i / 2] = sums.size();
        if (i + 1 < group.length) {
          sums.add(new int[] {kinks.size() + 1, kinks.size()});
          kinks.add(new int[] {group[i], group[i + 1]});
          kinks.add(new int[] {group[i + 1], -1});
        } else {
          sums.add(new int[] {kinks.size(), -1});
          kinks.add(new int[] {group[i], -1});
        }
      }
    }
    double[] slope = new double[kinks.size()];
    Arrays.setAll(slope, o -> kinks.get(o)[1] < 0 ? 1 : 0);
    int[] bit = new int[kinks.size()];
    Arrays.fill(bit, -1);
    map = map.combine(column(kinks, 0), column(kinks, 1), -1);
    emit(slope, bit);
    map = map.combine(column(sums, 0), column(sums, 1), 1);
    return survivors;
  }

  private static int[] column(List<int[]> pairs, int index) {
    return pairs.stream().mapToInt(pair -> pair[index]).toArray();
  }
}
