package org.folding.core.walk;

/**
 * Finds the slopes of a stage where earlier stages bend: what the units of the stage before pass on
 * is multiplied with the weights, four rows at a time. Neighbouring intervals have nearly the same
 * units active, so the columns that any of the four needs are hardly more than one needs.
 */
final class SlopeProducts {
  private final LineKernels kernels = LineKernels.best();
  private final double[] passedOn;
  private final int[] target = new int[LineKernels.ROWS];
  private int rows;

  SlopeProducts(int widest) {
    this.passedOn = new double[LineKernels.ROWS * LineKernels.padded(widest)];
  }

  /**
   * Adds a row; its product is there after the next {@link #flush} at the latest.
   *
   * @param gains of the stage before, on the interval
   * @param inputSlopes where the slopes of the stage before are
   * @param at where they start
   * @param inputStride how many they are
   * @param slopes receives the product
   * @param to where it starts
   */
  void add(
      Gains gains,
      double[] inputSlopes,
      int at,
      int inputStride,
      Stage stage,
      double[] slopes,
      int to) {
    kernels.scale(gains.values(), inputSlopes, at, passedOn, rows * inputStride, inputStride);
    target[rows++] = to;
    if (rows == LineKernels.ROWS) {
      flush(gains, inputStride, stage, slopes);
    }
  }

  /** Multiplies the rows that were added. */
  void flush(Gains gains, int inputStride, Stage stage, double[] slopes) {
    if (rows == LineKernels.ROWS) {
      kernels.multiplyFour(
          passedOn,
          0,
          inputStride,
          gains.live(),
          gains.size(),
          stage.weights,
          stage.stride,
          slopes,
          target[0],
          target[1],
          target[2],
          target[3]);
    } else {
      for (int r = 0; r < rows; r++) {
        kernels.multiplyOne(
            passedOn,
            r * inputStride,
            gains.live(),
            gains.size(),
            stage.weights,
            stage.stride,
            slopes,
            target[r]);
      }
    }
    rows = 0;
    gains.compact();
  }
}
