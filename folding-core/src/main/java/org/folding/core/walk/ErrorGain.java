package org.folding.core.walk;

import java.util.List;

/** By how much errors in the inputs of affine maps grow in their outputs. */
final class ErrorGain {
  /** Rows of at most this many weights get a worst-case error bound. */
  private static final int NARROW = 8;

  private ErrorGain() {}

  /**
   * Where rows are short, errors may all point one way: the worst case. Where they are long,
   * rounding errors have random signs and add like the square root of the sum of squares; the worst
   * case would grow by the square root of the width in every layer and drown real zeros.
   *
   * @param maps maps of the same inputs, at least one
   * @param isEcho which inputs have no error of their own; see {@link Bend}
   * @param mixed whether rows are of different kinds, so that the longest has to count and not the
   *     typical one
   */
  static double of(List<AffineMap> maps, boolean[] isEcho, boolean mixed) {
    double largestSum = 0;
    double squares = 0;
    double mostSquares = 0;
    int widest = 0;
    int rows = 0;
    for (AffineMap map : maps) {
      rows += map.outputs();
      for (int o = 0; o < map.outputs(); o++) {
        double sum = 0;
        double rowSquares = 0;
        int width = 0;
        for (int e = map.first(o); e < map.end(o); e++) {
          if (!isEcho[map.input(o, e)]) {
            double weight = map.weight(e);
            sum += Math.abs(weight);
            rowSquares += weight * weight;
            width++;
          }
        }
        squares += rowSquares;
        mostSquares = Math.max(mostSquares, rowSquares);
        largestSum = Math.max(largestSum, sum);
        widest = Math.max(widest, width);
      }
    }
    double typical = mixed ? mostSquares : squares / rows;
    return widest <= NARROW ? largestSum : 1.25 * Math.sqrt(typical);
  }
}
