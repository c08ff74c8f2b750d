package org.folding.core.walk;

/**
 * Settles what units do on an interval on which they are affine, by their signs at its ends, and
 * collects where they cross zero.
 */
final class CrossingSearch {
  /** 1 for each unit of the stage that is active where it was looked at last, 0 for others. */
  private final byte[] active;

  private final Crossings crossings = new Crossings();
  private Partition input;
  private Stage stage;
  private boolean[] startActive;
  private double tolerance;

  CrossingSearch(int widest) {
    this.active = new byte[widest];
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
      active[o] = (byte) (positive ? 1 : 0);
      startsActive[o] = positive;
    }
  }

  /** The crossings found since the start of the stage. */
  Crossings crossings() {
    return crossings;
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
    if (Math.abs(before) > tolerance && Math.abs(after) > tolerance && before * after < 0) {
      // Which way it crosses cannot be foretold, so there is no branch for it.
      byte isActive = (byte) (Double.doubleToRawLongBits(before) >>> 63);
      if (isActive == active[o]) {
        flipAtStart(first, o);
      }
      cross(first, last, o, before, after);
      active[o] = isActive;
    } else {
      settle(first, last, o, settled(before), settled(after));
    }
  }

  /** The same where a value may be zero, or both have one sign. */
  private void settle(int first, int last, int o, double a, double b) {
    boolean activeFirst = a > 0 || (a == 0 && b > 0);
    boolean activeLast = b > 0 || (b == 0 && a > 0);
    if (activeFirst != (active[o] != 0)) {
      flipAtStart(first, o);
    }
    if (activeFirst != activeLast) {
      cross(first, last, o, a, b);
    }
    active[o] = (byte) (activeLast ? 1 : 0);
  }

  /** Finds where a unit crosses zero. */
  private void cross(int first, int last, int o, double a, double b) {
    double start = input.start(first);
    double length = input.end(last) - start;
    // One division, which takes long, for both.
    double perUnit = length / (a - b);
    double blur = tolerance * Math.abs(perUnit) + Rounding.UNIT;
    double t = start + a * perUnit;
    if (Double.isInfinite(perUnit)) {
      // Values that have no reciprocal in float64 have a ratio.
      blur = tolerance / Math.abs(a - b) * length + Rounding.UNIT;
      t = start + length * (a / (a - b));
    }
    place(t, blur, o, first == last ? first : input.find(t, first, last));
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
