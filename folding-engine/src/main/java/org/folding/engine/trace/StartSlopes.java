package org.folding.engine.trace;

import org.folding.engine.chain.Chain;
import org.folding.engine.chain.ChainPoint;
import org.folding.engine.chain.Stage;
import org.folding.engine.kernel.LineKernels;
import org.folding.engine.kernel.RowBatch;

/**
 * The slopes of all stages where lines set out. Lines that start at one point have the same units
 * active there, so those of neighbours are products with the same columns of weights and are made
 * together.
 *
 * <p>Units are taken for active where their value at the start is positive. A line on which one of
 * them is zero there may set out otherwise.
 */
final class StartSlopes {
  private final Chain chain;
  private final int stages;
  private final LineKernels kernels = LineKernels.best();
  private final RowBatch batch = new RowBatch();
  // Of each stage, line by line.
  private final double[][] slopes;
  // What a stage passes on, where it is not the slopes themselves.
  private final double[] scaled;
  private final double[] gain;
  private final int[] live;

  /**
   * @param stages for how many stages slopes are made
   * @param mostLines for how many lines at a time
   */
  StartSlopes(Chain chain, int stages, int mostLines) {
    this.chain = chain;
    this.stages = stages;
    this.slopes = new double[stages][];
    int widest = LineKernels.padded(chain.widest());
    for (int l = 0; l < stages; l++) {
      slopes[l] = new double[Math.multiplyExact(chain.stages.get(l).stride, mostLines)];
    }
    this.scaled = new double[Math.multiplyExact(widest, mostLines)];
    this.gain = new double[widest];
    this.live = new int[widest + 1];
  }

  /** Finds the slopes of all lines of a bundle. */
  void find(LineBundle lines) {
    if (stages == 0) {
      return;
    }
    int end;
    for (int first = 0; first < lines.size(); first = end) {
      end = first + 1;
      while (end < lines.size() && lines.from(end) == lines.from(first)) {
        end++;
      }
      find(lines, first, end);
    }
  }

  /** The slopes of a stage, those of a line from line · stride on. */
  double[] of(int stage) {
    return slopes[stage];
  }

  /** Whether they are made for a stage. */
  boolean has(int stage) {
    return stage < stages;
  }

  /** Finds those of some lines that start at one point. */
  private void find(LineBundle lines, int first, int end) {
    ChainPoint from = lines.from(first);
    int n = chain.stages.get(0).stride;
    for (int m = first; m < end; m++) {
      kernels.subtract(lines.to(m).values, from.values, 0, slopes[0], m * n, n);
    }
    for (int l = 1; l < stages; l++) {
      Stage before = chain.stages.get(l - 1);
      Stage stage = chain.stages.get(l);
      int size = list(before, from.values, chain.firstValue(l - 1));
      boolean inPlace = before.passesAllOrNothing;
      int length = before.stride;
      for (int m = first; m < end && !inPlace; m++) {
        kernels.scale(slopes[l - 1], m * length, gain, scaled, m * length, length);
      }
      batch.start(inPlace ? slopes[l - 1] : scaled, first * length, length);
      for (int m = first; m < end; m++) {
        batch.add(m * stage.stride);
        if (batch.rows % RowBatch.GROUP == 0 || m == end - 1) {
          batch.endGroup(live, size);
        }
      }
      kernels.multiply(batch, stage.matrix(), slopes[l]);
    }
  }

  /** Lists the units that pass on anything; returns how many. */
  private int list(Stage stage, double[] values, int at) {
    int size = 0;
    // Without branches, as which units are active cannot be foretold.
    for (int j = 0; j < stage.units; j++) {
      double g = values[at + j] > 0 ? 1 : stage.slope[j];
      gain[j] = g;
      live[size] = j;
      size += g == 0 ? 0 : 1;
    }
    return size;
  }
}
