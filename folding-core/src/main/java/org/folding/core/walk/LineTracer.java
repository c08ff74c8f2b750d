package org.folding.core.walk;

import java.util.Arrays;

/**
 * Finds where the units of a chain flip along a straight line, exactly, stage by stage.
 *
 * <p>Between two breakpoints of the stages before, the pre-activations of a stage are affine in t:
 * z(t) = v + (t − t_i) · s. So each unit crosses zero at most once there, at a time found by one
 * division, and a unit's signs at the ends of the interval tell whether it does. The slopes s are
 * what is propagated: where only units of the stage just before flip, s changes by their columns of
 * weights, which costs O(units) each; elsewhere it is one product with the weights.
 *
 * <p>A value counts as zero when it is smaller than the rounding errors that may have gone into it.
 * Its magnitude then is an unknown, and its sign is replaced by zero: a unit that touches zero does
 * not flip, a unit that is zero on a whole interval is inactive there, and a unit that crosses at a
 * breakpoint of others flips exactly there. Crossings that are closer in time than they are certain
 * happen at once.
 */
final class LineTracer {
  private final Chain chain;
  private final int[] index;
  private final double[] factor;
  private final boolean[][] startActive;
  private final boolean[] active;
  // Of the stage before, on the interval at hand.
  private final Gains gains;
  // The largest of these is the largest magnitude of a unit so far.
  private final double[] peak = new double[LineKernels.LANES];
  private final LineKernels kernels = LineKernels.best();
  // The units that may cross zero on the interval at hand.
  private final int[] found;
  // The slopes on the interval at hand.
  private double[] current;
  private final SlopeBatch batch;
  // By how much the gain of a unit changes at each flip of the stage before.
  private double[] gainChange = new double[64];
  private final Crossings crossings = new Crossings();
  private double[] value;
  private double[] nextValue;
  // One row an interval.
  private Rows slopes = new Rows();
  private Rows inputSlopes = new Rows();
  private Partition input = new Partition();
  private Partition output = new Partition();
  private final FlipList stageFlips = new FlipList();
  private FlipList flips = new FlipList();
  private FlipList mergedFlips = new FlipList();

  // Of the stage at work.
  private double error;
  private double tolerance;
  // A product of neighbouring values below this is worth a closer look.
  private double threshold;
  // The largest magnitude that the stage before passes on.
  private double magnitude;

  LineTracer(Chain chain) {
    this.chain = chain;
    int widest = chain.inputs;
    this.startActive = new boolean[chain.stages.size()][];
    for (int l = 0; l < chain.stages.size(); l++) {
      startActive[l] = new boolean[chain.stages.get(l).units];
      widest = Math.max(widest, chain.stages.get(l).units);
    }
    this.index = new int[widest];
    this.factor = new double[widest];
    this.active = new boolean[widest];
    this.gains = new Gains(widest);
    this.found = new int[LineKernels.padded(widest)];
    this.batch = new SlopeBatch(widest);
    this.value = new double[LineKernels.padded(widest)];
    this.nextValue = new double[LineKernels.padded(widest)];
  }

  /** Scratch for {@link ChainPoint#at}. */
  double[] factorScratch() {
    return factor;
  }

  /** Scratch for {@link ChainPoint#at}. */
  int[] indexScratch() {
    return index;
  }

  /** The flips of counted bits along the line traced last, in the order of time. */
  FlipList flips() {
    return flips;
  }

  /** Whether the units of a stage are active where the line traced last sets out. */
  boolean[] startActive(int stage) {
    return startActive[stage];
  }

  /** Traces the line from one point, at t = 0, to another, at t = 1. */
  void trace(ChainPoint from, ChainPoint to) {
    input.reset();
    flips.clear();
    error = 0;
    magnitude = 0;
    for (int l = 0; l < chain.stages.size(); l++) {
      traceStage(l, from, to);
      FlipList merged = mergedFlips;
      merged.merge(flips, stageFlips);
      mergedFlips = flips;
      flips = merged;
      Partition finished = output;
      output = input;
      input = finished;
      Rows traced = slopes;
      slopes = inputSlopes;
      inputSlopes = traced;
    }
  }

  private void traceStage(int l, ChainPoint from, ChainPoint to) {
    Stage stage = chain.stages.get(l);
    int n = stage.units;
    int intervals = input.intervals();
    // Nothing builds on the last stage: of it only the flips are wanted.
    boolean last = l == chain.stages.size() - 1;
    prepare(l, stage, from, to);
    System.arraycopy(from.values[l], 0, value, 0, n);
    settleStart(l, stage);
    if (l > 0) {
      multiply(stage);
    }
    int padded = LineKernels.padded(n);
    // What stands behind the last unit stays away from zero.
    Arrays.fill(value, n, padded, 1);
    for (int i = 0; i < intervals; i++) {
      int count = l == 0 ? cross(from, to, n) : advance(stage, i, last);
      if (count > 0) {
        search(stage, i, l, count);
      }
      split(stage, i);
      double[] swap = value;
      value = nextValue;
      nextValue = swap;
    }
    if (!last) {
      magnitude = stage.steepest * Kernels.largest(peak, peak.length);
      error *= stage.steepest;
    }
  }

  /** The whole line is one interval of the first stage. */
  private int cross(ChainPoint from, ChainPoint to, int n) {
    difference(from.values[0], to.values[0], slopes.row(0), n);
    System.arraycopy(to.values[0], 0, nextValue, 0, n);
    int padded = LineKernels.padded(n);
    Arrays.fill(nextValue, n, padded, 1);
    return kernels.compare(value, nextValue, threshold, padded, found, peak);
  }

  /** Sets the tolerance of a stage and makes room. */
  private void prepare(int l, Stage stage, ChainPoint from, ChainPoint to) {
    int intervals = input.intervals();
    slopes.reserve(intervals, LineKernels.padded(stage.units));
    double summed = l == 0 ? Math.max(from.scale(), to.scale()) : Rounding.summed(stage, magnitude);
    error = Rounding.error(stage, error, summed, Math.sqrt(intervals));
    tolerance = Rounding.tolerance(error);
    threshold = 2 * tolerance * summed;
    output.clear();
    stageFlips.clear();
    crossings.clear();
    if (l > 0) {
      gains.start(chain.stages.get(l - 1), startActive[l - 1]);
    }
  }

  private void settleStart(int l, Stage stage) {
    Arrays.fill(peak, 0);
    double largest = 0;
    for (int o = 0; o < stage.units; o++) {
      if (Math.abs(value[o]) <= tolerance) {
        value[o] = 0;
      }
      active[o] = value[o] > 0;
      startActive[l][o] = active[o];
      largest = Math.max(largest, Math.abs(value[o]));
    }
    peak[0] = largest;
  }

  private static void difference(double[] from, double[] to, double[] slope, int n) {
    for (int o = 0; o < n; o++) {
      slope[o] = to[o] - from[o];
    }
  }

  /**
   * Finds the slopes of a stage's pre-activations where stages before the last one bend: these
   * depend on the stage before alone, so they can be multiplied together.
   */
  private void multiply(Stage stage) {
    int intervals = input.intervals();
    int flipCount = input.firstFlip(intervals);
    if (gainChange.length < flipCount) {
      gainChange = new double[2 * flipCount];
    }
    for (int i = 0; i < intervals; i++) {
      int endFlip = input.firstFlip(i + 1);
      for (int f = input.firstFlip(i); f < endFlip; f++) {
        gainChange[f] = gains.flip(input.flippedUnit(f));
      }
      if (input.startsWithParent(i)) {
        double[] passedOn = gains.passedOn(inputSlopes.row(input.parent(i)), factor, stage.inputs);
        batch.add(passedOn, gains.live(), gains.size(), slopes.row(i), stage);
      }
    }
    batch.flush(stage);
  }

  /**
   * Goes on to the end of interval i. Where only units of the stage just before flip at its start,
   * the slopes come from the interval before.
   */
  private int advance(Stage stage, int i, boolean last) {
    int n = LineKernels.padded(stage.units);
    double dt = input.end(i) - input.start(i);
    if (input.startsWithParent(i)) {
      current = slopes.row(i);
      return kernels.advance(current, value, nextValue, dt, threshold, n, found, peak);
    }
    double[] inputSlope = inputSlopes.row(input.parent(i));
    // Of the last stage the slopes are not needed again: one row stays in the cache.
    double[] base = current;
    double[] slope = last ? base : slopes.row(i);
    current = slope;
    int lastFlip = input.firstFlip(i + 1) - 1;
    for (int f = input.firstFlip(i); f < lastFlip; f++) {
      int j = input.flippedUnit(f);
      kernels.bend(stage.columns[j], gainChange[f] * inputSlope[j], base, slope, n);
      base = slope;
    }
    int j = input.flippedUnit(lastFlip);
    return kernels.bendAndAdvance(
        stage.columns[j],
        gainChange[lastFlip] * inputSlope[j],
        base,
        slope,
        value,
        nextValue,
        dt,
        threshold,
        n,
        found,
        peak);
  }

  /** Looks at the units found for crossings inside interval i and changes at its start. */
  private void search(Stage stage, int i, int l, int count) {
    for (int k = 0; k < count; k++) {
      int o = found[k];
      // Most units keep their sign and stay away from zero.
      if (value[o] * nextValue[o] <= tolerance * Math.abs(value[o]) && stage.watched[o]) {
        examine(o, i, l);
      }
    }
  }

  /** Settles what a unit does on interval i, by its signs at the ends. */
  private void examine(int o, int i, int l) {
    if (Math.abs(nextValue[o]) <= tolerance) {
      nextValue[o] = 0;
    }
    double a = value[o];
    double b = nextValue[o];
    boolean activeFirst = a > 0 || (a == 0 && b > 0);
    boolean activeLast = b > 0 || (b == 0 && a > 0);
    if (activeFirst != active[o]) {
      if (i == 0) {
        startActive[l][o] = activeFirst;
      } else {
        crossings.flipAtStart(o);
      }
    }
    if (activeFirst != activeLast) {
      double start = input.start(i);
      double length = input.end(i) - start;
      double blur = tolerance * length / Math.abs(a - b) + Rounding.UNIT;
      place(start + length * (a / (a - b)), blur, o, i, l);
    }
    active[o] = activeLast;
  }

  /** Puts a crossing inside interval i, or at the end that it cannot be told from. */
  private void place(double t, double blur, int o, int i, int l) {
    if (t - input.start(i) <= blur + input.startBlur(i)) {
      if (i == 0) {
        startActive[l][o] = !startActive[l][o];
      } else {
        crossings.flipAtStart(o);
      }
    } else if (input.end(i) - t <= blur + input.endBlur(i)) {
      crossings.flipAtEnd(o);
    } else {
      crossings.add(t, blur, o);
    }
  }

  /** Cuts interval i at the crossings found. */
  private void split(Stage stage, int i) {
    double start = input.start(i);
    output.open(start, input.startBlur(i), i);
    for (int k = 0; k < crossings.flipsAtStart(); k++) {
      flip(stage, start, crossings.flippedAtStart(k));
    }
    int first = 0;
    while (first < crossings.size()) {
      int end = crossings.groupEnd(first);
      int sharpest = crossings.sharpest(first, end);
      double t = crossings.time(sharpest);
      output.open(t, crossings.blur(sharpest), i);
      for (int k = first; k < end; k++) {
        flip(stage, t, crossings.unit(k));
      }
      first = end;
    }
    crossings.next();
  }

  private void flip(Stage stage, double t, int unit) {
    output.flip(unit);
    if (stage.bit[unit] >= 0) {
      stageFlips.add(t, stage.bit[unit]);
    }
  }
}
