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
   * @param value the values there; those below the tolerance become zero
   * @param startsActive receives whether each unit is active at the start of the line
   * @return the largest magnitude of a value
   */
  double start(
      Stage newStage,
      Partition intervals,
      double newTolerance,
      double[] value,
      boolean[] startsActive) {
    stage = newStage;
    input = intervals;
    tolerance = newTolerance;
    startActive = startsActive;
    crossings.clear();
    double largest = 0;
    for (int o = 0; o < newStage.units; o++) {
      double magnitude = Math.abs(value[o]);
      if (magnitude <= newTolerance) {
        value[o] = 0;
      }
      boolean positive = value[o] > 0;
      active[o] = positive;
      startsActive[o] = positive;
      largest = Math.max(largest, magnitude);
    }
    return largest;
  }

  /** The crossings found since the start of the stage. */
  Crossings crossings() {
    return crossings;
  }

  /**
   * Looks at the units from one to another on an interval. Intervals have to come in the order of
   * time for each unit.
   *
   * @param before values at the start of the interval
   * @param after values at its end; those below the tolerance become zero
   */
  void examine(int interval, int from, int to, double[] before, double[] after) {
    int end = Math.min(to, stage.units);
    for (int o = from; o < end; o++) {
      // Most units keep their sign and stay away from zero.
      if (before[o] * after[o] <= tolerance * Math.abs(before[o]) && stage.watched[o]) {
        settle(o, interval, before[o], after);
      }
    }
  }

  private void settle(int o, int i, double a, double[] after) {
    if (Math.abs(after[o]) <= tolerance) {
      after[o] = 0;
    }
    double b = after[o];
    boolean activeFirst = a > 0 || (a == 0 && b > 0);
    boolean activeLast = b > 0 || (b == 0 && a > 0);
    if (activeFirst != active[o]) {
      flipAtStart(i, o);
    }
    if (activeFirst != activeLast) {
      double start = input.start(i);
      double length = input.end(i) - start;
      double blur = tolerance * length / Math.abs(a - b) + Rounding.UNIT;
      place(start + length * (a / (a - b)), blur, o, i);
    }
    active[o] = activeLast;
  }

  private void flipAtStart(int i, int o) {
    if (i == 0) {
      startActive[o] = !startActive[o];
    } else {
      crossings.addAtStart(i, o);
    }
  }

  /** Puts a crossing inside interval i, or at the end that it cannot be told from. */
  private void place(double t, double blur, int o, int i) {
    if (t - input.start(i) <= blur + input.startBlur(i)) {
      flipAtStart(i, o);
    } else if (input.end(i) - t > blur + input.endBlur(i)) {
      crossings.add(i, t, blur, o);
    } else if (i + 1 < input.intervals()) {
      crossings.addAtStart(i + 1, o);
    }
  }
}
