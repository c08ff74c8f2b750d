package org.folding.core.walk;

/**
 * Settles what units do on an interval on which they are affine, by their signs at its ends, and
 * collects where they cross zero.
 */
final class CrossingSearch {
  /** Whether each unit of the stage is active where it was looked at last. */
  private final boolean[] active;

  private final Crossings crossings = new Crossings();
  private Partition input;
  private Stage stage;
  private boolean[] startActive;
  private double tolerance;

  CrossingSearch(int widest) {
    this.active = new boolean[widest];
  }

  /**
   * Starts with a stage: settles the signs of its units where the line sets out.
   *
   * @param values the values there
   * @param startsActive receives whether each unit is active at the start of the line
   */
  void start(
      Stage newStage,
      Partition intervals,
      double newTolerance,
      double[] values,
      boolean[] startsActive) {
    stage = newStage;
    input = intervals;
    tolerance = newTolerance;
    startActive = startsActive;
    crossings.clear();
    for (int o = 0; o < newStage.units; o++) {
      boolean positive = values[o] > newTolerance;
      active[o] = positive;
      startsActive[o] = positive;
    }
  }

  /** The crossings found since the start of the stage. */
  Crossings crossings() {
    return crossings;
  }

  /**
   * Looks at some units on an interval. Intervals have to come in the order of time for each unit.
   *
   * @param found the units
   * @param count how many
   * @param values of all units, row by row
   * @param before where the values at the start of the interval start
   * @param after where those at its end start
   */
  void examine(int interval, int[] found, int count, double[] values, int before, int after) {
    for (int k = 0; k < count; k++) {
      int o = found[k];
      examine(interval, interval, o, values[before + o], values[after + o]);
    }
  }

  /** Looks at units on intervals, which come in the order of time for each unit. */
  void examine(Candidates candidates) {
    for (int k = 0; k < candidates.size; k++) {
      int i = candidates.interval[k];
      examine(i, i, candidates.unit[k], candidates.before[k], candidates.after[k]);
    }
  }

  /**
   * Looks at some units on some intervals.
   *
   * @param found interval · n + unit of each, in the order of time
   * @param count how many
   * @param values of all units at the start of interval i from i · n on, and after the last
   *     interval
   * @param n the length of a row of values
   */
  void examine(int[] found, int count, double[] values, int n) {
    for (int k = 0; k < count; k++) {
      int at = found[k];
      int interval = at / n;
      int o = at - interval * n;
      examine(interval, interval, o, values[at], values[at + n]);
    }
  }

  /**
   * Looks at a unit that is affine on some intervals.
   *
   * @param first the first of the intervals
   * @param last the last of them
   * @param before the unit's value at the start of the first
   * @param after its value at the end of the last
   */
  void examine(int first, int last, int o, double before, double after) {
    if (!stage.watched[o]) {
      return;
    }
    double a = settled(before);
    double b = settled(after);
    boolean activeFirst = a > 0 || (a == 0 && b > 0);
    boolean activeLast = b > 0 || (b == 0 && a > 0);
    if (activeFirst != active[o]) {
      flipAtStart(first, o);
    }
    if (activeFirst != activeLast) {
      double start = input.start(first);
      double length = input.end(last) - start;
      double blur = tolerance * length / Math.abs(a - b) + Rounding.UNIT;
      double t = start + length * (a / (a - b));
      place(t, blur, o, input.find(t, first, last));
    }
    active[o] = activeLast;
  }

  /** A value, or zero if it is below the tolerance. */
  private double settled(double value) {
    return Math.abs(value) <= tolerance ? 0 : value;
  }

  private void flipAtStart(int i, int o) {
    if (i == 0) {
      startActive[o] = !startActive[o];
    } else {
      crossings.addAtStart(i, input.start(i), o);
    }
  }

  /** Puts a crossing inside interval i, or at the end that it cannot be told from. */
  private void place(double t, double blur, int o, int i) {
    if (t - input.start(i) <= blur + input.startBlur(i)) {
      flipAtStart(i, o);
    } else if (input.end(i) - t > blur + input.endBlur(i)) {
      crossings.add(i, t, blur, o);
    } else if (i + 1 < input.intervals()) {
      crossings.addAtStart(i + 1, input.start(i + 1), o);
    }
  }
}
