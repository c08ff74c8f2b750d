package org.folding.engine.trace;

import org.folding.engine.kernel.Weights;

/**
 * Finds the slopes of a stage where stages before the last one bend: these depend on the stage
 * before alone, so they can be multiplied together. And finds what each flip of the stage before
 * adds to them.
 */
final class BentSlopes {
  // Of the stage before, on the interval at hand.
  private final Gains gains;
  private final SlopeProducts products = new SlopeProducts();
  private double[] bend = new double[64];

  /**
   * @param widest how many units a stage has at most
   */
  BentSlopes(int widest) {
    this.gains = new Gains(widest);
  }

  /** What each flip of the stage before adds to the slopes, times its column of weights. */
  double[] bend() {
    return bend;
  }

  /**
   * What flips bring about where each unit of the stage before flips once at most, and nothing else
   * bends.
   *
   * @param before the stage before
   * @param input the intervals that it makes of the line
   * @param slope of its units
   */
  void bendOnce(StageInputs before, Partition input, double[] slope) {
    reserve(input.flips());
    for (int f = 0; f < input.flips(); f++) {
      int unit = input.flippedUnit(f);
      double change = before.stage().slope[unit] - 1;
      bend[f] = (before.startsActive(unit) ? change : -change) * slope[unit];
    }
  }

  /**
   * Multiplies the rows, and finds what each flip brings about.
   *
   * @param before the stage before
   * @param weights of the units whose slopes are wanted
   * @param inputSlopes of the stage before, on each of its intervals; used up
   * @param slopes receives those of each interval that starts with its parent
   * @param isMade whether the first row was multiplied before
   */
  void multiply(
      StageInputs before,
      Weights weights,
      Partition input,
      double[] inputSlopes,
      double[] slopes,
      boolean isMade) {
    reserve(input.flips());
    FollowedUnits inputs = before.units();
    gains.start(before);
    products.start(before, weights, inputSlopes, slopes);
    if (!isMade) {
      // Alone, so that no other product depends on whether this one was made before.
      products.add(gains, 0, 0);
      products.finish(gains);
    }
    int intervals = input.intervals();
    for (int i = 1; i < intervals; i++) {
      int parentRow = input.parent(i) * inputs.stride();
      int endFlip = input.firstFlip(i + 1);
      boolean isRow = input.startsWithParent(i);
      if (isRow) {
        products.endRow(gains);
      }
      for (int f = input.firstFlip(i); f < endFlip; f++) {
        int place = inputs.place(input.flippedUnit(f));
        bend[f] = gains.flip(place) * inputSlopes[parentRow + place];
      }
      if (isRow) {
        products.add(gains, parentRow, i * weights.stride());
      }
    }
    products.finish(gains);
  }

  private void reserve(int flips) {
    if (bend.length < flips) {
      bend = new double[2 * flips];
    }
  }
}
