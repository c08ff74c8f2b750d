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
final class LineTracer implements Tracer {
  /** For what is found on so many intervals there is room before they are gone through. */
  private static final int ROOM = 32;

  /** Lines that start at one point share what depends on it. */
  private static final int LINES = 8;

  private final Chain chain;
  private final LineKernels kernels = LineKernels.best();
  private final CrossingSearch search;
  // Of the stage before, on the interval at hand.
  private final Gains gains;
  private final SlopeProducts products;
  private final StartSlopes starts;
  // Whether the line at hand sets out as these take it to.
  private boolean startsHold;
  private final LastStageSearch lastStage;
  private final StageSweep sweep = new StageSweep();
  private final Candidates candidates = sweep.candidates;
  // Of the stage at work and of the one before.
  private Rows slopes = new Rows();
  private Rows inputSlopes = new Rows();
  // Where each interval starts; of most stages only those at hand.
  private final Rows values = new Rows();
  // The square of the greatest norm of values is at most the sum of these.
  private final double[] peak = new double[LineKernels.LANES];
  private Partition input = new Partition();
  private Partition output = new Partition();
  private final TraceFlips flips = new TraceFlips();
  // What each flip of the stage before adds to the slopes, times its column of weights.
  private double[] bend = new double[64];
  // The error of what the stage before passes on, and its greatest norm.
  private double inputError;
  private double norm;

  LineTracer(Chain chain) {
    this.chain = chain;
    int widest = chain.widest();
    int stages = chain.stages.size();
    this.search = new CrossingSearch(chain, LINES);
    this.gains = new Gains(widest);
    this.products = new SlopeProducts();
    this.lastStage = new LastStageSearch(chain);
    this.starts = new StartSlopes(chain, lastStage.exists() ? stages - 1 : stages, LINES);
  }

  @Override
  public FlipList flips() {
    return flips.inOrder();
  }

  @Override
  public byte[] startActive() {
    return search.startActive();
  }

  @Override
  public int mostLines() {
    return LINES;
  }

  @Override
  public boolean trace(LineBundle lines) {
    flips.clear();
    starts.find(lines);
    for (int m = 0; m < lines.size(); m++) {
      traceLine(m, lines.from(m), lines.to(m));
    }
    return true;
  }

  private void traceLine(int line, ChainPoint from, ChainPoint to) {
    input.reset(1);
    flips.startLines();
    search.startLine(line, from);
    inputError = 0;
    norm = 0;
    startsHold = true;
    for (int l = 0; l < chain.stages.size(); l++) {
      traceStage(l, line, from, to);
      startsHold &= search.startIsClear(line);
      Partition finished = output;
      output = input;
      input = finished;
      Rows traced = slopes;
      slopes = inputSlopes;
      inputSlopes = traced;
    }
  }

  private void traceStage(int l, int line, ChainPoint from, ChainPoint to) {
    Stage stage = chain.stages.get(l);
    boolean last = l == chain.stages.size() - 1;
    int firstUnitBefore = l == 0 ? 0 : line * chain.units() + chain.firstUnit(l - 1);
    int intervals = input.intervals();
    double summed =
        l == 0 ? Math.max(from.scale(), to.scale()) : Rounding.summedOfNorm(stage, norm);
    double error = Rounding.error(stage, inputError, summed, Math.sqrt(intervals));
    double tolerance = Rounding.tolerance(error);
    boolean searched =
        last && l > 0 && lastStage.isWorthIt(intervals, startActive(), firstUnitBefore);
    boolean kept = lastStage.reads(l);
    if (searched) {
      // The values of the stage before are still wanted.
      lastStage.pass(input, values.data(), inputSlopes.data(), to);
    }
    search.startStage(l, input);
    search.settleStart(line, from, tolerance);
    if (searched) {
      lastStage.find(line, from, to, tolerance, search);
    } else {
      double threshold = Rounding.threshold(tolerance, summed);
      slopes.reserve(intervals, stage.stride);
      if (intervals == 1) {
        // Where nothing has bent so far the slopes are the differences of the ends.
        kernels.subtract(
            to.values, from.values, chain.firstValue(l), slopes.data(), 0, stage.stride);
      } else {
        multiply(l, line, firstUnitBefore);
      }
      Arrays.fill(peak, 0);
      if (last || (intervals == 1 && !kept)) {
        sweep(l, line, from.values, threshold);
      } else {
        follow(l, line, from.values, threshold, kept);
      }
    }
    if (last) {
      flips.finish(stage, input, search.crossings());
      return;
    }
    flips.split(stage, input, search.crossings(), output);
    // Where a stage is straight its norm is greatest at an end of the line.
    double squares = Math.max(from.squares(l), to.squares(l));
    norm = stage.steepest * Math.sqrt(Math.max(squares, LineKernels.total(peak)));
    inputError = Rounding.passedOn(stage, inputError, error);
  }

  /**
   * Finds the slopes of a stage's pre-activations where stages before the last one bend: these
   * depend on the stage before alone, so they can be multiplied together. The slopes of the stage
   * before are used up.
   */
  private void multiply(int l, int line, int firstUnitBefore) {
    Stage before = chain.stages.get(l - 1);
    Stage stage = chain.stages.get(l);
    int flipCount = input.flips();
    if (bend.length < flipCount) {
      bend = new double[2 * flipCount];
    }
    boolean isMade = startsHold && starts.has(l);
    if (isMade) {
      int n = stage.stride;
      System.arraycopy(starts.of(l), line * n, slopes.data(), 0, n);
      if (input.isOneIntervalCut()) {
        bendOnce(before, firstUnitBefore);
        return;
      }
    }
    multiplyRows(before, stage, firstUnitBefore, isMade);
  }

  /** What the flips of an interval bring about, where each unit flips once at most. */
  private void bendOnce(Stage before, int firstUnitBefore) {
    double[] inputSlope = inputSlopes.data();
    byte[] active = startActive();
    for (int f = 0; f < input.flips(); f++) {
      int unit = input.flippedUnit(f);
      double change = before.slope[unit] - 1;
      bend[f] = (active[firstUnitBefore + unit] != 0 ? change : -change) * inputSlope[unit];
    }
  }

  /**
   * Multiplies the rows, and finds what each flip brings about.
   *
   * @param isMade whether the first row was multiplied before
   */
  private void multiplyRows(Stage before, Stage stage, int firstUnitBefore, boolean isMade) {
    double[] inputSlope = inputSlopes.data();
    gains.start(before, startActive(), firstUnitBefore);
    products.start(before, stage, inputSlope, slopes.data());
    if (!isMade) {
      // Alone, so that no other product depends on whether this one was made before.
      products.add(gains, 0, 0);
      products.finish(gains);
    }
    int intervals = input.intervals();
    for (int i = 1; i < intervals; i++) {
      int parentRow = input.parent(i) * before.stride;
      int endFlip = input.firstFlip(i + 1);
      boolean isRow = input.startsWithParent(i);
      if (isRow) {
        products.endRow(gains);
      }
      for (int f = input.firstFlip(i); f < endFlip; f++) {
        int unit = input.flippedUnit(f);
        bend[f] = gains.flip(unit) * inputSlope[parentRow + unit];
      }
      if (isRow) {
        products.add(gains, parentRow, i * stage.stride);
      }
    }
    products.finish(gains);
  }

  /** Finds crossings where nothing else is wanted. */
  private void sweep(int l, int line, double[] start, double threshold) {
    Stage stage = chain.stages.get(l);
    int first = chain.firstValue(l);
    sweep.start(stage.weights, stage.real, threshold, start, first, slopes.data());
    sweep.addSteps(input, bend);
    kernels.sweep(sweep);
    search.examine(line, sweep.candidates);
  }

  /**
   * Goes through the intervals. Where only units of the stage just before flip at the start of one,
   * its slopes come from the interval before.
   *
   * @param start the values of all stages at the start of the line
   * @param keepValues whether the values at the start of each interval are wanted
   */
  private void follow(int l, int line, double[] start, double threshold, boolean keepValues) {
    Stage stage = chain.stages.get(l);
    double[] slope = slopes.data();
    int n = stage.stride;
    int intervals = input.intervals();
    values.reserve(keepValues ? intervals + 1 : 2, n);
    double[] value = values.data();
    System.arraycopy(start, chain.firstValue(l), value, 0, n);
    // What stands behind the last unit stays away from zero, so that it is not found.
    Arrays.fill(value, stage.units, n, 2 * Math.sqrt(threshold));
    candidates.clear();
    candidates.startLog(LineKernels.LANES);
    int at = 0;
    int from = 0;
    for (int i = 0; i < intervals; i++) {
      if (i % ROOM == 0) {
        candidates.reserveEvents(ROOM * LineKernels.mostEvents(n));
      }
      double dt = input.end(i) - input.start(i);
      int to = keepValues ? from + n : n - from;
      if (input.startsWithParent(i)) {
        at = i * n;
        kernels.advance(slope, at, dt, value, from, to, n, threshold, i, candidates, peak);
      } else {
        int last = input.firstFlip(i + 1) - 1;
        int bent = i * n;
        for (int f = input.firstFlip(i); f < last; f++) {
          kernels.bend(stage.weights, input.flippedUnit(f) * n, bend[f], slope, at, bent, n);
          at = bent;
        }
        int column = input.flippedUnit(last) * n;
        kernels.bendAndAdvance(
            stage.weights,
            column,
            bend[last],
            slope,
            at,
            bent,
            dt,
            value,
            from,
            to,
            n,
            threshold,
            i,
            candidates,
            peak);
        at = bent;
      }
      from = to;
    }
    kernels.list(candidates, threshold);
    search.examine(line, candidates);
  }
}
