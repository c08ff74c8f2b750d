package org.folding.core.cantornet;

import org.folding.api.network.Dense;
import org.folding.api.network.Shape;
import org.folding.api.network.Tensor;

/**
 * The lines through consecutive vertices (x1, y1), (x2, y2) of the boundary: v = (y1 − y2)·x + (x2
 * − x1)·y + (x1 y2 − x2 y1), positive above the line.
 *
 * <p>The vertices' x are multiples of 3^−k, which float64 does not hold. All lines are therefore
 * scaled by 3^k, the same for all because maxima and minima compare them; then every coefficient is
 * a multiple of ½ and exact.
 */
final class BoundaryLines {
  private BoundaryLines() {}

  /** How many lines there are at a depth. */
  static int count(int depth) {
    return (1 << (depth + 1)) - 1;
  }

  /** The lines in order of x, each an output. */
  static Dense of(int depth) {
    int[] x = endPoints(depth);
    int lines = count(depth);
    Matrix weights = new Matrix(lines, 2);
    double[] bias = new double[lines];
    for (int j = 0; j < lines; j++) {
      weights.set(j, 0, (height(j) - height(j + 1)) * x[x.length - 1]);
      weights.set(j, 1, x[j + 1] - x[j]);
      bias[j] = x[j] * height(j + 1) - x[j + 1] * height(j);
    }
    return new Dense(weights.toTensor(), Tensor.of(Shape.of(lines), bias));
  }

  /** The end points of the intervals of the k-th Cantor approximation, times 3^k, ascending. */
  private static int[] endPoints(int depth) {
    int[] points = {0, 1};
    for (int k = 1; k <= depth; k++) {
      int half = points.length;
      int width = points[half - 1];
      int[] next = new int[2 * half];
      for (int i = 0; i < half; i++) {
        next[i] = points[i];
        next[half + i] = points[i] + 2 * width;
      }
      points = next;
    }
    return points;
  }

  /** 1, ½, ½, 1, repeated. */
  private static double height(int vertex) {
    return vertex % 4 == 0 || vertex % 4 == 3 ? 1 : 0.5;
  }
}
