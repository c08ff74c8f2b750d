package org.folding.core.walk;

import java.util.Arrays;

/**
 * Collects rows of slopes that are to be multiplied with a stage's weights, and multiplies four at
 * a time. Neighbouring intervals have nearly the same units active, so the columns that any of the
 * four needs are hardly more than one needs.
 */
final class SlopeBatch {
  private final LineKernels kernel = LineKernels.best();
  private final double[] factors;
  private final int[] chosen;
  // Where each unit stands among the chosen, or −1.
  private final int[] place;
  private final double[][] target = new double[LineKernels.ROWS][];
  private int count;
  private int rows;
  // Takes what the rows that a batch lacks would give.
  private final double[] nowhere;

  SlopeBatch(int widest) {
    this.factors = new double[LineKernels.ROWS * widest];
    this.chosen = new int[widest];
    this.place = new int[widest];
    this.nowhere = new double[LineKernels.padded(widest)];
    Arrays.fill(place, -1);
  }

  /**
   * Adds a row; its product is in {@code slope} after the next {@link #flush} at the latest.
   *
   * @param x what each unit passes on
   * @param live the units that pass on anything
   * @param size how many these are
   */
  void add(double[] x, int[] live, int size, double[] slope, Stage stage) {
    for (int k = 0; k < size; k++) {
      int unit = live[k];
      int at = place[unit];
      if (at < 0) {
        at = count++;
        place[unit] = at;
        chosen[at] = unit;
        int first = LineKernels.ROWS * at;
        factors[first] = 0;
        factors[first + 1] = 0;
        factors[first + 2] = 0;
        factors[first + 3] = 0;
      }
      factors[LineKernels.ROWS * at + rows] = x[unit];
    }
    target[rows++] = slope;
    if (rows == LineKernels.ROWS) {
      flush(stage);
    }
  }

  /** Multiplies what is left. */
  void flush(Stage stage) {
    if (rows == 0) {
      return;
    }
    for (int r = rows; r < LineKernels.ROWS; r++) {
      target[r] = nowhere;
    }
    kernel.multiply(
        factors,
        chosen,
        count,
        stage.columns,
        target[0],
        target[1],
        target[2],
        target[3],
        LineKernels.padded(stage.units));
    for (int k = 0; k < count; k++) {
      place[chosen[k]] = -1;
    }
    count = 0;
    rows = 0;
  }
}
