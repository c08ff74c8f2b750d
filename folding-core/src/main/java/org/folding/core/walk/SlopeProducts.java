package org.folding.core.walk;

/**
 * Finds the slopes of a stage where earlier stages bend: what the units of the stage before pass on
 * is multiplied with the weights, many rows at a time. Neighbouring intervals have nearly the same
 * units active, so the columns that any row of a batch needs are hardly more than one needs.
 */
final class SlopeProducts {
  /** How many rows are multiplied at a time: these and a few columns fit the nearest caches. */
  private static final int BATCH = 64;

  private final LineKernels kernels = LineKernels.best();
  // What is passed on, by place in the list of units that pass on anything.
  private final double[] passedOn;
  private final int rowLength;
  private final double[] panel;
  private final int[] width = new int[BATCH];
  private final int[] target = new int[BATCH];
  private int rows;

  SlopeProducts(int widest) {
    this.rowLength = LineKernels.padded(widest);
    this.passedOn = new double[BATCH * rowLength];
    this.panel = new double[LineKernels.panelSize(widest)];
  }

  /**
   * Adds a row; its product is there after the next {@link #flush} at the latest.
   *
   * @param gains of the stage before, on the interval
   * @param inputSlopes where the slopes of the stage before are
   * @param at where they start
   * @param slopes receives the product
   * @param to where it starts
   */
  void add(Gains gains, double[] inputSlopes, int at, Stage stage, double[] slopes, int to) {
    width[rows] = gains.passOn(inputSlopes, at, passedOn, LineKernels.place(rows, rowLength));
    target[rows++] = to;
    if (rows == BATCH) {
      flush(gains, stage, slopes);
    }
  }

  /** Multiplies the rows that were added. */
  void flush(Gains gains, Stage stage, double[] slopes) {
    int count = gains.size();
    for (int r = 0; r < rows; r++) {
      int start = LineKernels.place(r, rowLength);
      // Units that came to the list later passed on nothing before.
      for (int k = width[r]; k < count; k++) {
        passedOn[start + LineKernels.ROWS * k] = 0;
      }
    }
    kernels.multiply(
        passedOn,
        rowLength,
        rows,
        gains.live(),
        count,
        stage.weights,
        stage.stride,
        slopes,
        target,
        panel);
    rows = 0;
    gains.compact();
  }
}
