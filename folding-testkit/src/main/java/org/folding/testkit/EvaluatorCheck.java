package org.folding.testkit;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.folding.api.model.Evaluator;
import org.folding.api.model.UnitLayer;
import org.folding.api.network.Network;

/**
 * Compares the bits that an evaluator gives with those of other calls and of the network.
 *
 * @param subject what messages start with
 * @param layers the model's layers
 * @param network the model's network
 * @param width the size of an input
 */
record EvaluatorCheck(
    Subject subject, List<UnitLayer> layers, Optional<Network> network, int width) {
  private static final int POINTS = 16;
  private static final long SEED = 20_250_213;

  /**
   * A margin below this part of the largest one of its layer may have either sign: evaluators may
   * compute in float32, with rounding errors of many layers.
   */
  private static final double UNCLEAR = 1e-3;

  void check(Evaluator evaluator) {
    int batch = evaluator.batchSize();
    if (batch < 1) {
      throw subject.broken("batchSize() must be 1 or more: found " + batch);
    }
    int bits = layers.stream().mapToInt(UnitLayer::bits).sum();
    double[] points = new Random(SEED).doubles((long) POINTS * width, -2, 2).toArray();
    double[] together = margins(evaluator, points, POINTS, bits);
    for (int row = 0; row < POINTS; row++) {
      double[] point = Arrays.copyOfRange(points, row * width, (row + 1) * width);
      double[] alone = margins(evaluator, point, 1, bits);
      double[] found = Arrays.copyOfRange(together, row * bits, (row + 1) * bits);
      compare("as for this point alone", point, layers, alone, found);
      network.ifPresent(exact -> compareWithNetwork(exact, point, alone));
    }
  }

  private double[] margins(Evaluator evaluator, double[] points, int rows, int bits) {
    double[] margins = new double[rows * bits];
    Arrays.fill(margins, Double.NaN);
    subject.run("margins()", () -> evaluator.margins(points.clone(), rows, margins));
    for (int i = 0; i < margins.length; i++) {
      if (Double.isNaN(margins[i])) {
        throw subject.broken(
            "margins() must write a number for each of "
                + bits
                + " bits of each point: found NaN for bit "
                + i % bits
                + " of point "
                + i / bits
                + " of "
                + rows);
      }
    }
    return margins;
  }

  private void compareWithNetwork(Network exact, double[] point, double[] margins) {
    List<UnitLayer> ofNetwork = UnitLayer.of(exact);
    List<double[]> expected = NetworkMargins.at(exact, point);
    int at = 0;
    for (UnitLayer layer : layers) {
      int index = ofNetwork.indexOf(layer);
      if (index >= 0) {
        double[] found = Arrays.copyOfRange(margins, at, at + layer.bits());
        compare("as the network says", point, List.of(layer), expected.get(index), found);
      }
      at += layer.bits();
    }
  }

  private void compare(
      String why, double[] point, List<UnitLayer> compared, double[] expected, double[] found) {
    int at = 0;
    for (UnitLayer layer : compared) {
      double largest = 0;
      for (int i = at; i < at + layer.bits(); i++) {
        largest = Math.max(largest, Math.abs(expected[i]));
      }
      for (int i = at; i < at + layer.bits(); i++) {
        boolean clear = Math.abs(expected[i]) > UNCLEAR * largest;
        if (clear && expected[i] > 0 != found[i] > 0) {
          throw subject.broken(
              "bit "
                  + (i - at)
                  + " of layer '"
                  + layer.name()
                  + "' must be "
                  + (expected[i] > 0 ? 1 : 0)
                  + " "
                  + why
                  + " (margin "
                  + expected[i]
                  + "): found margin "
                  + found[i]
                  + " at "
                  + Arrays.toString(Arrays.copyOf(point, Math.min(width, 8)))
                  + (width > 8 ? " ..." : ""));
        }
      }
      at += layer.bits();
    }
  }
}
