package org.folding.engine.trace;

import org.folding.engine.chain.Rounding;
import org.folding.engine.chain.Stage;
import org.folding.engine.kernel.Candidates;
import org.folding.engine.kernel.LineKernels;
import org.folding.engine.kernel.StageSweep;
import org.folding.engine.kernel.ValueSweep;

/**
 * Finds the units of a stage that cross zero along a line where nothing else is wanted of them: it
 * lays out what the kernels sweep.
 */
final class CrossingSweeps {
  private final LineKernels kernels = LineKernels.best();
  private final StageSweep sweep = new StageSweep();
  private final ValueSweep valueSweep = new ValueSweep();

  /**
   * Goes along the line by slopes, which every flip of the stage before bends.
   *
   * @param units that are swept
   * @param inputs the units of the stage before that are followed
   * @param intervals of the line
   * @param slopes of the units on each interval that starts with its parent
   * @param bend what the column of each flip is multiplied with
   * @param threshold see {@link Rounding#threshold}
   * @return the units that may cross zero
   */
  Candidates bySlopes(
      FollowedUnits units,
      FollowedUnits inputs,
      Partition intervals,
      double[] slopes,
      double[] bend,
      double threshold) {
    sweep.weights = units.weights().columns();
    sweep.real = units.real();
    sweep.stride = units.stride();
    sweep.start = units.start();
    sweep.firstStart = units.firstStart();
    sweep.threshold = threshold;
    sweep.slopes = slopes;
    sweep.start();
    if (intervals.isOneIntervalCut()) {
      addBends(intervals, inputs, bend);
    } else {
      addSteps(intervals, inputs, bend);
    }
    kernels.sweep(sweep);
    units.number(sweep.candidates);
    return sweep.candidates;
  }

  private void addSteps(Partition intervals, FollowedUnits inputs, double[] bend) {
    int count = intervals.intervals();
    for (int i = 0; i < count; i++) {
      double dt = intervals.end(i) - intervals.start(i);
      if (intervals.startsWithParent(i)) {
        sweep.addRun(i, dt);
      } else {
        int last = intervals.firstFlip(i + 1) - 1;
        for (int f = intervals.firstFlip(i); f < last; f++) {
          sweep.addBend(inputs.place(intervals.flippedUnit(f)), bend[f]);
        }
        sweep.addBend(i, inputs.place(intervals.flippedUnit(last)), bend[last], dt);
      }
    }
  }

  /** The same where each interval but the first starts with one flip. */
  private void addBends(Partition intervals, FollowedUnits inputs, double[] bend) {
    int count = intervals.intervals();
    sweep.addRun(0, intervals.end(0));
    sweep.reserve(count);
    for (int i = 1; i < count; i++) {
      sweep.column[i] = inputs.place(intervals.flippedUnit(i - 1)) * sweep.stride;
      sweep.factor[i] = bend[i - 1];
      sweep.length[i] = intervals.end(i) - intervals.start(i);
      sweep.interval[i] = i;
    }
    sweep.endRun(count);
  }

  /**
   * Evaluates the stage at each breakpoint, for stages of which few inputs are ever not zero.
   *
   * @param units all units of the stage
   * @param inputs the units of the stage before that pass on anything
   * @param intervals of the line
   * @param values of the inputs where each interval of the stage before starts, and where the last
   *     one ends
   * @param slopes of the inputs on each interval of the stage before, and a row behind the last one
   * @param threshold see {@link Rounding#threshold}
   * @return the units that may cross zero
   */
  Candidates byValues(
      AllUnits units,
      FollowedUnits inputs,
      Partition intervals,
      double[] values,
      double[] slopes,
      double threshold) {
    Stage stage = units.stage();
    valueSweep.weights = stage.weights();
    valueSweep.bias = stage.bias;
    valueSweep.real = stage.real;
    valueSweep.stride = stage.stride;
    valueSweep.start = units.start();
    valueSweep.firstStart = units.firstStart();
    valueSweep.threshold = threshold;
    valueSweep.candidates.clear();
    addPoints(inputs, intervals, values, slopes);
    kernels.sweepValues(valueSweep);
    return valueSweep.candidates;
  }

  private void addPoints(
      FollowedUnits inputs, Partition intervals, double[] values, double[] slopes) {
    int count = intervals.intervals();
    valueSweep.reserve(count, inputs.count());
    int n = inputs.stride();
    int stride = valueSweep.stride;
    int[] column = valueSweep.column;
    double[] factor = valueSweep.factor;
    int terms = 0;
    double parentStart = 0;
    for (int i = 1; i <= count; i++) {
      double t = intervals.start(i);
      if (i == count || intervals.startsWithParent(i)) {
        parentStart = t;
      }
      double dt = t - parentStart;
      int row = intervals.parent(i) * n;
      int firstTerm = terms;
      for (int c = 0; c < inputs.count(); c++) {
        double z = Math.fma(dt, slopes[row + c], values[row + c]);
        column[terms] = inputs.unit(c) * stride;
        factor[terms] = z;
        terms += z > 0 ? 1 : 0;
      }
      if (terms == firstTerm) {
        column[terms] = 0;
        factor[terms++] = 0;
      }
      valueSweep.first[i] = terms;
    }
    valueSweep.points = count;
  }
}
