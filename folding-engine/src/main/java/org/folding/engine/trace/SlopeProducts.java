package org.folding.engine.trace;

import java.util.Arrays;
import org.folding.engine.kernel.Initializer;
import org.folding.engine.kernel.LineKernels;
import org.folding.engine.kernel.RowBatch;
import org.folding.engine.kernel.Rows;
import org.folding.engine.kernel.Weights;

/**
 * Finds the slopes of a stage where earlier stages bend: what the units of the stage before pass on
 * is multiplied with the weights, many rows at a time. Neighbouring intervals have nearly the same
 * units active, so the columns that any row of a group needs are hardly more than one needs.
 *
 * <p>Units that pass on their slopes as they are, or nothing, need no rows of their own: their
 * slopes are multiplied, and become zero where a unit of the group's columns passes on nothing.
 */
final class SlopeProducts {
  /** How many rows are multiplied together: they share what the caches hold of the weights. */
  private static final int ROWS = 64;

  private final LineKernels kernels = LineKernels.best();
  private final RowBatch batch = new RowBatch();
  // What is passed on, row by row, where it is not the slopes themselves.
  private final Rows scaled = new Rows();
  // How many units the list had at each row of the group at hand.
  private final int[] width = new int[RowBatch.GROUP];
  // What is to become zero at the end of the group.
  private int[] zeros = new int[64];
  private int zeroCount;

  private FollowedUnits inputs;
  private boolean inPlace;
  private Weights weights;
  private double[] inputSlopes;
  private double[] slopes;

  /**
   * Starts the products of a stage.
   *
   * @param before the stage before
   * @param newWeights of the units whose slopes are wanted
   * @param newInputSlopes the slopes of the stage before; where they have become factors they are
   *     no slopes any more
   * @param newSlopes receives the products
   */
  @Initializer
  void start(StageInputs before, Weights newWeights, double[] newInputSlopes, double[] newSlopes) {
    inputs = before.units();
    inPlace = before.stage().passesAllOrNothing;
    weights = newWeights;
    inputSlopes = newInputSlopes;
    slopes = newSlopes;
    if (!inPlace) {
      scaled.reserve(ROWS, inputs.stride());
    }
    batch.rows = 0;
    zeroCount = 0;
  }

  /**
   * Adds the next row of slopes; its product is there after the next {@link #finish} at the latest.
   *
   * @param gains of the stage before, at the start of the interval
   * @param at where its slopes start
   * @param to where the product starts
   */
  void add(Gains gains, int at, int to) {
    int n = inputs.stride();
    if (batch.rows == 0) {
      batch.start(inPlace ? inputSlopes : scaled.data(), inPlace ? at : 0, n);
    }
    width[batch.rows % RowBatch.GROUP] = gains.size();
    if (inPlace) {
      listZeros(gains, at);
    } else {
      kernels.scale(inputSlopes, at, gains.byUnit(), scaled.data(), batch.rows * n, n);
    }
    batch.add(to);
  }

  /** What is listed and passes on nothing; its slope is still asked for within the interval. */
  private void listZeros(Gains gains, int row) {
    if (zeroCount + gains.deaths() > zeros.length) {
      zeros = Arrays.copyOf(zeros, 2 * (zeroCount + gains.deaths()));
    }
    for (int d = 0; d < gains.deaths(); d++) {
      zeros[zeroCount] = row + gains.dead(d);
      zeroCount += gains.isDead(d) ? 1 : 0;
    }
  }

  /** Ends the interval of the row that was added last, before any unit flips at its end. */
  void endRow(Gains gains) {
    if (batch.rows > 0 && batch.rows % RowBatch.GROUP == 0) {
      endGroup(gains);
      if (batch.rows == ROWS) {
        multiply();
      }
    }
  }

  /** Multiplies the rows that are left. */
  void finish(Gains gains) {
    if (batch.rows > 0) {
      endGroup(gains);
      multiply();
    }
  }

  private void endGroup(Gains gains) {
    double[] x = batch.x;
    for (int z = 0; z < zeroCount; z++) {
      x[zeros[z]] = 0;
    }
    zeroCount = 0;
    int first = (batch.rows - 1) / RowBatch.GROUP * RowBatch.GROUP;
    for (int r = first; r < batch.rows; r++) {
      int row = batch.rowStart(r);
      // Units that came to the list later passed on nothing before.
      for (int k = width[r - first]; k < gains.size(); k++) {
        x[row + gains.live()[k]] = 0;
      }
    }
    batch.endGroup(gains.live(), gains.size());
    gains.compact();
  }

  private void multiply() {
    kernels.multiply(batch, weights, slopes);
    batch.rows = 0;
  }
}
