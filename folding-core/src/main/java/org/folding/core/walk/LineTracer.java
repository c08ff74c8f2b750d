package org.folding.core.walk;

import java.util.Arrays;

/**
 * Finds where the units of a chain flip along a straight line, exactly, stage by stage.
 *
 * <p>Between two breakpoints of the stages before, the pre-activations of a stage are affine in t:
 * z(t) = v + (t − t_i) · s. So each unit crosses zero at most once there, at a time found by one
 * division, and a unit's signs at the ends of the interval tell whether it does. The slopes s are
 * what is propagated: where only units of the stage just before flip, s changes by their columns of
 * weights, which costs O(units) each; elsewhere it is one product with the weights. Of the last
 * stage only the crossings are wanted, which takes less: see {@link LastStageSearch}.
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
  private final LineKernels kernels = LineKernels.best();
  private final CrossingSearch search;
  private final Sweep sweep;
  // Of the stage before, on the interval at hand.
  private final Gains gains;
  private final SlopeProducts products;
  private final LastStageSearch lastStage;
  // Of the stage at work and of the one before.
  private Rows slopes = new Rows();
  private Rows inputSlopes = new Rows();
  // Of the stage before the last one.
  private final Rows values = new Rows();
  private Partition input = new Partition();
  private Partition output = new Partition();
  private final FlipList stageFlips = new FlipList();
  private FlipList flips = new FlipList();
  private FlipList mergedFlips = new FlipList();
  private double error;
  // The largest magnitude that the stage before passes on.
  private double magnitude;

  LineTracer(Chain chain) {
    this.chain = chain;
    int widest = chain.widest();
    this.startActive = new boolean[chain.stages.size()][];
    for (int l = 0; l < chain.stages.size(); l++) {
      startActive[l] = new boolean[chain.stages.get(l).units];
    }
    this.index = new int[widest];
    this.factor = new double[widest];
    this.search = new CrossingSearch(widest);
    this.sweep = new Sweep(widest, search);
    this.gains = new Gains(widest);
    this.products = new SlopeProducts(widest);
    this.lastStage = new LastStageSearch(chain);
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
      if (stageFlips.size() > 0) {
        FlipList merged = mergedFlips;
        merged.merge(flips, stageFlips);
        mergedFlips = flips;
        flips = merged;
      }
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
    boolean last = l == chain.stages.size() - 1;
    int intervals = input.intervals();
    double summed = l == 0 ? Math.max(from.scale(), to.scale()) : Rounding.summed(stage, magnitude);
    error = Rounding.error(stage, error, summed, Math.sqrt(intervals));
    double tolerance = Rounding.tolerance(error);
    System.arraycopy(from.values[l], 0, sweep.before, 0, stage.units);
    // What stands behind the last unit stays away from zero.
    Arrays.fill(sweep.before, stage.units, stage.stride, 1);
    double largest = search.start(stage, input, tolerance, sweep.before, startActive[l]);
    if (last && lastStage.isWorthIt(intervals)) {
      lastStage.find(input, values.data(), inputSlopes.data(), from, to, tolerance, search);
    } else {
      sweep(l, from, to, 2 * tolerance * summed);
      largest = Math.max(largest, Kernels.largest(sweep.peak, sweep.peak.length));
    }
    split(stage);
    magnitude = stage.steepest * largest;
    error *= stage.steepest;
  }

  private void sweep(int l, ChainPoint from, ChainPoint to, double threshold) {
    Stage stage = chain.stages.get(l);
    int intervals = input.intervals();
    slopes.reserve(intervals, stage.stride);
    sweep.begin(intervals);
    sweep.weights = stage.weights;
    sweep.stride = stage.stride;
    sweep.slopes = slopes.data();
    // Nothing builds on the last stage: of it only the flips are wanted.
    sweep.keepSlopes = l < chain.stages.size() - 1;
    sweep.keepValues = lastStage.reads(l);
    if (sweep.keepValues) {
      values.reserve(intervals, stage.stride);
      sweep.values = values.data();
    }
    sweep.threshold = threshold;
    Arrays.fill(sweep.peak, 0);
    if (intervals == 1) {
      straight(from.values[l], to.values[l], stage);
    } else {
      describe(chain.stages.get(l - 1), startActive[l - 1], stage);
    }
    kernels.sweep(sweep);
  }

  /** Where nothing has bent so far the slopes are the differences of the ends. */
  private void straight(double[] from, double[] to, Stage stage) {
    double[] slope = slopes.data();
    for (int o = 0; o < stage.units; o++) {
      slope[o] = to[o] - from[o];
    }
    Arrays.fill(slope, stage.units, stage.stride, 0);
    sweep.interval(0, 1, true);
  }

  /** Describes the intervals to the sweep: the slopes where they start anew, and the bends. */
  private void describe(Stage before, boolean[] startsActive, Stage stage) {
    double[] inputSlope = inputSlopes.data();
    double[] slope = slopes.data();
    int intervals = input.intervals();
    gains.start(before, startsActive);
    for (int i = 0; i < intervals; i++) {
      boolean startsAnew = input.startsWithParent(i);
      int parentRow = input.parent(i) * before.stride;
      int endFlip = input.firstFlip(i + 1);
      for (int f = input.firstFlip(i); f < endFlip; f++) {
        int unit = input.flippedUnit(f);
        double change = gains.flip(unit);
        if (!startsAnew) {
          sweep.bend(unit * stage.stride, change * inputSlope[parentRow + unit]);
        }
      }
      sweep.interval(i, input.end(i) - input.start(i), startsAnew);
      if (startsAnew) {
        products.add(gains, inputSlope, parentRow, before.stride, stage, slope, i * stage.stride);
      }
    }
    products.flush(gains, before.stride, stage, slope);
  }

  /** Cuts the intervals at the crossings found. */
  private void split(Stage stage) {
    Crossings crossings = search.crossings();
    int intervals = input.intervals();
    crossings.sort(intervals);
    output.clear();
    stageFlips.clear();
    int size = crossings.size();
    int k = 0;
    for (int i = 0; i < intervals; i++) {
      double start = input.start(i);
      output.open(start, input.startBlur(i), i);
      while (k < size && crossings.interval(k) == i && crossings.isAtStart(k)) {
        if (crossings.isTakenBack(k)) {
          k += 2;
        } else {
          flip(stage, start, crossings.unit(k++));
        }
      }
      while (k < size && crossings.interval(k) == i) {
        int end = crossings.groupEnd(k);
        int sharpest = crossings.sharpest(k, end);
        double t = crossings.time(sharpest);
        output.open(t, crossings.blur(sharpest), i);
        for (; k < end; k++) {
          flip(stage, t, crossings.unit(k));
        }
      }
    }
  }

  private void flip(Stage stage, double t, int unit) {
    output.flip(unit);
    if (stage.bit[unit] >= 0) {
      stageFlips.add(t, stage.bit[unit]);
    }
  }
}
