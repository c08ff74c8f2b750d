package org.folding.engine.trace;

import java.util.Arrays;
import org.folding.engine.chain.Cells;
import org.folding.engine.chain.Chain;
import org.folding.engine.chain.ChainPoint;
import org.folding.engine.chain.Rounding;
import org.folding.engine.chain.Stage;
import org.folding.engine.kernel.CellKernels;
import org.folding.engine.kernel.LineKernels;
import org.folding.engine.kernel.PointLoops;
import org.folding.engine.kernel.TurnedUnits;
import org.folding.engine.path.FlipList;

/**
 * Finds flips like {@link LineTracer}, for chains with sparse stages, such as convolutions. What
 * goes from stage to stage are kinks: by how much which slopes change at which breakpoint. A
 * breakpoint of one unit bends only those cells of the next stages that can see it; all others are
 * left alone, as long as nothing bends them.
 */
final class KinkTracer implements Tracer {
  /** A thread's kinks may take about so much of the heap, all threads together. */
  private static final int SHARE_OF_HEAP = 8;

  private final Chain chain;
  private final int mostChanges;
  private final LineKernels lines = LineKernels.best();
  private final CellKernels kernels = CellKernels.best();
  private final CrossingSearch search;
  private final TraceFlips flips = new TraceFlips();
  private final KinkBends bends;
  private final KinkGains gains;
  // Of the stage at work: what its inputs pass on, and its own kinks.
  private final Kinks passedOn = new Kinks();
  private final CellKinks kinks = new CellKinks();
  private final double[] startSlope;
  // With the value of each unit at the breakpoint to which its cell was followed last.
  private final TurnedUnits units;
  private final double[] endValue;
  // That breakpoint.
  private final int[] since;
  private Partition input = new Partition();
  private Partition output = new Partition();
  // Of what the stage before passes on.
  private double inputError;
  private double magnitude;

  KinkTracer(Chain chain) {
    this(chain, mostChanges());
  }

  /**
   * @param mostChanges how many changes of slopes may be kept at a time; a line that needs more is
   *     not traced
   */
  KinkTracer(Chain chain, int mostChanges) {
    this.chain = chain;
    this.mostChanges = mostChanges;
    int widest = LineKernels.padded(chain.widest());
    this.search = new CrossingSearch(chain, 1);
    this.bends = new KinkBends(widest);
    this.gains = new KinkGains(widest);
    this.startSlope = new double[widest];
    this.units = new TurnedUnits(widest);
    this.endValue = new double[widest];
    this.since = new int[widest];
  }

  private static int mostChanges() {
    Runtime runtime = Runtime.getRuntime();
    long bytes = runtime.maxMemory() / SHARE_OF_HEAP / runtime.availableProcessors();
    // Arrays double when they grow, and are copied then.
    return (int) Math.min(Integer.MAX_VALUE / 2, bytes / Double.BYTES / 3);
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
    return 1;
  }

  @Override
  public boolean trace(LineBundle lines) {
    ChainPoint from = lines.from(0);
    ChainPoint to = lines.to(0);
    input.reset(1);
    flips.clear();
    search.startLine(0, from);
    passedOn.clear();
    inputError = 0;
    magnitude = 0;
    int stages = chain.stages.size();
    for (int l = 0; l < stages; l++) {
      Stage stage = chain.stages.get(l);
      double summed =
          l == 0 ? Math.max(from.scale(), to.scale()) : Rounding.summed(stage, magnitude);
      double error = Rounding.error(stage, inputError, summed, Math.sqrt(input.intervals()));
      if (!bends.bend(stage, passedOn, input.intervals(), mostChanges, kinks)) {
        return false;
      }
      setOut(stage, from.values, to.values, chain.firstValue(l));
      double tolerance = Rounding.tolerance(error);
      double largest = PointLoops.largest(units.values, stage.units);
      search.startStage(l, input);
      search.settleStart(0, from, tolerance);
      magnitude = stage.steepest * Math.max(largest, follow(stage, tolerance));
      inputError = Rounding.passedOn(stage, inputError, error);
      if (l + 1 == stages) {
        flips.finish(stage, input, search.crossings());
        return true;
      }
      flips.split(stage, input, search.crossings(), output);
      gains.pass(stage, startActive(), chain.firstUnit(l), startSlope, kinks, output, passedOn);
      Partition finished = output;
      output = input;
      input = finished;
    }
    return true;
  }

  /** Values and slopes at the start: the ends of the line tell, as all kinks between are known. */
  private void setOut(Stage stage, double[] from, double[] to, int at) {
    System.arraycopy(from, at, units.values, 0, stage.units);
    System.arraycopy(to, at, endValue, 0, stage.units);
    for (int o = 0; o < stage.units; o++) {
      startSlope[o] = endValue[o] - units.values[o];
    }
    // What stands behind the last unit stays away from zero.
    for (int o = stage.units; o < stage.stride; o++) {
      units.values[o] = 1;
      endValue[o] = 1;
      startSlope[o] = 0;
    }
    for (int i = 1; i < input.intervals(); i++) {
      double rest = 1 - input.start(i);
      for (int k = kinks.first(i); k < kinks.first(i + 1); k++) {
        int start = stage.cells.start(kinks.cell(k));
        int size = stage.cells.size(kinks.cell(k));
        lines.bend(kinks.changes(), kinks.at(k), -rest, startSlope, start, start, size);
      }
    }
    System.arraycopy(startSlope, 0, units.slopes, 0, stage.stride);
  }

  /**
   * Follows each cell from kink to kink.
   *
   * @return the largest magnitude of a value
   */
  private double follow(Stage stage, double tolerance) {
    Cells cells = stage.cells;
    Arrays.fill(since, 0, cells.count(), 0);
    Arrays.fill(units.peak, 0);
    units.tolerance = tolerance;
    int[] found = units.found;
    double[] value = units.values;
    int intervals = input.intervals();
    for (int i = 1; i < intervals; i++) {
      double t = input.start(i);
      int end = kinks.first(i + 1);
      for (int k = kinks.first(i); k < end; k++) {
        int c = kinks.cell(k);
        int start = cells.start(c);
        int count =
            kernels.turn(
                units,
                start,
                cells.size(c),
                t - input.start(since[c]),
                kinks.changes(),
                kinks.at(k));
        for (int f = 0; f < count; f++) {
          int o = start + found[f];
          examine(stage, since[c], i - 1, o, units.before[found[f]], value[o]);
        }
        since[c] = i;
      }
    }
    int count = kernels.compare(value, endValue, stage.stride, tolerance, found, units.peak);
    for (int f = 0; f < count; f++) {
      int o = found[f];
      examine(stage, since[cells.of(o)], intervals - 1, o, value[o], endValue[o]);
    }
    return PointLoops.largest(units.peak, units.peak.length);
  }

  private void examine(Stage stage, int first, int last, int o, double a, double b) {
    if (o < stage.units) {
      search.examine(0, first, last, o, a, b);
    }
  }
}
