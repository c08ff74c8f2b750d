package org.folding.core.walk;

import java.util.Arrays;

/**
 * The units of a stage that are followed along a line: all, or some that were chosen, of which the
 * others pass on nothing anywhere. Rows of values and slopes have a place for each of them.
 */
final class FollowedUnits {
  /** How many they are. */
  int count;

  /** The length of a row: their number, padded to whole vectors. */
  int stride;

  Weights weights;

  /** 1 for each of them, and −1 for what stands behind the last one. */
  double[] real;

  /** Their values where the line sets out, from {@link #firstStart} on. */
  double[] start;

  int firstStart;

  private boolean isAll;
  // Of units that were chosen: the unit at each place, and the place of each unit.
  private int[] unit = new int[0];
  private int[] place = new int[0];
  private final Weights chosenWeights = new Weights();
  private double[] chosenReal = new double[0];
  private double[] chosenStart = new double[0];

  /**
   * Follows all units.
   *
   * @param values at the start of the line, from {@code first} on
   */
  void all(Stage stage, double[] values, int first) {
    isAll = true;
    count = stage.units;
    stride = stage.stride;
    weights = stage.matrix;
    real = stage.real;
    start = values;
    firstStart = first;
  }

  /**
   * Follows some units.
   *
   * @param units the units, in order
   * @param size how many
   * @param before those of the stage before that are followed
   * @param inputs those of them that pass on anything anywhere
   * @param values of all units at the start of the line, from {@code first} on
   */
  void some(
      Stage stage,
      int[] units,
      int size,
      FollowedUnits before,
      int[] inputs,
      int inputCount,
      double[] values,
      int first) {
    isAll = false;
    count = size;
    stride = LineKernels.padded(size);
    if (unit.length < stage.stride) {
      unit = new int[stage.stride];
      place = new int[stage.stride];
      chosenReal = new double[stage.stride];
      chosenStart = new double[stage.stride];
    }
    for (int c = 0; c < size; c++) {
      int o = units[c];
      unit[c] = o;
      place[o] = c;
      chosenStart[c] = values[first + o];
    }
    Arrays.fill(chosenReal, 0, size, 1);
    Arrays.fill(chosenReal, size, stride, -1);
    Arrays.fill(chosenStart, size, stride, 0);
    chosenWeights.choose(stage, units, size, inputs, inputCount, before);
    weights = chosenWeights;
    real = chosenReal;
    start = chosenStart;
    firstStart = 0;
  }

  /** Whether all units are followed. */
  boolean isAll() {
    return isAll;
  }

  /** The unit at a place. */
  int unit(int at) {
    return isAll ? at : unit[at];
  }

  /** The place of a unit that is followed. */
  int place(int o) {
    return isAll ? o : place[o];
  }

  /** Gives candidates the numbers of their units instead of their places. */
  void number(Candidates candidates) {
    if (!isAll) {
      for (int k = 0; k < candidates.size; k++) {
        candidates.unit[k] = unit[candidates.unit[k]];
      }
    }
  }

  /**
   * Copies rows of units that were chosen to rows that have a place for each unit of the stage;
   * what belongs to other units is left as it is.
   *
   * @param n the length of a row of the whole stage
   */
  void spread(double[] rows, int rowCount, double[] whole, int n) {
    for (int i = 0; i < rowCount; i++) {
      for (int c = 0; c < count; c++) {
        whole[i * n + unit[c]] = rows[i * stride + c];
      }
    }
  }

  /**
   * Copies a row of the whole stage to the first row of these units.
   *
   * @param from where it starts
   */
  void gather(double[] whole, int from, double[] rows) {
    if (isAll) {
      System.arraycopy(whole, from, rows, 0, stride);
      return;
    }
    for (int c = 0; c < count; c++) {
      rows[c] = whole[from + unit[c]];
    }
    Arrays.fill(rows, count, stride, 0);
  }
}
