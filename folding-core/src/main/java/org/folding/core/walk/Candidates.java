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

  /** Negative for those of the units that may cross zero. */
  final double[] blockSign = new double[BLOCK];

  void clear() {
    size = 0;
  }

  /**
   * Adds those of neighbouring units that may cross zero. Their values and signs have been put in
   * place.
   *
   * @param i the interval
   * @param first the first of the neighbours
   * @param from the first of them to look at
   * @param to the one to stop at
   */
  void add(int i, int first, int from, int to) {
    if (size + BLOCK > unit.length) {
      int capacity = 2 * (size + BLOCK);
      interval = Arrays.copyOf(interval, capacity);
      unit = Arrays.copyOf(unit, capacity);
      before = Arrays.copyOf(before, capacity);
      after = Arrays.copyOf(after, capacity);
    }
    // A bit for each: branches that are hard to foretell would take longer.
    int chosen = 0;
    for (int k = from; k < to; k++) {
      chosen |= (int) (Double.doubleToRawLongBits(blockSign[k]) >>> 63) << k;
    }
    for (; chosen != 0; chosen &= chosen - 1) {
      int k = Integer.numberOfTrailingZeros(chosen);
      interval[size] = i;
      unit[size] = first + k;
      before[size] = blockBefore[k];
      after[size++] = blockAfter[k];
    }
  }
}
