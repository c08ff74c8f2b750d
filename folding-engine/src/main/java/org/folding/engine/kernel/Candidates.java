package org.folding.engine.kernel;

import java.util.Arrays;

/**
 * Units that may cross zero on an interval, with their values at its ends.
 *
 * <p>A kernel logs where it found any of some neighbouring units, an event, with the values of all
 * of them. They are listed afterwards, as what is found cannot be foretold and would hold up the
 * kernel.
 */
public final class Candidates {
  /** So many units are neighbours at most. */
  static final int BLOCK = 32;

  public int[] interval = new int[64];
  public int[] unit = new int[64];
  public double[] before = new double[64];
  public double[] after = new double[64];
  public int size;

  /** The values of neighbours at both ends of a step, event by event, see {@link #logStart}. */
  double[] log = new double[0];

  /** The step or interval of each event. */
  int[] loggedStep = new int[0];

  /** The first of the neighbours of each event. */
  int[] loggedUnit = new int[0];

  /** How many events are logged. */
  int events;

  // How many neighbours an event may have.
  private int neighbours;
  // The units found and the interval, of those events that have any.
  private long[] chosen = new long[0];
  private int[] chosenInterval = new int[0];
  private int[] chosenEvent = new int[0];
  private int choices;
  private int found;

  public void clear() {
    size = 0;
  }

  /**
   * Starts a log.
   *
   * @param most how many neighbours an event may have
   */
  public void startLog(int most) {
    events = 0;
    neighbours = most;
  }

  /** Makes room for so many more events. */
  public void reserveEvents(int more) {
    int count = events + more;
    if (loggedStep.length < count) {
      int capacity = Math.max(64, 2 * count);
      loggedStep = Arrays.copyOf(loggedStep, capacity);
      loggedUnit = Arrays.copyOf(loggedUnit, capacity);
      // One more, as the entry after the last one is read.
      chosen = new long[capacity + 1];
      chosenInterval = new int[capacity + 1];
      chosenEvent = new int[capacity + 1];
    }
    int length = Math.multiplyExact(2 * neighbours, count);
    if (log.length < length) {
      log = Arrays.copyOf(log, 2 * length);
    }
  }

  /**
   * Where an event's values before its step are in the log; those after it are {@code most} behind.
   *
   * @param most how many neighbours an event may have
   */
  static int logStart(int event, int most) {
    return 2 * most * event;
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
    chosen[choices] = bits;
    chosenInterval[choices] = i;
    chosenEvent[choices] = event;
    choices += bits == 0 ? 0 : 1;
    found += Long.bitCount(bits);
  }

  /** Adds what was chosen. */
  void addChosen() {
    reserve(found);
    int at = 0;
    long rest = chosen[0];
    for (int k = 0; k < found; k++) {
      int event = chosenEvent[at];
      int neighbour = Long.numberOfTrailingZeros(rest);
      int logged = logStart(event, neighbours) + neighbour;
      interval[size] = chosenInterval[at];
      unit[size] = loggedUnit[event] + neighbour;
      before[size] = log[logged];
      after[size++] = log[logged + neighbours];
      rest &= rest - 1;
      at += rest == 0 ? 1 : 0;
      long next = chosen[at];
      rest = rest == 0 ? next : rest;
    }
    choices = 0;
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
