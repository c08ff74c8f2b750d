package org.folding.core.walk;

import java.util.Arrays;

/**
 * Units that may cross zero on an interval, with their values at its ends.
 *
 * <p>A sweep logs which step found any of some neighbouring units, an event, with the values of all
 * of them. They are listed afterwards, as what is found cannot be foretold and would hold up the
 * sweep.
 */
final class Candidates {
  /** So many units are neighbours at most. */
  static final int BLOCK = 32;

  int[] interval = new int[64];
  int[] unit = new int[64];
  double[] before = new double[64];
  double[] after = new double[64];
  int size;

  /** The values of neighbours at both ends of a step, {@link #BLOCK} each, event by event. */
  double[] log = new double[0];

  /** The step of each event. */
  int[] loggedStep = new int[0];

  // The units found and the interval, of those events that have any.
  private long[] chosen = new long[0];
  private int[] chosenInterval = new int[0];
  private int[] chosenEvent = new int[0];
  private int events;
  private int found;

  void clear() {
    size = 0;
  }

  /** Makes room for so many events. */
  void reserveLog(int count) {
    if (loggedStep.length < count) {
      int capacity = Math.max(64, 2 * count);
      loggedStep = new int[capacity];
      log = new double[Math.multiplyExact(2 * BLOCK, capacity)];
      // One more, as the entry after the last one is read.
      chosen = new long[capacity + 1];
      chosenInterval = new int[capacity + 1];
      chosenEvent = new int[capacity + 1];
    }
  }

  /** Where the values at the start of an event's step are in the log. */
  static int logStart(int event) {
    return 2 * BLOCK * event;
  }

  /**
   * Chooses which of the neighbours an event found, to be added by {@link #addChosen}.
   *
   * @param event the number of the event
   * @param i the interval, or {@link StageSweep#NONE} if nothing is to be added
   * @param units a bit for each of them, from the lowest on
   */
  void choose(int event, int i, long units) {
    long bits = i == StageSweep.NONE ? 0 : units;
    chosen[events] = bits;
    chosenInterval[events] = i;
    chosenEvent[events] = event;
    events += bits == 0 ? 0 : 1;
    found += Long.bitCount(bits);
  }

  /**
   * Adds what was chosen.
   *
   * @param first the first of the neighbours
   */
  void addChosen(int first) {
    reserve(found);
    int at = 0;
    long rest = chosen[0];
    for (int k = 0; k < found; k++) {
      int neighbour = Long.numberOfTrailingZeros(rest);
      int logged = logStart(chosenEvent[at]) + neighbour;
      interval[size] = chosenInterval[at];
      unit[size] = first + neighbour;
      before[size] = log[logged];
      after[size++] = log[logged + BLOCK];
      rest &= rest - 1;
      at += rest == 0 ? 1 : 0;
      long next = chosen[at];
      rest = rest == 0 ? next : rest;
    }
    events = 0;
    found = 0;
  }

  private void reserve(int more) {
    if (size + more > unit.length) {
      int capacity = 2 * (size + more);
      interval = Arrays.copyOf(interval, capacity);
      unit = Arrays.copyOf(unit, capacity);
      before = Arrays.copyOf(before, capacity);
      after = Arrays.copyOf(after, capacity);
    }
  }
}
