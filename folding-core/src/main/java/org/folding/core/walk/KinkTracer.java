package org.folding.core.walk;

import java.util.Arrays;

/**
 * Finds flips like {@link LineTracer}, for chains with sparse stages, such as convolutions. What
 * goes from stage to stage are kinks: by how much which slopes change at which breakpoint. A
 * breakpoint of one unit bends only those units of the next stages that can see it; all others are
 * left alone, as long as nothing bends them.
 */
final class KinkTracer implements Tracer {
  private final Chain chain;
  private final LineKernels kernels = LineKernels.best();
  private final boolean[][] startActive;
  private final CrossingSearch search;
  private final TraceFlips flips = new TraceFlips();
  private final UnitChanges changes;
  // Of the stage at work: what its inputs do, what its units do, and what they pass on.
  private Kinks inputKinks = new Kinks();
  private Kinks passedOn = new Kinks();
  private final Kinks kinks = new Kinks();
  private final double[] startSlope;
  private final double[] slope;
  private final double[] value;
  private final double[] gain;
  // The breakpoint at which each unit was looked at last.
  private final int[] since;
  private Partition input = new Partition();
  private Partition output = new Partition();
  private double error;
  private double magnitude;

  KinkTracer(Chain chain) {
    this.chain = chain;
    int widest = LineKernels.padded(chain.widest());
    this.startActive = new boolean[chain.stages.size()][];
    Arrays.setAll(startActive, l -> new boolean[chain.stages.get(l).units]);
    this.search = new CrossingSearch(widest);
    this.changes = new UnitChanges(widest);
    this.startSlope = new double[widest];
    this.slope = new double[widest];
    this.value = new double[widest];
    this.gain = new double[widest];
    this.since = new int[widest];
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
  public void trace(ChainPoint from, ChainPoint to) {
    input.reset();
    flips.clear();
    inputKinks.clear();
    error = 0;
    magnitude = 0;
    for (int l = 0; l < chain.stages.size(); l++) {
      Stage stage = chain.stages.get(l);
      double summed =
          l == 0 ? Math.max(from.scale(), to.scale()) : Rounding.summed(stage, magnitude);
      error = Rounding.error(stage, error, summed, Math.sqrt(input.intervals()));
      bend(stage);
      setOut(stage, from.values[l], to.values[l]);
      double largest = search.start(stage, input, Rounding.tolerance(error), value, startActive[l]);
      magnitude = stage.steepest * Math.max(largest, follow(stage, Rounding.tolerance(error)));
      error *= stage.steepest;
      flips.split(stage, input, search.crossings(), output);
      if (l + 1 < chain.stages.size()) {
        passOn(stage, startActive[l]);
      }
      Partition finished = output;
      output = input;
      input = finished;
    }
  }

  /** The kinks of a stage's units. */
  private void bend(Stage stage) {
    kinks.clear();
    for (int i = 1; i < input.intervals(); i++) {
      int end = inputKinks.first(i + 1);
      for (int k = inputKinks.first(i); k < end; k++) {
        int j = inputKinks.unit(k);
        double by = inputKinks.change(k);
        if (stage.sparse == null) {
          double[] sums = changes.sums();
          kernels.bend(stage.weights, j * stage.stride, by, sums, 0, 0, stage.stride);
        } else {
          stage.sparse.add(j, by, changes);
        }
      }
      if (stage.sparse == null && inputKinks.first(i) < end) {
        changes.touchAll(stage.units);
      }
      changes.moveTo(kinks);
      kinks.end();
    }
  }

  /** Values and slopes at the start: the ends of the line tell, as all kinks between are known. */
  private void setOut(Stage stage, double[] from, double[] to) {
    for (int o = 0; o < stage.units; o++) {
      value[o] = from[o];
      startSlope[o] = to[o] - from[o];
      since[o] = 0;
    }
    for (int i = 1; i < input.intervals(); i++) {
      double rest = 1 - input.start(i);
      for (int k = kinks.first(i); k < kinks.first(i + 1); k++) {
        startSlope[kinks.unit(k)] -= rest * kinks.change(k);
      }
    }
    System.arraycopy(startSlope, 0, slope, 0, stage.units);
  }

  /**
   * Follows each unit from kink to kink.
   *
   * @return the largest magnitude of a value
   */
  private double follow(Stage stage, double tolerance) {
    double largest = 0;
    int intervals = input.intervals();
    for (int i = 1; i < intervals; i++) {
      double t = input.start(i);
      for (int k = kinks.first(i); k < kinks.first(i + 1); k++) {
        int o = kinks.unit(k);
        largest = Math.max(largest, Math.abs(goOn(o, i, t, tolerance)));
        slope[o] += kinks.change(k);
      }
    }
    for (int o = 0; o < stage.units; o++) {
      largest = Math.max(largest, Math.abs(goOn(o, intervals, 1, tolerance)));
    }
    return largest;
  }

  /** Takes a unit to the breakpoint i, at time t; returns its value there. */
  private double goOn(int o, int i, double t, double tolerance) {
    double before = value[o];
    double after = Math.fma(t - input.start(since[o]), slope[o], before);
    if (before * after <= tolerance * Math.max(Math.abs(before), Math.abs(after))) {
      if (Math.abs(after) <= tolerance) {
        after = 0;
      }
      search.examine(since[o], i - 1, o, before, after);
    }
    value[o] = after;
    since[o] = i;
    return after;
  }

  /** What the units pass on: their kinks where they are active, and what their flips change. */
  private void passOn(Stage stage, boolean[] active) {
    System.arraycopy(startSlope, 0, slope, 0, stage.units);
    for (int o = 0; o < stage.units; o++) {
      gain[o] = active[o] ? 1 : stage.slope[o];
    }
    passedOn.clear();
    for (int i = 1; i < output.intervals(); i++) {
      if (output.startsWithParent(i)) {
        int parent = output.parent(i);
        for (int k = kinks.first(parent); k < kinks.first(parent + 1); k++) {
          int o = kinks.unit(k);
          slope[o] += kinks.change(k);
          if (gain[o] != 0) {
            passedOn.add(o, gain[o] * kinks.change(k));
          }
        }
      }
      for (int f = output.firstFlip(i); f < output.firstFlip(i + 1); f++) {
        int o = output.flippedUnit(f);
        double before = gain[o];
        gain[o] = before == 1 ? stage.slope[o] : 1;
        passedOn.add(o, (gain[o] - before) * slope[o]);
      }
      passedOn.end();
    }
    Kinks swap = inputKinks;
    inputKinks = passedOn;
    passedOn = swap;
  }
}
