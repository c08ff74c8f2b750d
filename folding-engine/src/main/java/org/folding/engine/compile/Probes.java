package org.folding.engine.compile;

import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.folding.api.data.Dataset;
import org.folding.api.network.Network;
import org.folding.engine.affine.AffineMap;
import org.folding.engine.kernel.PointLoops;

/**
 * Some inputs that a network is evaluated at while it is compiled, stage by stage, to see how large
 * its values are. What matters is only which are far larger than others.
 */
final class Probes {
  /** So many rows of the data are taken, spread over all of them. */
  private static final int ROWS = 64;

  /** So many points are drawn where there are no data. */
  private static final int POINTS = 8;

  /** About so many products are made for a stage. */
  private static final long PRODUCTS = 1L << 26;

  // What the last stage passes on at each point, or its pre-activations there.
  private double[][] values;

  private Probes(double[][] values) {
    this.values = values;
  }

  /** Rows of the data, or points drawn from the unit cube where there are none. */
  static Probes of(Network network, Optional<Dataset> data) {
    int width = network.inputShape().size();
    return new Probes(
        data.filter(rows -> rows.rows() > 0).map(Probes::rows).orElseGet(() -> points(width)));
  }

  private static double[][] rows(Dataset data) {
    double[][] rows = new double[Math.min(ROWS, data.rows())][data.width()];
    for (int k = 0; k < rows.length; k++) {
      data.copyRow((int) ((long) k * data.rows() / rows.length), rows[k], 0);
    }
    return rows;
  }

  private static double[][] points(int width) {
    Random random = new Random(1);
    double[][] points = new double[POINTS][];
    Arrays.setAll(points, k -> random.doubles(width).toArray());
    return points;
  }

  /** How large each value of an input is; one that is always zero may be as large as any. */
  double[] inputMagnitudes() {
    double[] magnitude = new double[values[0].length];
    for (double[] x : values) {
      Arrays.setAll(magnitude, j -> Math.max(magnitude[j], Math.abs(x[j])));
    }
    double largest = Arrays.stream(magnitude).max().orElse(0);
    double unknown = largest > 0 ? largest : 1;
    Arrays.setAll(magnitude, j -> magnitude[j] > 0 ? magnitude[j] : unknown);
    return magnitude;
  }

  /**
   * Evaluates the pre-activations of a stage.
   *
   * @return the largest magnitude of any
   */
  double evaluate(AffineMap map) {
    int most = (int) Math.max(1, Math.min(values.length, PRODUCTS / Math.max(1, map.entries())));
    double[][] evaluated = new double[most][];
    Arrays.setAll(evaluated, k -> map.apply(values[k]));
    values = evaluated;
    return Arrays.stream(values).mapToDouble(z -> PointLoops.largest(z, z.length)).max().orElse(0);
  }

  /**
   * Goes on through the stage that was evaluated.
   *
   * @param stage the pre-activations in the order of the stage, each times its scale
   * @param chosen for each of them the one that was evaluated, or −1 for a constant
   * @param scale of each that was evaluated
   * @param slope of each unit where its pre-activation is not positive
   * @return the share of the pre-activations that are positive
   */
  double pass(AffineMap stage, int[] chosen, double[] scale, double[] slope) {
    long active = 0;
    for (int k = 0; k < values.length; k++) {
      double[] evaluated = values[k];
      double[] passed = new double[chosen.length];
      for (int o = 0; o < chosen.length; o++) {
        int source = chosen[o];
        double z = source < 0 ? stage.bias(o) : scale[source] * evaluated[source];
        passed[o] = z > 0 ? z : slope[o] * z;
        active += z > 0 ? 1 : 0;
      }
      values[k] = passed;
    }
    return (double) active / Math.max(1L, (long) values.length * chosen.length);
  }
}
