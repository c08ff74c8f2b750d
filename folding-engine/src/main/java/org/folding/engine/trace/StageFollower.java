package org.folding.engine.trace;

import java.util.Arrays;
import org.folding.engine.chain.Rounding;
import org.folding.engine.kernel.Candidates;
import org.folding.engine.kernel.FollowedRows;
import org.folding.engine.kernel.LineKernels;
import org.folding.engine.kernel.Rows;

/** Goes through the intervals of a line with the units of a stage, and finds what crosses zero. */
final class StageFollower {
  /** For what is found on so many intervals there is room before they are gone through. */
  private static final int ROOM = 32;

  private final LineKernels kernels = LineKernels.best();
  private final FollowedRows rows = new FollowedRows();
  // Where each interval starts; of most stages only those at hand.
  private final Rows values = new Rows();

  /**
   * Goes through the intervals. Where only units of the stage just before flip at the start of one,
   * its slopes come from the interval before.
   *
   * @param inputs the units of the stage before that are followed
   * @param slope of the units on each interval that starts with its parent; receives the others
   * @param bend what the column of each flip is multiplied with
   * @param threshold see {@link Rounding#threshold}
   * @param keepValues whether {@link #values} are wanted
   * @return the units that may cross zero
   */
  Candidates follow(
      FollowedUnits units,
      FollowedUnits inputs,
      Partition input,
      double[] slope,
      double[] bend,
      double threshold,
      boolean keepValues) {
    int n = units.stride();
    int intervals = input.intervals();
    values.reserve(keepValues ? intervals + 1 : 2, n);
    double[] value = values.data();
    System.arraycopy(units.start(), units.firstStart(), value, 0, n);
    // What stands behind the last unit stays away from zero, so that it is not found.
    Arrays.fill(value, units.count(), n, 2 * Math.sqrt(threshold));
    rows.weights = units.weights().columns();
    rows.stride = n;
    rows.slopes = slope;
    rows.values = value;
    rows.threshold = threshold;
    Arrays.fill(rows.peak, 0);
    Candidates candidates = rows.candidates;
    candidates.clear();
    candidates.startLog(LineKernels.LANES);
    rows.from = 0;
    for (int i = 0; i < intervals; i++) {
      if (i % ROOM == 0) {
        candidates.reserveEvents(ROOM * LineKernels.mostEvents(n));
      }
      double dt = input.end(i) - input.start(i);
      rows.to = keepValues ? rows.from + n : n - rows.from;
      if (input.startsWithParent(i)) {
        rows.slope = i * n;
        kernels.advance(rows, i, dt);
      } else {
        int last = input.firstFlip(i + 1) - 1;
        int before = rows.slope;
        rows.slope = i * n;
        for (int f = input.firstFlip(i); f < last; f++) {
          int column = inputs.place(input.flippedUnit(f)) * n;
          kernels.bend(rows.weights, column, bend[f], slope, before, rows.slope, n);
          before = rows.slope;
        }
        int column = inputs.place(input.flippedUnit(last)) * n;
        kernels.bendAndAdvance(rows, i, dt, before, column, bend[last]);
      }
      rows.from = rows.to;
    }
    kernels.list(rows);
    return candidates;
  }

  /** The values where each interval starts and where the last one ends, if they were kept. */
  double[] values() {
    return values.data();
  }

  /** The square of the greatest norm of the values is at most this. */
  double largestSquares() {
    return LineKernels.total(rows.peak);
  }
}
