package org.folding.engine.testing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.folding.api.network.Network;
import org.folding.api.path.InputPath;
import org.folding.api.path.Waypoint;

/**
 * A small network and paths through it, drawn so that what is easy to get wrong is common: numbers
 * are small integers or halves, so units touch zero, rest on it and cross at one time.
 *
 * @param kind what was drawn, for messages
 * @param network the network
 * @param paths the paths
 */
public record FuzzCase(String kind, Network network, List<InputPath> paths) {
  private static final int PATHS = 4;
  private static final double[] SLOPES = {0, 0, 0, 0.5, -1, 2};

  /**
   * @param seed what the case depends on, and nothing else
   * @return the case
   */
  public static FuzzCase of(long seed) {
    Random random = new Random(seed * 0x9E3779B97F4A7C15L);
    return switch (random.nextInt(8)) {
      case 0, 1 -> with("chain", chain(random), random);
      case 2, 3 -> with("graph", RandomGraphs.next(random), random);
      case 4, 5 -> with("images", RandomImages.next(random), random);
      case 6 -> with("fine chain", fineChain(random), random);
      default -> with("wide chain", wideChain(random), random);
    };
  }

  private static FuzzCase with(String kind, Network network, Random random) {
    List<InputPath> paths = new ArrayList<>();
    for (int i = 0; i < PATHS; i++) {
      paths.add(path(network, random));
    }
    return new FuzzCase(kind, network, paths);
  }

  private static InputPath path(Network network, Random random) {
    int corners = random.nextInt(8) == 0 ? 3 + random.nextInt(2) : 2;
    List<Waypoint> waypoints = new ArrayList<>();
    double[] point = point(random, network.inputShape().size());
    waypoints.add(Waypoint.point(point));
    while (waypoints.size() < corners) {
      point = next(random, point);
      waypoints.add(Waypoint.point(point));
    }
    return new InputPath(waypoints);
  }

  private static Network chain(Random random) {
    int[] widths = random.ints(1 + random.nextInt(6), 1, 6).toArray();
    return Networks.integerNetwork(random, 1 + random.nextInt(3), widths, SLOPES);
  }

  /** Weights that are no small integers, and breakpoints close together. */
  private static Network fineChain(Random random) {
    int[] widths = random.ints(2 + random.nextInt(3), 2, 9).toArray();
    return Networks.gaussianNetwork(random, 1 + random.nextInt(3), widths, 0, 0, 0.1, -1);
  }

  /** Wide enough for the searches that only pay off for many units and intervals. */
  private static Network wideChain(Random random) {
    int[] widths = random.ints(2 + random.nextInt(2), 24, 40).toArray();
    widths[widths.length - 1] = 1 + random.nextInt(40);
    return random.nextBoolean()
        ? Networks.integerNetwork(random, 1 + random.nextInt(4), widths, SLOPES)
        : Networks.gaussianNetwork(random, 1 + random.nextInt(4), widths, 0, 0, 0.1, -1);
  }

  private static double[] point(Random random, int size) {
    double[] point = Networks.integerPoint(random, size);
    if (random.nextInt(4) == 0) {
      double factor = random.nextBoolean() ? 0.5 : 4;
      Arrays.setAll(point, i -> point[i] * factor);
    } else if (random.nextInt(4) == 0) {
      Arrays.setAll(point, i -> point[i] + random.nextGaussian());
    }
    return point;
  }

  /** The next waypoint: anywhere, at the same place, or along some of the axes. */
  private static double[] next(Random random, double[] before) {
    double[] point = point(random, before.length);
    int kind = random.nextInt(16);
    if (kind == 0) {
      return before.clone();
    }
    if (kind < 5) {
      Arrays.setAll(point, i -> random.nextBoolean() ? before[i] : point[i]);
    } else if (kind == 5) {
      Arrays.setAll(point, i -> -before[i]);
    }
    return point;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(kind + ":");
    network.nodes().forEach(node -> text.append("\n  ").append(node));
    for (InputPath path : paths) {
      text.append("\n  path");
      path.waypoints()
          .forEach(
              point ->
                  text.append(' ')
                      .append(
                          point.isRow()
                              ? "row " + point.row()
                              : Arrays.toString(point.coordinates())));
    }
    return text.toString();
  }
}
