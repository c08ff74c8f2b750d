package org.folding.engine.compile;

import java.util.Arrays;
import java.util.List;
import org.folding.engine.affine.AffineMap;
import org.folding.engine.affine.Stencils;
import org.folding.engine.kernel.Rows;

/** By how much errors in the inputs of affine maps grow in their outputs. */
public final class ErrorGain {
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
    Rows rows = new Rows();
    boolean echoes = false;
    for (boolean echo : isEcho) {
      echoes |= echo;
    }
    for (AffineMap map : maps) {
      if (echoes) {
        addRows(map, isEcho, rows);
      } else {
        addStencils(map, rows);
      }
    }
    double typical = mixed ? rows.mostSquares : rows.squares / rows.count;
    return rows.widest <= NARROW ? rows.largestSum : 1.25 * Math.sqrt(typical);
  }

  /** What is known of some rows. */
  private static final class Rows {
    private double largestSum;
    private double squares;
    private double mostSquares;
    private int widest;
    private int count;

    private void add(int width, double absoluteSum, double squareSum) {
      widest = Math.max(widest, width);
      largestSum = Math.max(largestSum, absoluteSum);
      mostSquares = Math.max(mostSquares, squareSum);
      squares += squareSum;
      count++;
    }
  }

  private static void addStencils(AffineMap map, Rows rows) {
    Stencils stencils = map.stencils();
    double[] sums = new double[stencils.count()];
    double[] squares = new double[stencils.count()];
    Arrays.setAll(sums, stencils::absoluteSum);
    Arrays.setAll(squares, stencils::squares);
    for (int o = 0; o < map.outputs(); o++) {
      int s = map.stencil(o);
      rows.add(map.end(o) - map.first(o), sums[s], squares[s]);
    }
  }

  private static void addRows(AffineMap map, boolean[] isEcho, Rows rows) {
    for (int o = 0; o < map.outputs(); o++) {
      double sum = 0;
      double squares = 0;
      int width = 0;
      for (int e = map.first(o); e < map.end(o); e++) {
        if (!isEcho[map.input(o, e)]) {
          double weight = map.weight(e);
          sum += Math.abs(weight);
          squares += weight * weight;
          width++;
        }
      }
      rows.add(width, sum, squares);
    }
  }
}
