package org.folding.core.walk;

/**
 * Finds where the units of a chain of narrow stages flip along a straight line, exactly, stage by
 * stage, from the values at breakpoints: what the units of a stage pass on is affine between its
 * breakpoints and those before, so the values of the next stage there settle its crossings.
 *
 * <p>One product for each breakpoint is more than {@link LineTracer} needs. But these are small,
 * and all of a stage are made at once, as are all comparisons; where stages are narrow that is what
 * counts. Zeros are decided as in {@link LineTracer}.
 */
final class BreakpointTracer implements Tracer {
  /** With more units in a stage, products take longer than what they save; as measured. */
  private static final int WIDEST = 24;

  /** With fewer stages {@link LineTracer} needs hardly any products. */
  private static final int FEWEST_STAGES = 3;

  private final Chain chain;
  private final boolean[][] startActive;
  private final PointKernels kernels = PointKernels.best();
  private final CrossingSearch search;
  // The values of the stage at work, and what the stage before passes on, at each breakpoint.
  private final Rows values = new Rows();
  private final Rows passedOn = new Rows();
  // Where each breakpoint lies between those of the stage before.
  private int[] parent = new int[64];
  private double[] part = new double[64];
  private int[] found = new int[0];
  private final double[] peak = new double[LineKernels.LANES];
  private Partition input = new Partition();
  private Partition output = new Partition();
  private final TraceFlips flips = new TraceFlips();
  private double inputError;
  private double norm;

  BreakpointTracer(Chain chain) {
    this.chain = chain;
    int widest = chain.widest();
    this.startActive = chain.flags();
    this.search = new CrossingSearch(widest);
  }

  /** Whether this is the fastest way through a chain that is not sparse. */
  static boolean isFor(Chain chain) {
    return chain.stages.size() >= FEWEST_STAGES
        && chain.stages.stream().allMatch(stage -> stage.units <= WIDEST);
  }

  @Override
  public FlipList flips() {
    return flips.inOrder();
  }

  @Override
  public boolean[] startActive(int stage) {
    return startActive[stage];
  }

  @Override
  public boolean trace(ChainPoint from, ChainPoint to) {
    input.reset();
    flips.clear();
    inputError = 0;
    norm = 0;
    int last = chain.stages.size() - 1;
    for (int l = 0; l <= last; l++) {
      Stage stage = chain.stages.get(l);
      traceStage(l, from, to);
      if (l == last) {
        flips.finish(stage, input, search.crossings());
        return true;
      }
      flips.split(stage, input, search.crossings(), output);
      passOn(stage);
      Partition finished = output;
      output = input;
      input = finished;
    }
    return true;
  }

  private void traceStage(int l, ChainPoint from, ChainPoint to) {
    Stage stage = chain.stages.get(l);
    int n = stage.stride;
    int intervals = input.intervals();
    double summed =
        l == 0 ? Math.max(from.scale(), to.scale()) : Rounding.summedOfNorm(stage, norm);
    double error = Rounding.error(stage, inputError, summed, 1);
    double tolerance = Rounding.tolerance(error);
    double threshold = Rounding.threshold(tolerance, summed);
    search.start(stage, input, tolerance, from.values[l], startActive[l]);
    values.reserve(intervals + PointKernels.ROWS, n);
    double[] z = values.data();
    kernels.apply(
        passedOn.data(),
        l == 0 ? 0 : chain.stages.get(l - 1).stride,
        stage.inputs,
        from.values[l],
        to.values[l],
        intervals,
        stage.weights,
        stage.bias,
        z,
        n);
    if (found.length <= (intervals + 1) * n) {
      found = new int[2 * (intervals + 1) * n];
    }
    int count = kernels.scan(z, intervals, n, stage.real, threshold, found, peak);
    search.examine(found, count, z, n);
    norm = stage.steepest * Math.sqrt(Math.max(from.squares(l), LineKernels.total(peak)));
    inputError = Rounding.passedOn(stage, inputError, error);
  }

  /** What the units of a stage pass on at the breakpoints inside the line. */
  private void passOn(Stage stage) {
    int n = stage.stride;
    int intervals = output.intervals();
    if (parent.length < intervals) {
      parent = new int[2 * intervals];
      part = new double[2 * intervals];
    }
    passedOn.reserve(intervals + PointKernels.ROWS, n);
    double[] y = passedOn.data();
    for (int i = 1; i < intervals; i++) {
      int p = output.parent(i);
      parent[i] = p;
      double start = input.start(p);
      part[i] = output.startsWithParent(i) ? 0 : (output.start(i) - start) / (input.end(p) - start);
    }
    kernels.passOn(values.data(), parent, part, 1, intervals, stage.slope, y, n);
    for (int i = 1; i < intervals; i++) {
      if (!output.startsWithParent(i)) {
        int end = output.firstFlip(i + 1);
        for (int f = output.firstFlip(i); f < end; f++) {
          y[i * n + output.flippedUnit(f)] = 0;
        }
      }
    }
  }
}
