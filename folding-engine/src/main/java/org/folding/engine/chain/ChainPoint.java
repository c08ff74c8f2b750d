package org.folding.engine.chain;

import java.util.Arrays;
import org.folding.api.InvalidInputException;

/** The pre-activations of all stages of a chain at one point. */
public final class ChainPoint {
  /**
   * The values of all stages, from {@link Chain#firstValue} on; each padded with zeros. In one
   * array, so that they lie together.
   */
  public final double[] values;

  /** 1 for each unit whose value is positive and 0 for others, from {@link Chain#firstUnit} on. */
  public final byte[] active;

  // The sum of the squares of each stage's values, and their smallest magnitude.
  private final double[] squares;
  private final double[] nearest;
  private double scale;

  private ChainPoint(Chain chain) {
    int stages = chain.stages.size();
    this.values = new double[chain.firstValue(stages)];
    this.active = new byte[chain.units()];
    this.squares = new double[stages];
    this.nearest = new double[stages];
  }

  /**
   * Evaluates the chain at x.
   *
   * @param x the point
   * @param scratch at least as long as the widest stage
   * @param index at least as long as the widest stage and the input
   * @throws InvalidInputException if a value overflows
   */
  public static ChainPoint at(Chain chain, double[] x, double[] scratch, int[] index) {
    ChainPoint point = new ChainPoint(chain);
    double[] input = x;
    for (int l = 0; l < point.squares.length; l++) {
      Stage stage = chain.stages.get(l);
      double[] z = stage.bias.clone();
      int chosen = chooseNonZero(input, stage.inputs, index);
      stage.addColumns(input, index, chosen, z);
      if (l == 0) {
        point.scale = firstScale(stage, x);
      }
      int firstUnit = chain.firstUnit(l);
      double nearest = Double.POSITIVE_INFINITY;
      for (int o = 0; o < stage.units; o++) {
        if (!Double.isFinite(z[o])) {
          throw new InvalidInputException(
              "the network's values overflow float64 at the input that starts with " + start(x));
        }
        point.squares[l] += z[o] * z[o];
        point.active[firstUnit + o] = (byte) (z[o] > 0 ? 1 : 0);
        nearest = Math.min(nearest, Math.abs(z[o]));
        scratch[o] = z[o] > 0 ? z[o] : stage.slope[o] * z[o];
      }
      point.nearest[l] = nearest;
      System.arraycopy(z, 0, point.values, chain.firstValue(l), stage.stride);
      input = scratch;
    }
    return point;
  }

  private static String start(double[] x) {
    return Arrays.toString(Arrays.copyOf(x, Math.min(x.length, 4)));
  }

  private static int chooseNonZero(double[] x, int count, int[] index) {
    int nonZero = 0;
    for (int j = 0; j < count; j++) {
      if (x[j] != 0) {
        index[nonZero++] = j;
      }
    }
    return nonZero;
  }

  /** A bound of the magnitudes that were summed up for a unit of the first stage. */
  public double scale() {
    return scale;
  }

  /** The sum of the squares of a stage's values. */
  public double squares(int stage) {
    return squares[stage];
  }

  /** The smallest magnitude of a stage's values. */
  public double nearest(int stage) {
    return nearest[stage];
  }

  /** A bound of the magnitudes that are summed up for a unit of the first stage at x. */
  public static double firstScale(Stage stage, double[] x) {
    double sum = 0;
    double largest = 0;
    for (int j = 0; j < stage.inputs; j++) {
      sum += Math.abs(x[j]) * stage.absoluteColumn[j];
      largest = Math.max(largest, Math.abs(x[j]));
    }
    // The first is the closer one where each unit reads all inputs, the second where it reads few.
    return stage.absoluteBias + Math.min(sum, largest * stage.absoluteRowSum);
  }
}
