package org.folding.engine.trace;

import org.folding.engine.chain.Chain;
import org.folding.engine.chain.ChainPoint;
import org.folding.engine.chain.Rounding;
import org.folding.engine.chain.Stage;
import org.folding.engine.kernel.LineKernels;
import org.folding.engine.kernel.SingleWeights;
import org.folding.engine.kernel.SpanRows;

/**
 * Finds which units of a stage may be active anywhere on a line, so that no others need be
 * followed.
 *
 * <p>On a span of the line a unit's pre-activation w · h(t) + b strays from its chord by at most Σ
 * |w_j| · d_j, where d_j is how far what input j passes on strays from its own, see {@link Strays}.
 * A unit that is below zero by more than that at both ends of all spans is inactive on the line.
 * This is found out in single precision, with an allowance for its rounding.
 */
final class ActivityBounds {
  /** No more weights of units that were chosen are copied. */
  private static final int MOST_WEIGHTS = 1 << 20;

  /** There are more spans than the fewest only where each has so many intervals at least. */
  private static final int INTERVALS = 10;

  private final Chain chain;
  private final LineKernels kernels = LineKernels.best();
  private final Strays strays;
  private final SpanRows spans;
  // Negative for each unit that is inactive.
  private final int[] signs;
  private final int[] chosen;

  ActivityBounds(Chain chain) {
    this.chain = chain;
    int widest = 0;
    for (int l = 0; l < chain.stages.size(); l++) {
      if (isWanted(l)) {
        int before = chain.stages.get(l - 1).stride;
        widest = Math.max(widest, Math.max(before, chain.stages.get(l).stride));
      }
    }
    this.strays = new Strays(widest);
    this.spans = new SpanRows(widest);
    this.signs = new int[SingleWeights.padded(widest)];
    this.chosen = new int[widest];
  }

  /** Whether units of a stage are worth choosing: few are active, and earlier stages bend them. */
  boolean isWanted(int l) {
    return l >= 2
        && l < chain.stages.size()
        && chain.stages.get(l).isRarelyActive
        && chain.stages.get(l - 1).passesAllOrNothing;
  }

  /** Whether the values of a stage are wanted where each of its intervals starts. */
  boolean reads(int l) {
    return isWanted(l + 1);
  }

  /**
   * Finds how far what the stage before passes on strays from its chords.
   *
   * @param intervals of the stage before
   * @param flips what its flips make of them
   * @param inputs its units that are followed
   * @param values of these where each interval starts, and where the last one ends
   * @param active 1 for each unit that is active at the start of the line and 0 for others
   * @param firstInput where those of the stage before are
   * @return whether there are enough intervals to {@linkplain #choose choose} units
   */
  boolean follow(
      Partition intervals,
      Partition flips,
      FollowedUnits inputs,
      double[] values,
      byte[] active,
      int firstInput) {
    int count = intervals.intervals();
    if (count < SpanRows.FEWEST) {
      return false;
    }
    int wanted = count / INTERVALS / SpanRows.GROUP * SpanRows.GROUP;
    spans.size = Math.max(SpanRows.FEWEST, Math.min(SpanRows.MOST, wanted));
    strays.find(spans.size, intervals, flips, inputs, values);
    strays.listPassing(flips, active, firstInput);
    return true;
  }

  /**
   * Chooses the units that may be active.
   *
   * @param l the stage
   * @param from the start of the line
   * @param to its end
   * @param slack see {@link Rounding#singleSlack}
   * @param units becomes those that are chosen, if they are few
   * @return whether they are few
   */
  boolean choose(int l, ChainPoint from, ChainPoint to, double slack, ChosenUnits units) {
    if (slack == Double.POSITIVE_INFINITY) {
      return false;
    }
    Stage stage = chain.stages.get(l);
    int firstValue = chain.firstValue(l);
    strays.into(spans, 1 + Rounding.singleLoss(stage));
    for (int o = 0; o < stage.stride; o++) {
      spans.start[o] = (float) from.values[firstValue + o];
      spans.finish[o] = (float) to.values[firstValue + o];
    }
    kernels.bound(spans, stage.single(), (float) slack, signs);
    int size = 0;
    for (int o = 0; o < stage.units; o++) {
      chosen[size] = o;
      size += signs[o] < 0 ? 0 : 1;
    }
    FollowedUnits inputs = strays.units();
    long weights = (long) inputs.stride() * LineKernels.padded(size);
    if (2 * size > stage.units || weights > MOST_WEIGHTS) {
      return false;
    }
    AllUnits all = new AllUnits(stage, from.values, firstValue);
    units.choose(chosen, size, inputs, strays.passing(), strays.passingCount(), all);
    return true;
  }
}
