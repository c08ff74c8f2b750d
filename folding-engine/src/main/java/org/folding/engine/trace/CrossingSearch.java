package org.folding.engine.trace;

import org.folding.engine.arithmetic.Float64;
import org.folding.engine.chain.Chain;
import org.folding.engine.chain.ChainPoint;
import org.folding.engine.chain.Stage;
import org.folding.engine.kernel.Candidates;
import org.folding.engine.kernel.Initializer;
import org.folding.engine.kernel.NearUnits;

/**
 * Settles what units do on an interval on which they are affine, by their signs at its ends, and
 * collects where they cross zero.
 */
final class CrossingSearch {
  private final Chain chain;
  private final int units;

  // Line by line, the units of all stages one after the other: 1 for each that is active where the
  // line sets out, and where it was looked at last; 0 for others.
  private final byte[] startActive;
  private final byte[] active;
  // Of each line.
  private final double[] tolerance;
  // Whether one of its units is near zero at the start, or flips there.
  private final boolean[] startsNearZero;

  private final Crossings crossings = new Crossings();
  private Partition input;
  private Stage stage;
  // The number of the stage.
  private int l;
  private int firstUnit;

  /**
   * @param mostLines how many lines are searched at a time at most
   */
  CrossingSearch(Chain chain, int mostLines) {
    this.chain = chain;
    this.units = chain.units();
    this.startActive = new byte[Math.multiplyExact(units, mostLines)];
    this.active = new byte[startActive.length];
    this.tolerance = new double[mostLines];
    this.startsNearZero = new boolean[mostLines];
  }

  /** Starts with a line: takes over which units of all stages are positive where it sets out. */
  void startLine(int line, ChainPoint from) {
    System.arraycopy(from.active, 0, startActive, line * units, units);
    System.arraycopy(from.active, 0, active, line * units, units);
  }

  /**
   * Starts with a stage.
   *
   * @param number of the stage
   */
  @Initializer
  void startStage(int number, Partition intervals) {
    l = number;
    stage = chain.stages.get(l);
    firstUnit = chain.firstUnit(l);
    input = intervals;
    crossings.clear();
  }

  /**
   * Settles the signs of the stage's units where a line sets out.
   *
   * @param newTolerance below which magnitude values on the line count as zero
   */
  void settleStart(int line, ChainPoint from, double newTolerance) {
    tolerance[line] = newTolerance;
    startsNearZero[line] = from.nearest(l) <= newTolerance;
    if (startsNearZero[line]) {
      int first = index(line, 0);
      int firstValue = chain.firstValue(l);
      for (int o = 0; o < stage.units; o++) {
        byte positive = (byte) (from.values[firstValue + o] > newTolerance ? 1 : 0);
        startActive[first + o] = positive;
        active[first + o] = positive;
      }
    }
  }

  /** Where a unit of the stage stands among those of all lines and stages. */
  private int index(int line, int o) {
    return line * units + firstUnit + o;
  }

  /**
   * 1 for each unit that is active where its line sets out and 0 for others, line by line, the
   * units of all stages one after the other.
   */
  byte[] startActive() {
    return startActive;
  }

  /** Whether all units are active at the start of a line where they are positive, and no other. */
  boolean startIsClear(int line) {
    return !startsNearZero[line];
  }

  /** The crossings found since the start of the stage. */
  Crossings crossings() {
    return crossings;
  }

  /** Looks at units on intervals of a line, in the order of time for each unit. */
  void examine(int line, Candidates candidates) {
    for (int k = 0; k < candidates.size; k++) {
      int i = candidates.interval[k];
      examine(line, i, i, candidates.unit[k], candidates.before[k], candidates.after[k]);
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
    int state = index(line, o);
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
    int state = index(line, o);
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
    double blur = zero * Math.abs(perUnit) + Float64.UNIT_ROUNDOFF;
    double t = start + a * perUnit;
    if (Double.isInfinite(perUnit)) {
      // Values that have no reciprocal in float64 have a ratio.
      blur = zero / Math.abs(a - b) * length + Float64.UNIT_ROUNDOFF;
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
      startActive[index(line, o)] ^= 1;
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
