package org.folding.engine.trace;

import org.folding.engine.chain.Chain;
import org.folding.engine.chain.ChainPoint;
import org.folding.engine.chain.Rounding;
import org.folding.engine.chain.Stage;
import org.folding.engine.kernel.Candidates;
import org.folding.engine.kernel.Initializer;
import org.folding.engine.kernel.LineKernels;
import org.folding.engine.kernel.Rows;
import org.folding.engine.path.FlipList;
import org.jspecify.annotations.Nullable;

/**
 * Finds where the units of a chain flip along a straight line, exactly, stage by stage.
 *
 * <p>Between two breakpoints of the stages before, the pre-activations of a stage are affine in t:
 * z(t) = v + (t − t_i) · s. So each unit crosses zero at most once there, at a time found by one
 * division, and a unit's signs at the ends of the interval tell whether it does. The slopes s are
 * what is propagated: where only units of the stage just before flip, s changes by their columns of
 * weights, which costs O(units) each; elsewhere it is one product with the weights. Of the last
 * stage only the crossings are wanted, which takes less: see {@link LastStageSearch}. Where few
 * units of a stage are active at a time only those that may be are followed: see {@link
 * ActivityBounds}.
 *
 * <p>A value counts as zero when it is smaller than the rounding errors that may have gone into it.
 * Its magnitude then is an unknown, and its sign is replaced by zero: a unit that touches zero does
 * not flip, a unit that is zero on a whole interval is inactive there, and a unit that crosses at a
 * breakpoint of others flips exactly there. Crossings that are closer in time than they are certain
 * happen at once.
 */
final class LineTracer implements Tracer {
  /** Lines that start at one point share what depends on it. */
  private static final int LINES = 8;

  /** With so few inputs that are ever not zero the last stage is evaluated at all breakpoints. */
  private static final int FEW_INPUTS = 32;

  private final Chain chain;
  private final LineKernels kernels = LineKernels.best();
  private final CrossingSearch search;
  private final StartSlopes starts;
  // Whether the line at hand sets out as these take it to.
  private boolean startsHold;
  private final ActivityBounds activity;
  private final BentSlopes bentSlopes;
  private final StageFollower follower = new StageFollower();
  private final @Nullable LastStageSearch lastStage;
  private final CrossingSweeps sweeps = new CrossingSweeps();
  // For the units of the stage at work and of the one before, where some are chosen.
  private ChosenUnits chosenUnits = new ChosenUnits();
  private ChosenUnits chosenInputs = new ChosenUnits();
  // Of the stage at work and of the one before; the first stage reads no units.
  private FollowedUnits units = chosenUnits;
  private FollowedUnits inputUnits = chosenInputs;
  private Rows slopes = new Rows();
  private Rows inputSlopes = new Rows();
  // For slopes of chosen units where those of all are wanted.
  private Rows spreadSlopes = new Rows();
  // What the stage before was given, what it made of it, and what the stage at work makes of that.
  private Partition parents = new Partition();
  private Partition input = new Partition();
  private Partition output = new Partition();
  private final TraceFlips flips = new TraceFlips();
  // The line at hand.
  private int line;
  private ChainPoint from;
  private ChainPoint to;
  // The error of what the stage before passes on, and its greatest norm.
  private double inputError;
  private double norm;

  LineTracer(Chain chain) {
    this.chain = chain;
    int stages = chain.stages.size();
    this.search = new CrossingSearch(chain, LINES);
    this.bentSlopes = new BentSlopes(chain.widest());
    this.activity = new ActivityBounds(chain);
    this.lastStage = LastStageSearch.of(chain);
    this.starts = new StartSlopes(chain, lastStage == null ? stages : stages - 1, LINES);
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
      startLine(m, lines.from(m), lines.to(m));
      traceLine();
    }
    return true;
  }

  @Initializer
  private void startLine(int number, ChainPoint start, ChainPoint end) {
    line = number;
    from = start;
    to = end;
  }

  private void traceLine() {
    input.reset(1);
    flips.startLines();
    search.startLine(line, from);
    inputError = 0;
    norm = 0;
    startsHold = true;
    for (int l = 0; l < chain.stages.size(); l++) {
      traceStage(l);
      startsHold &= search.startIsClear(line);
      Partition finished = output;
      output = parents;
      parents = input;
      input = finished;
      Rows traced = slopes;
      slopes = inputSlopes;
      inputSlopes = traced;
      inputUnits = units;
      ChosenUnits chosen = chosenUnits;
      chosenUnits = chosenInputs;
      chosenInputs = chosen;
    }
  }

  private void traceStage(int l) {
    Stage stage = chain.stages.get(l);
    boolean last = l == chain.stages.size() - 1;
    double summed =
        l == 0 ? Math.max(from.scale(), to.scale()) : Rounding.summedOfNorm(stage, norm);
    double error = Rounding.error(stage, inputError, summed, Math.sqrt(input.intervals()));
    double tolerance = Rounding.tolerance(error);
    double threshold = Rounding.threshold(tolerance, summed);
    double slack = Rounding.singleSlack(stage, norm, summed, tolerance);
    search.startStage(l, input);
    search.settleStart(line, from, tolerance);
    if (last) {
      findCrossings(l, tolerance, slack, threshold);
      flips.finish(stage, input, search.crossings());
      return;
    }
    chooseUnits(l, slack);
    double squares = follow(l, threshold);
    flips.split(stage, input, search.crossings(), output);
    // Where a stage is straight its norm is greatest at an end of the line.
    squares = Math.max(squares, Math.max(from.squares(l), to.squares(l)));
    norm = stage.steepest * Math.sqrt(squares);
    inputError = Rounding.passedOn(stage, inputError, error);
  }

  /** Chooses which units of a stage are followed. */
  private void chooseUnits(int l, double slack) {
    boolean someDo =
        activity.isWanted(l)
            && activity.follow(
                parents, input, inputUnits, follower.values(), startActive(), firstUnit(l - 1))
            && activity.choose(l, from, to, slack, chosenUnits);
    units = someDo ? chosenUnits : all(l);
  }

  private AllUnits all(int l) {
    return new AllUnits(chain.stages.get(l), from.values, chain.firstValue(l));
  }

  /** Finds the crossings of the last stage, of which nothing else is wanted. */
  private void findCrossings(int l, double tolerance, double slack, double threshold) {
    if (l > 0 && !inputUnits.isAll() && inputUnits.count() <= FEW_INPUTS) {
      search.examine(
          line,
          sweeps.byValues(
              all(l), inputUnits, input, follower.values(), inputSlopes.data(), threshold));
      return;
    }
    chooseUnits(l, slack);
    boolean isWhole = units.isAll() && (l == 0 || inputUnits.isAll());
    if (lastStage != null
        && isWhole
        && lastStage.isWorthIt(input.intervals(), startActive(), firstUnit(l - 1))) {
      lastStage.pass(input, follower.values(), inputSlopes.data(), to);
      lastStage.find(line, from, to, tolerance, search);
    } else {
      sweep(threshold, findSlopes(l));
    }
  }

  /**
   * Finds the crossings of a stage, and its slopes on all intervals.
   *
   * @return the square of the greatest norm of its values in between is at most this
   */
  private double follow(int l, double threshold) {
    double[] slope = findSlopes(l);
    int intervals = input.intervals();
    boolean isReadLater = (lastStage != null && lastStage.reads(l)) || activity.reads(l);
    boolean keepValues = isReadLater || !units.isAll();
    if (intervals == 1 && !keepValues) {
      sweep(threshold, slope);
      return 0;
    }
    Candidates candidates =
        follower.follow(units, inputUnits, input, slope, bentSlopes.bend(), threshold, keepValues);
    units.number(candidates);
    search.examine(line, candidates);
    return follower.largestSquares();
  }

  /**
   * Finds the slopes of the units that are followed on each interval that starts with its parent,
   * and what each flip adds to them.
   */
  private double[] findSlopes(int l) {
    Stage stage = chain.stages.get(l);
    int intervals = input.intervals();
    // At the end of the line there is a row of no meaning.
    slopes.reserve(intervals + 1, units.stride());
    double[] slope = slopes.data();
    if (intervals == 1) {
      // Where nothing has bent so far the slopes are the differences of the ends.
      kernels.subtract(to.values, from.values, chain.firstValue(l), slope, 0, units.stride());
      return slope;
    }
    if (units.isAll() && inputUnits instanceof ChosenUnits some) {
      spreadInputs(l - 1, some);
    }
    StageInputs before =
        new StageInputs(chain.stages.get(l - 1), inputUnits, startActive(), firstUnit(l - 1));
    boolean isMade = startsHold && starts.has(l);
    if (isMade) {
      units.gather(starts.of(l), line * stage.stride, slope);
    }
    // Units are chosen where stages before bend the line, so here all are followed.
    if (isMade && input.isOneIntervalCut()) {
      bentSlopes.bendOnce(before, input, inputSlopes.data());
    } else {
      bentSlopes.multiply(before, units.weights(), input, inputSlopes.data(), slope, isMade);
    }
    return slope;
  }

  /** Gives the slopes of the stage before a place for each of its units. */
  private void spreadInputs(int before, ChosenUnits some) {
    int rows = parents.intervals();
    int n = chain.stages.get(before).stride;
    spreadSlopes.reserve(rows, n);
    some.spread(inputSlopes.data(), rows, spreadSlopes.data(), n);
    inputUnits = all(before);
    Rows spread = spreadSlopes;
    spreadSlopes = inputSlopes;
    inputSlopes = spread;
  }

  /** Where the units of a stage are among those of all lines and stages; for none, anywhere. */
  private int firstUnit(int l) {
    return l < 0 ? 0 : line * chain.units() + chain.firstUnit(l);
  }

  /** Finds crossings where nothing else is wanted. */
  private void sweep(double threshold, double[] slope) {
    search.examine(
        line, sweeps.bySlopes(units, inputUnits, input, slope, bentSlopes.bend(), threshold));
  }
}
