package org.folding.core.walk;

/**
 * Settles what units do on an interval on which they are affine, by their signs at its ends, and
 * collects where they cross zero.
 */
final class CrossingSearch {
  private final int widest;

  /**
   * Line by line, 1 for each unit of the stage that is active where it was looked at last, 0 for
   * others.
   */
  private final byte[] active;

  // Of each line the tolerance, and where its units at the start are.
  private final double[] tolerance;
  private final int[] startUnit;
  // Whether one of its units is near zero at the start, or flips there.
  private final boolean[] startsNearZero;

  private final Crossings crossings = new Crossings();
  private Partition input;
  private Stage stage;
  private boolean[] startActive;

  /**
   * @param widest how many units a stage has at most
   * @param mostLines how many lines are searched at a time at most
   */
  CrossingSearch(int widest, int mostLines) {
    this.widest = widest;
    this.active = new byte[Math.multiplyExact(widest, mostLines)];
    this.tolerance = new double[mostLines];
    this.startUnit = new int[mostLines];
    this.startsNearZero = new boolean[mostLines];
  }

  /**
   * Starts with a stage.
   *
   * @param startsActive receives whether units are active at the start of each line
   */
  void start(Stage newStage, Partition intervals, boolean[] startsActive) {
    stage = newStage;
    input = intervals;
    startActive = startsActive;
    crossings.clear();
  }

  /**
   * Settles the signs of the stage's units where a line sets out.
   *
   * @param newTolerance below which magnitude values on the line count as zero
   * @param values the values there, from {@code at} on
   * @param firstUnit where the stage's first unit stands among what {@link #start} receives
   */
  void startLine(int line, double newTolerance, double[] values, int at, int firstUnit) {
    tolerance[line] = newTolerance;
    startUnit[line] = firstUnit;
    int first = line * widest;
    int near = 0;
    for (int o = 0; o < stage.units; o++) {
      double value = values[at + o];
      boolean positive = value > newTolerance;
      near |= Math.abs(value) > newTolerance ? 0 : 1;
      active[first + o] = (byte) (positive ? 1 : 0);
      startActive[firstUnit + o] = positive;
    }
    startsNearZero[line] = near != 0;
  }

  /** Whether all units are active at the start of a line where they are positive, and no other. */
  boolean startIsClear(int line) {
    return !startsNearZero[line];
  }

  /** The crossings found since the start of the stage. */
  Crossings crossings() {
    return crossings;
  }

  /** Looks at units on intervals of the first line, in the order of time for each unit. */
  void examine(Candidates candidates) {
    for (int k = 0; k < candidates.size; k++) {
      int i = candidates.interval[k];
      examine(0, i, i, candidates.unit[k], candidates.before[k], candidates.after[k]);
    }
  }

  /**
   * Looks at units on intervals of any line.
   *
   * @param values of all units at breakpoint i from i · n on
   * @param n the length of a row of values
   */
  void examine(NearUnits near, double[] values, int n) {
    for (int k = 0; k < near.size; k++) {
      int i = near.interval[k];
      int o = near.unit[k];
      int at = i * n + o;
      examine(input.line(i), i, i, o, values[at], values[at + n]);
    }
  }

  /**
   * Looks at a unit that is affine on some intervals of a line.
   *
   * @param first the first of the intervals
   * @param last the last of them
   * @param before the unit's value at the start of the first
   * @param after its value at the end of the last
   */
  void examine(int line, int first, int last, int o, double before, double after) {
    if (!stage.watched[o]) {
      return;
    }
    double zero = tolerance[line];
    int state = line * widest + o;
    if (Math.abs(before) > zero && Math.abs(after) > zero && before * after < 0) {
      // Which way it crosses cannot be foretold, so there is no branch for it.
      byte isActive = (byte) (Double.doubleToRawLongBits(before) >>> 63);
      if (isActive == active[state]) {
        flipAtStart(line, first, o);
      }
      cross(line, first, last, o, before, after);
      active[state] = isActive;
    } else {
      settle(line, first, last, o, settled(before, zero), settled(after, zero));
    }
  }

  /** The same where a value may be zero, or both have one sign. */
  private void settle(int line, int first, int last, int o, double a, double b) {
    int state = line * widest + o;
    boolean activeFirst = a > 0 || (a == 0 && b > 0);
    boolean activeLast = b > 0 || (b == 0 && a > 0);
    if (activeFirst != (active[state] != 0)) {
      flipAtStart(line, first, o);
    }
    if (activeFirst != activeLast) {
      cross(line, first, last, o, a, b);
    }
    active[state] = (byte) (activeLast ? 1 : 0);
  }

  /** Finds where a unit crosses zero. */
  private void cross(int line, int first, int last, int o, double a, double b) {
    double start = input.start(first);
    double length = input.end(last) - start;
    // One division, which takes long, for both.
    double perUnit = length / (a - b);
    double zero = tolerance[line];
    double blur = zero * Math.abs(perUnit) + Rounding.UNIT;
    double t = start + a * perUnit;
    if (Double.isInfinite(perUnit)) {
      // Values that have no reciprocal in float64 have a ratio.
      blur = zero / Math.abs(a - b) * length + Rounding.UNIT;
      t = start + length * (a / (a - b));
    }
    place(line, t, blur, o, first == last ? first : input.find(t, first, last));
  }

  /** A value, or zero if it is below the tolerance. */
  private static double settled(double value, double tolerance) {
    return Math.abs(value) <= tolerance ? 0 : value;
  }

  private void flipAtStart(int line, int i, int o) {
    if (input.isStart(i)) {
      startActive[startUnit[line] + o] ^= true;
      startsNearZero[line] = true;
    } else {
      crossings.addAtStart(i, input.start(i), o);
    }
  }

  /** Puts a crossing inside interval i, or at the end that it cannot be told from. */
  private void place(int line, double t, double blur, int o, int i) {
    if (t - input.start(i) <= blur + input.startBlur(i)) {
      flipAtStart(line, i, o);
    } else if (input.end(i) - t > blur + input.endBlur(i)) {
      crossings.add(i, t, blur, o);
    } else if (!input.isEnd(i + 1)) {
      crossings.addAtStart(i + 1, input.start(i + 1), o);
    }
  }
}
