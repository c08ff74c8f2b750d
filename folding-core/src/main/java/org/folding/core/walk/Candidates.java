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

  /**
   * The values of neighbouring units at both ends of a step, {@link #BLOCK} numbers each, event by
   * event: what {@link #add} takes them from.
   */
  double[] log = new double[0];

  /** The step of each event. */
  int[] loggedStep = new int[0];

  void clear() {
    size = 0;
  }

  /** Makes room for so many events. */
  void reserveLog(int events) {
    if (loggedStep.length < events) {
      int capacity = Math.max(64, 2 * events);
      loggedStep = new int[capacity];
      log = new double[Math.multiplyExact(2 * BLOCK, capacity)];
    }
  }

  /**
   * Adds some of neighbouring units, whose values were logged.
   *
   * @param i the interval
   * @param first the first of the neighbours
   * @param chosen a bit for each of them, from the lowest on
   * @param event the number of the event
   */
  void add(int i, int first, long chosen, int event) {
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
      before[size] = log[2 * BLOCK * event + k];
      after[size++] = log[2 * BLOCK * event + BLOCK + k];
    }
  }
}
