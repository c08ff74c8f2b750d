package org.folding.core.walk;

import java.util.Arrays;

/** Units that may cross zero on an interval, with their values at its ends. */
final class Candidates {
  /** So many units are looked at together at most. */
  static final int BLOCK = 32;

  int[] interval = new int[64];
  int[] unit = new int[64];
  double[] before = new double[64];
  double[] after = new double[64];
  int size;

  /** The values at both ends of some neighbouring units: what {@link #add} takes them from. */
  final double[] blockBefore = new double[BLOCK];

  final double[] blockAfter = new double[BLOCK];

  void clear() {
    size = 0;
  }

  /**
   * Adds some of neighbouring units, whose values have been put in place.
   *
   * @param i the interval
   * @param first the first of the neighbours
   * @param chosen a bit for each of them, from the lowest on
   */
  void add(int i, int first, long chosen) {
    if (size + BLOCK > unit.length) {
      int capacity = 2 * (size + BLOCK);
      interval = Arrays.copyOf(interval, capacity);
      unit = Arrays.copyOf(unit, capacity);
      before = Arrays.copyOf(before, capacity);
      after = Arrays.copyOf(after, capacity);
    }
    for (long rest = chosen; rest != 0; rest &= rest - 1) {
      int k = Long.numberOfTrailingZeros(rest);
      interval[size] = i;
      unit[size] = first + k;
      before[size] = blockBefore[k];
      after[size++] = blockAfter[k];
    }
  }
}
