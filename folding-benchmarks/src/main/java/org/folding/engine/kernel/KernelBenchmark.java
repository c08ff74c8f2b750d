package org.folding.engine.kernel;

import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Each inner loop of the exact walk alone, on the Vector API and in plain Java, in nanoseconds. It
 * is in the package of the kernels, which nothing outside needs to see.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class KernelBenchmark {
  private static final int ROWS = 64;
  private static final int LINES = 8;

  /** How many units a stage has; whole vectors. */
  @Param({"8", "32", "120", "304"})
  public int units;

  /** Which implementation. */
  @Param({"vector", "plain"})
  public String kernels;

  private LineKernels line;
  private CellKernels cells;
  private PointKernels points;
  private double[] weights;
  private double[] rows;
  private double[] breakpoints;
  private double[] parts;
  private int[] parents;
  private int[] targets;
  private int[] lineStarts;
  private double[] slopes;
  private double[] values;
  private Weights matrix;
  private RowBatch batch;
  private RowBatch single;
  private double[] norm;
  private double[] real;
  private StageSweep sweep;
  private ValueSweep valueSweep;
  private SpanRows spans;
  private int[] signs;
  private SingleWeights singleWeights;
  private StrayRows strays;
  private TurnedUnits turned;
  private PointWeights pointWeights;
  private final FollowedRows followed = new FollowedRows();
  private final RowBends bends = new RowBends();
  private final StrayLimit limit = new StrayLimit();
  private final double[] partial = new double[LineKernels.LANES];
  private final double[] peak = new double[LineKernels.LANES];
  private final NearUnits near = new NearUnits();
  private final double[] peaks = new double[LINES * LineKernels.LANES];
  private int[] chosen;
  private int[] start;
  private int[] found;
  private int[] starts;
  private double[] sums;

  /** Draws numbers; half of the columns take part in products, as behind a ReLU. */
  @Setup
  public void draw() {
    boolean vector = kernels.equals("vector");
    line = vector ? LineKernels.best() : new PlainKernels();
    cells = vector ? CellKernels.best() : new PlainCellKernels();
    points = vector ? PointKernels.best() : new PlainPointKernels();
    if (vector && line instanceof PlainKernels) {
      throw new IllegalStateException("run with --add-modules jdk.incubator.vector");
    }
    Random random = new Random(1);
    weights = random.doubles((long) units * units, -1, 1).toArray();
    slopes = random.doubles(2L * units, -1, 1).toArray();
    // Far from zero: units that are found are the business of others.
    values = random.doubles(2L * units, 10, 20).toArray();
    real = DoubleStream.generate(() -> 1).limit(units).toArray();
    norm = random.doubles(units, 0, 1).toArray();
    chosen = IntStream.range(0, units / 2).map(k -> 2 * k).toArray();
    matrix = new StageWeights(weights, units, units);
    batch = batch(random, ROWS);
    single = batch(random, 1);
    rows = new double[(ROWS + PointKernels.ROWS) * units];
    breakpoints = random.doubles((long) (ROWS + PointKernels.ROWS) * units, 10, 20).toArray();
    parents = IntStream.range(0, ROWS).toArray();
    parts = random.doubles(ROWS).toArray();
    targets = IntStream.range(0, ROWS).toArray();
    lineStarts = IntStream.rangeClosed(0, LINES).map(m -> m * ROWS / LINES).toArray();
    start = IntStream.range(0, ROWS).map(r -> r * units).toArray();
    starts = IntStream.range(0, units).map(r -> r * units).toArray();
    sums = new double[units];
    found = new int[(ROWS + 1) * units + 1];
    followed.candidates.startLog(LineKernels.LANES);
    followed.candidates.reserveEvents(LineKernels.mostEvents(units));
    followed.weights = weights;
    followed.stride = units;
    followed.slopes = slopes;
    followed.values = values;
    followed.threshold = 1e-12;
    followed.slope = units;
    followed.to = units;
    bends.reserve(ROWS);
    bends.first = start;
    bends.middle = start;
    bends.last = start;
    bends.part = parts;
    bends.size = ROWS;
    limit.norm = norm;
    limit.deviation = 0.1;
    limit.slack = 1e-12;
    pointWeights = new PointWeights(units, weights, norm, units);
    turned = new TurnedUnits(units);
    System.arraycopy(slopes, 0, turned.slopes, 0, units);
    Arrays.setAll(turned.values, o -> values[o]);
    turned.tolerance = 1e-12;
    sweep = new StageSweep();
    sweep.weights = weights;
    sweep.stride = units;
    sweep.real = real;
    sweep.start = values;
    sweep.threshold = 1e-12;
    sweep.slopes = slopes;
    sweep.start();
    valueSweep = new ValueSweep();
    valueSweep.weights = weights;
    valueSweep.bias = values;
    valueSweep.real = real;
    valueSweep.stride = units;
    valueSweep.start = values;
    valueSweep.threshold = 1e-12;
    valueSweep.points = ROWS;
    valueSweep.reserve(ROWS, 2);
    for (int i = 0; i < ROWS; i++) {
      valueSweep.first[i + 1] = 2 * i + 2;
      for (int k = 2 * i; k < 2 * i + 2; k++) {
        valueSweep.column[k] = k % units * units;
        valueSweep.factor[k] = 1e-3;
      }
    }
    spans = new SpanRows(units);
    spans.size = 8;
    for (int group = 0; group < spans.groups(); group++) {
      spans.inputs[group] = chosen;
      spans.count[group] = chosen.length;
      for (int k = 0; k < SpanRows.GROUP * chosen.length; k++) {
        spans.factors[group][k] = random.nextFloat();
      }
    }
    singleWeights = new SingleWeights(weights, units, values, units);
    signs = new int[singleWeights.stride];
    strays = new StrayRows(1, units);
    strays.values = breakpoints;
    strays.stride = units;
    strays.part = parts;
    sweep.addRun(0, 1e-3);
    for (int i = 1; i < ROWS; i++) {
      sweep.addBend(i, i % units, 1e-9, 1e-3);
    }
  }

  private RowBatch batch(Random random, int count) {
    RowBatch drawn = new RowBatch();
    drawn.start(random.doubles((long) count * units, -1, 1).toArray(), 0, units);
    for (int r = 0; r < count; r++) {
      drawn.add(r * units);
      if (drawn.rows % RowBatch.GROUP == 0 || r == count - 1) {
        drawn.endGroup(chosen, chosen.length);
      }
    }
    return drawn;
  }

  /** Eight spans, and half as many inputs as there are units. */
  @Benchmark
  public int[] bound() {
    line.bound(spans, singleWeights, 1e-6f, signs);
    return signs;
  }

  /** 16 rows. */
  @Benchmark
  public double[] stray() {
    line.stray(strays, 0, 0, 16);
    return strays.strays;
  }

  /** 64 breakpoints, at each of which two inputs are not zero. */
  @Benchmark
  public int sweepValues() {
    valueSweep.candidates.clear();
    line.sweepValues(valueSweep);
    return valueSweep.candidates.size;
  }

  /** 64 rows of half as many numbers as there are units. */
  @Benchmark
  public double[] multiply() {
    line.multiply(batch, matrix, rows);
    return rows;
  }

  @Benchmark
  public double[] multiplyOneRow() {
    line.multiply(single, matrix, rows);
    return rows;
  }

  @Benchmark
  public double[] bend() {
    line.bend(weights, 0, 1e-9, slopes, 0, units, units);
    return slopes;
  }

  @Benchmark
  public double[] advance() {
    line.advance(followed, 0, 1e-3);
    return values;
  }

  @Benchmark
  public double[] bendAndAdvance() {
    line.bendAndAdvance(followed, 0, 1e-3, 0, 0, 1e-9);
    return values;
  }

  /** 64 steps that bend by a column each. */
  @Benchmark
  public int sweep() {
    line.sweep(sweep);
    return sweep.candidates.size;
  }

  @Benchmark
  public double[] scale() {
    line.scale(values, 0, norm, rows, 0, units);
    return rows;
  }

  /** 64 breakpoints. */
  @Benchmark
  public double[] activate() {
    line.activate(breakpoints, breakpoints, start, parts, ROWS, null, rows, units);
    return rows;
  }

  /** Of as many rows as there are units. */
  @Benchmark
  public double[] addDots() {
    line.addDots(weights, starts, weights, starts, units, units, sums, partial);
    return sums;
  }

  /** 64 breakpoints. */
  @Benchmark
  public double[] squaredBends() {
    line.squaredBends(breakpoints, units, bends);
    return bends.squares;
  }

  @Benchmark
  public int nearZero() {
    return line.nearZero(values, 0, units, limit, units, found);
  }

  /** 64 breakpoints of as many inputs as units. */
  @Benchmark
  public double[] apply() {
    points.apply(breakpoints, units, targets, ROWS, pointWeights, rows);
    return rows;
  }

  @Benchmark
  public double[] passOn() {
    points.passOn(breakpoints, parents, parts, ROWS, norm, rows, units);
    return rows;
  }

  /** 64 breakpoints of eight lines. */
  @Benchmark
  public int scan() {
    near.clear(ROWS * units);
    points.scan(breakpoints, lineStarts, LINES, units, real, 1e-12, near, peaks);
    return near.size;
  }

  @Benchmark
  public int compare() {
    return cells.compare(values, values, units, 1e-12, found, peak);
  }

  @Benchmark
  public int turn() {
    return cells.turn(turned, 0, units, 1e-12, weights, 0);
  }

  @Benchmark
  public double[] sumOfColumns() {
    cells.sum(slopes, chosen, chosen.length, weights, units, rows, 0);
    return rows;
  }

  @Benchmark
  public double[] scatter() {
    cells.scatter(start, weights, 0, 4, 0, 1e-9, rows);
    return rows;
  }
}
