package org.folding.core.walk;

/**
 * Finds the slopes of a stage where earlier stages bend: what the units of the stage before pass on
 * is multiplied with the weights, many rows at a time. Neighbouring intervals have nearly the same
 * units active, so the columns that any row of a group needs are hardly more than one needs.
 */
final class SlopeProducts {
  /** How many rows are multiplied together: they share what the caches hold of the weights. */
  private static final int ROWS = 64;

  /**
   * Where fewer than one of so many units pass on anything, these are picked one by one. So are
   * those of the first row, whose gains were only just put in place one by one: a vector would
   * wait.
   */
  private static final int SPARSE = 4;

  private final LineKernels kernels = LineKernels.best();
  // What is passed on, row by row.
  private final double[] passedOn;
  private final RowBatch batch = new RowBatch();
  // How many units the list had at each row of the group at hand.
  private final int[] width = new int[RowBatch.GROUP];

  SlopeProducts(int widest) {
    this.passedOn = new double[ROWS * LineKernels.padded(widest)];
  }

  /** Starts the products of a stage. */
  void start(Stage before) {
    batch.start(passedOn, 0, before.stride);
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
    int n = batch.spacing;
    int row = batch.rows * n;
    width[batch.rows % RowBatch.GROUP] = gains.size();
    if (batch.rows == 0 || SPARSE * gains.size() < n) {
      gains.passOn(inputSlopes, at, passedOn, row);
    } else {
      kernels.scale(inputSlopes, at, gains.byUnit(), passedOn, row, n);
    }
    batch.add(to);
    if (batch.rows % RowBatch.GROUP == 0) {
      endGroup(gains);
      gains.compact();
      if (batch.rows == ROWS) {
        multiply(stage, slopes);
      }
    }
  }

  /** Multiplies the rows that were added. */
  void flush(Gains gains, Stage stage, double[] slopes) {
    if (batch.rows % RowBatch.GROUP != 0) {
      endGroup(gains);
    }
    multiply(stage, slopes);
  }

  private void endGroup(Gains gains) {
    int first = (batch.rows - 1) / RowBatch.GROUP * RowBatch.GROUP;
    for (int r = first; r < batch.rows; r++) {
      // Units that came to the list later passed on nothing before.
      for (int k = width[r - first]; k < gains.size(); k++) {
        passedOn[r * batch.spacing + gains.live()[k]] = 0;
      }
    }
    batch.endGroup(gains.live(), gains.size());
  }

  private void multiply(Stage stage, double[] slopes) {
    kernels.multiply(batch, stage.weights, stage.tiles(), stage.stride, slopes);
    batch.rows = 0;
  }
}
