package org.folding.engine.trace;

import java.util.Arrays;
import org.folding.engine.chain.Chain;
import org.folding.engine.chain.ChainPoint;
import org.folding.engine.chain.Rounding;
import org.folding.engine.chain.Stage;
import org.folding.engine.kernel.LineKernels;
import org.folding.engine.kernel.NearUnits;
import org.folding.engine.kernel.PointKernels;
import org.folding.engine.kernel.PointWeights;
import org.folding.engine.kernel.Rows;
import org.folding.engine.path.FlipList;

/**
 * Finds where the units of a chain of narrow stages flip along straight lines, exactly, stage by
 * stage, from the values at breakpoints: what the units of a stage pass on is affine between its
 * breakpoints and those before, so the values of the next stage there settle its crossings.
 *
 * <p>One product for each breakpoint is more than {@link LineTracer} needs. But these are small,
 * and all of a stage are made at once, for many lines, as are all comparisons; where stages are
 * narrow that is what counts. Zeros are decided as in {@link LineTracer}.
 */
final class BreakpointTracer implements Tracer {
  /** With more units in a stage, products take longer than what they save; as measured. */
  private static final int WIDEST = 24;

  /** With fewer stages {@link LineTracer} needs hardly any products. */
  private static final int FEWEST_STAGES = 3;

  /** More lines at a time bring no more; as measured. */
  private static final int LINES = 16;

  private final Chain chain;
  private final PointKernels kernels = PointKernels.best();
  private final CrossingSearch search;
  // Of each stage.
  private final PointWeights[] weights;
  // The values of the stage at work at each breakpoint.
  private final Rows values = new Rows();
  // What the stage before passes on at each breakpoint inside a line, and which these are.
  private final Rows passedOn = new Rows();
  private int inside;
  private int[] breakpoint = new int[64];
  // Where they lie between those of the stage before.
  private int[] parent = new int[64];
  private double[] part = new double[64];
  // Where each line starts among the breakpoints, and behind the last line their number.
  private final int[] first = new int[LINES + 1];
  private final NearUnits found = new NearUnits();
  private final double[] peak = new double[LINES * LineKernels.LANES];
  private Partition input = new Partition();
  private Partition output = new Partition();
  private final TraceFlips flips = new TraceFlips();
  // Of each line the error of what the stage before passes on, and its greatest norm.
  private final double[] inputError = new double[LINES];
  private final double[] norm = new double[LINES];
  private final double[] error = new double[LINES];

  BreakpointTracer(Chain chain) {
    this.chain = chain;
    this.search = new CrossingSearch(chain, LINES);
    this.weights =
        chain.stages.stream()
            .map(s -> new PointWeights(s.inputs, s.weights(), s.bias, s.stride))
            .toArray(PointWeights[]::new);
  }

  /** Whether this is the fastest way through a chain that is not sparse. */
  static boolean isFor(Chain chain) {
    return chain.stages.size() >= FEWEST_STAGES
        && chain.stages.stream().allMatch(stage -> stage.units <= WIDEST);
  }

  @Override
  public int mostLines() {
    return LINES;
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
  public boolean trace(LineBundle lines) {
    input.reset(lines.size());
    place(input);
    flips.clear();
    for (int m = 0; m < lines.size(); m++) {
      search.startLine(m, lines.from(m));
    }
    Arrays.fill(inputError, 0);
    Arrays.fill(norm, 0);
    int last = chain.stages.size() - 1;
    for (int l = 0; l <= last; l++) {
      Stage stage = chain.stages.get(l);
      traceStage(l, lines);
      if (l == last) {
        flips.finish(stage, input, search.crossings());
        return true;
      }
      flips.split(stage, input, search.crossings(), output);
      place(output);
      passOn(stage);
      Partition finished = output;
      output = input;
      input = finished;
    }
    return true;
  }

  private void traceStage(int l, LineBundle lines) {
    Stage stage = chain.stages.get(l);
    int n = stage.stride;
    int breakpoints = input.breakpoints();
    values.reserve(breakpoints + 1, n);
    double[] z = values.data();
    if (inside > 0) {
      int length = chain.stages.get(l - 1).stride;
      double[] x = passedOn.data();
      kernels.apply(x, length, breakpoint, inside, weights[l], z);
    }
    search.startStage(l, input);
    found.clear(breakpoints * n);
    int firstValue = chain.firstValue(l);
    for (int m = 0; m < lines.size(); m++) {
      kernels.copy(lines.from(m).values, firstValue, z, first[m] * n, n);
      kernels.copy(lines.to(m).values, firstValue, z, (first[m + 1] - 1) * n, n);
    }
    double largest = 0;
    for (int m = 0; m < lines.size(); m++) {
      ChainPoint from = lines.from(m);
      ChainPoint to = lines.to(m);
      double summed =
          l == 0 ? Math.max(from.scale(), to.scale()) : Rounding.summedOfNorm(stage, norm[m]);
      error[m] = Rounding.error(stage, inputError[m], summed, 1);
      double tolerance = Rounding.tolerance(error[m]);
      // A threshold that is too large for a line finds more than it needs, and nothing else.
      double product = tolerance * summed;
      largest = product > largest ? product : largest;
      search.settleStart(m, from, tolerance);
    }
    double threshold = Rounding.threshold(largest, 1);
    kernels.scan(z, first, lines.size(), n, stage.real, threshold, found, peak);
    search.examine(found, z, n);
    for (int m = 0; m < lines.size(); m++) {
      double squares =
          Math.max(lines.from(m).squares(l), LineKernels.total(peak, m * LineKernels.LANES));
      norm[m] = stage.steepest * Math.sqrt(squares);
      inputError[m] = Rounding.passedOn(stage, inputError[m], error[m]);
    }
  }

  /** Lists the breakpoints inside lines, and where they lie between those of the stage before. */
  private void place(Partition partition) {
    int breakpoints = partition.breakpoints();
    if (parent.length < breakpoints + PointKernels.ROWS) {
      breakpoint = new int[2 * (breakpoints + PointKernels.ROWS)];
      parent = new int[breakpoint.length];
      part = new double[breakpoint.length];
    }
    int count = 0;
    // Without branches: which of few breakpoints are ends cannot be foretold.
    for (int i = 0; i < breakpoints; i++) {
      breakpoint[count] = i;
      parent[count] = partition.parent(i);
      part[count] = 0;
      // The sign of t² − t, which is negative inside alone.
      double t = partition.start(i);
      count += (int) (Double.doubleToRawLongBits(t * t - t) >>> 63);
      first[partition.line(i) + 1] = i + 1;
    }
    inside = count;
    // There is room for a row behind the last one.
    Arrays.fill(breakpoint, count, count + PointKernels.ROWS, breakpoints);
  }

  /** What the units of a stage pass on at the breakpoints inside lines. */
  private void passOn(Stage stage) {
    int n = stage.stride;
    for (int f = 0; f < output.flips(); f++) {
      int i = output.flipPlace(f);
      if (!output.startsWithParent(i)) {
        int p = output.parent(i);
        double start = input.start(p);
        part[row(i)] = (output.start(i) - start) / (input.end(p) - start);
      }
    }
    passedOn.reserve(inside + PointKernels.ROWS, n);
    double[] y = passedOn.data();
    kernels.passOn(values.data(), parent, part, inside, stage.slope, y, n);
    for (int f = 0; f < output.flips(); f++) {
      int i = output.flipPlace(f);
      if (!output.startsWithParent(i)) {
        y[row(i) * n + output.flippedUnit(f)] = 0;
      }
    }
  }

  /** The number of a breakpoint inside a line among all these: the ends of lines are left out. */
  private int row(int i) {
    return i - 2 * output.line(i) - 1;
  }
}
