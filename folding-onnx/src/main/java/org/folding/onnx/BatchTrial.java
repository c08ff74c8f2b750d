package org.folding.onnx;

import ai.onnxruntime.OrtException;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.folding.onnx.RuntimeSession.Output;

/**
 * Finds out whether a session gives each input of a batch what it gives it alone. In a batch sums
 * may be rounded otherwise, so results differ a little; where the graph mixes the inputs of a batch
 * they differ a lot.
 */
final class BatchTrial {
  private static final long SEED = 20250312;

  /** Beyond this part of the largest value a difference is no rounding error. */
  private static final double MIXED = 0x1p-6;

  private final int width;
  private final int rows;
  private final double[] points;

  /**
   * @param width the size of an input
   * @param rows how many inputs to try
   */
  BatchTrial(int width, int rows) {
    this.width = width;
    this.rows = rows;
    this.points = new double[Math.multiplyExact(width, rows)];
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = 0; i < points.length; i++) {
      // Half of the inputs as images are, half of both signs.
      points[i] = random.nextInt(i / width % 2 == 0 ? 0 : -64, 65) / 64.0;
    }
  }

  /** Evaluates some inputs at a time, or one alone. */
  interface Evaluation {
    /** Of each output the values for every input, one input after the other. */
    Output[] of(double[] points, int rows) throws OrtException;
  }

  /**
   * @return the greatest difference between an input's values in a batch and alone, as a part of
   *     the largest of these values in the output; empty if the inputs of a batch are mixed
   * @throws OrtException if ONNX Runtime cannot evaluate a batch
   */
  OptionalDouble difference(Evaluation alone, Evaluation together) throws OrtException {
    Output[] batch = together.of(points, rows);
    double greatest = 0;
    for (int row = 0; row < rows; row++) {
      double[] point = new double[width];
      System.arraycopy(points, row * width, point, 0, width);
      Output[] single = alone.of(point, 1);
      for (int k = 0; k < single.length; k++) {
        double difference = difference(single[k].values(), batch[k].values(), row);
        if (!(difference <= MIXED)) {
          return OptionalDouble.empty();
        }
        greatest = Math.max(greatest, difference);
      }
    }
    return OptionalDouble.of(greatest);
  }

  private double difference(double[] single, double[] batch, int row) {
    if (batch.length != single.length * rows) {
      return Double.POSITIVE_INFINITY;
    }
    double difference = 0;
    double largest = 0;
    for (int i = 0; i < single.length; i++) {
      difference = Math.max(difference, Math.abs(single[i] - batch[row * single.length + i]));
      largest = Math.max(largest, Math.abs(single[i]));
    }
    return difference == 0 ? 0 : difference / largest;
  }

  double[] firstPoint() {
    double[] point = new double[width];
    System.arraycopy(points, 0, point, 0, width);
    return point;
  }
}
