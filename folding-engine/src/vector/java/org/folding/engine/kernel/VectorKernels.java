package org.folding.engine.kernel;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The kernels on the Vector API, an incubating module of the JDK: this class is loaded only where
 * the JVM was started with {@code --add-modules jdk.incubator.vector}. For vectors of four or eight
 * numbers; with shorter ones little is gained.
 *
 * <p>{@code max} and {@code min} are left out of the loops: for NaN and −0 they take many
 * instructions, one after the other.
 */
final class VectorKernels implements LineKernels {
  static final VectorSpecies<Double> SPECIES =
      DoubleVector.SPECIES_PREFERRED.length() < LANES
          ? DoubleVector.SPECIES_256
          : DoubleVector.SPECIES_512;
  private static final int WIDTH = SPECIES.length();

  /** Whether a row's vector is half as long as {@link #LANES}. */
  private static final boolean HALF = WIDTH < LANES;

  static final VectorSpecies<Long> LONGS = SPECIES.withLanes(long.class);

  /** The powers of two, from 1 on. */
  static final long[] BITS = new long[4 * LANES];

  static {
    Arrays.setAll(BITS, k -> 1L << k);
  }

  VectorKernels() {
    if (DoubleVector.SPECIES_PREFERRED.length() < WIDTH) {
      throw new VectorsTooShortException(DoubleVector.SPECIES_PREFERRED.vectorBitSize());
    }
  }

  @Override
  public int bits() {
    return SPECIES.vectorBitSize();
  }

  @Override
  public void multiply(RowBatch batch, Weights weights, double[] y) {
    VectorProducts.multiply(batch, weights, y);
  }

  @Override
  public void subtract(double[] a, double[] b, int at, double[] y, int to, int n) {
    for (int o = 0; o < n; o += WIDTH) {
      DoubleVector.fromArray(SPECIES, a, at + o)
          .sub(DoubleVector.fromArray(SPECIES, b, at + o))
          .intoArray(y, to + o);
    }
  }

  @Override
  public void scale(double[] x, int from, double[] factor, double[] y, int to, int n) {
    for (int o = 0; o < n; o += WIDTH) {
      DoubleVector.fromArray(SPECIES, x, from + o)
          .mul(DoubleVector.fromArray(SPECIES, factor, o))
          .intoArray(y, to + o);
    }
  }

  @Override
  public void bend(
      double[] weights, int column, double x, double[] slopes, int from, int to, int n) {
    DoubleVector factor = DoubleVector.broadcast(SPECIES, x);
    for (int o = 0; o < n; o += WIDTH) {
      bent(weights, column + o, factor, slopes, from + o).intoArray(slopes, to + o);
    }
  }

  private static DoubleVector bent(
      double[] weights, int column, DoubleVector x, double[] slopes, int from) {
    return x.fma(
        DoubleVector.fromArray(SPECIES, weights, column),
        DoubleVector.fromArray(SPECIES, slopes, from));
  }

  @Override
  public void advance(FollowedRows rows, int interval, double dt) {
    double[] slopes = rows.slopes;
    double[] values = rows.values;
    int slopeAt = rows.slope;
    int from = rows.from;
    int to = rows.to;
    int n = rows.stride;
    Candidates log = rows.candidates;
    double[] logged = log.log;
    int[] loggedStep = log.loggedStep;
    int[] loggedUnit = log.loggedUnit;
    int events = log.events;
    DoubleVector step = DoubleVector.broadcast(SPECIES, dt);
    DoubleVector level = DoubleVector.broadcast(SPECIES, -rows.threshold);
    DoubleVector squares = DoubleVector.zero(SPECIES);
    DoubleVector moreSquares = squares;
    for (int o = 0; o < n; o += LANES) {
      DoubleVector before = DoubleVector.fromArray(SPECIES, values, from + o);
      DoubleVector after = step.fma(DoubleVector.fromArray(SPECIES, slopes, slopeAt + o), before);
      after.intoArray(values, to + o);
      squares = after.fma(after, squares);
      VectorMask<Double> near = before.fma(after, level).compare(VectorOperators.LT, 0);
      if (near.anyTrue()) {
        int at = Candidates.logStart(events, LANES);
        before.intoArray(logged, at);
        after.intoArray(logged, at + LANES);
        loggedUnit[events] = o;
        loggedStep[events++] = interval;
      }
      if (HALF) {
        int p = o + WIDTH;
        before = DoubleVector.fromArray(SPECIES, values, from + p);
        after = step.fma(DoubleVector.fromArray(SPECIES, slopes, slopeAt + p), before);
        after.intoArray(values, to + p);
        moreSquares = after.fma(after, moreSquares);
        near = before.fma(after, level).compare(VectorOperators.LT, 0);
        if (near.anyTrue()) {
          int at = Candidates.logStart(events, LANES);
          before.intoArray(logged, at);
          after.intoArray(logged, at + LANES);
          loggedUnit[events] = p;
          loggedStep[events++] = interval;
        }
      }
    }
    log.events = events;
    raise(rows.peak, squares, moreSquares);
  }

  @Override
  public void bendAndAdvance(
      FollowedRows rows, int interval, double dt, int start, int column, double x) {
    double[] weights = rows.weights;
    double[] slopes = rows.slopes;
    double[] values = rows.values;
    int slopeAt = rows.slope;
    int from = rows.from;
    int to = rows.to;
    int n = rows.stride;
    Candidates log = rows.candidates;
    double[] logged = log.log;
    int[] loggedStep = log.loggedStep;
    int[] loggedUnit = log.loggedUnit;
    int events = log.events;
    DoubleVector factor = DoubleVector.broadcast(SPECIES, x);
    DoubleVector step = DoubleVector.broadcast(SPECIES, dt);
    DoubleVector level = DoubleVector.broadcast(SPECIES, -rows.threshold);
    DoubleVector squares = DoubleVector.zero(SPECIES);
    DoubleVector moreSquares = squares;
    for (int o = 0; o < n; o += LANES) {
      DoubleVector slope = bent(weights, column + o, factor, slopes, start + o);
      slope.intoArray(slopes, slopeAt + o);
      DoubleVector before = DoubleVector.fromArray(SPECIES, values, from + o);
      DoubleVector after = step.fma(slope, before);
      after.intoArray(values, to + o);
      squares = after.fma(after, squares);
      VectorMask<Double> near = before.fma(after, level).compare(VectorOperators.LT, 0);
      if (near.anyTrue()) {
        int at = Candidates.logStart(events, LANES);
        before.intoArray(logged, at);
        after.intoArray(logged, at + LANES);
        loggedUnit[events] = o;
        loggedStep[events++] = interval;
      }
      if (HALF) {
        int p = o + WIDTH;
        slope = bent(weights, column + p, factor, slopes, start + p);
        slope.intoArray(slopes, slopeAt + p);
        before = DoubleVector.fromArray(SPECIES, values, from + p);
        after = step.fma(slope, before);
        after.intoArray(values, to + p);
        moreSquares = after.fma(after, moreSquares);
        near = before.fma(after, level).compare(VectorOperators.LT, 0);
        if (near.anyTrue()) {
          int at = Candidates.logStart(events, LANES);
          before.intoArray(logged, at);
          after.intoArray(logged, at + LANES);
          loggedUnit[events] = p;
          loggedStep[events++] = interval;
        }
      }
    }
    log.events = events;
    raise(rows.peak, squares, moreSquares);
  }

  private static void raise(double[] peak, DoubleVector squares, DoubleVector moreSquares) {
    raise(peak, 0, squares);
    if (HALF) {
      raise(peak, WIDTH, moreSquares);
    }
  }

  private static void raise(double[] peak, int at, DoubleVector squares) {
    // What is not negative has the same order as an integer, and takes one instruction so.
    LongVector most = DoubleVector.fromArray(SPECIES, peak, at).reinterpretAsLongs();
    squares.reinterpretAsLongs().max(most).reinterpretAsDoubles().intoArray(peak, at);
  }

  /**
   * A bit for each lane that is negative. By integers, as masks become numbers slowly before JDK
   * 18.
   */
  static int negative(DoubleVector x) {
    return (int)
        x.reinterpretAsLongs()
            .lanewise(VectorOperators.ASHR, Long.SIZE - 1)
            .and(LongVector.fromArray(LONGS, BITS, 0))
            .reduceLanes(VectorOperators.ADD);
  }

  @Override
  public void list(FollowedRows rows) {
    Candidates log = rows.candidates;
    DoubleVector level = DoubleVector.broadcast(SPECIES, -rows.threshold);
    for (int e = 0; e < log.events; e++) {
      int at = Candidates.logStart(e, LANES);
      DoubleVector before = DoubleVector.fromArray(SPECIES, log.log, at);
      DoubleVector after = DoubleVector.fromArray(SPECIES, log.log, at + LANES);
      log.choose(e, log.loggedStep[e], negative(before.fma(after, level)));
    }
    log.addChosen();
  }

  @Override
  public void sweep(StageSweep sweep) {
    VectorSweep.sweep(sweep);
  }

  @Override
  public void sweepValues(ValueSweep sweep) {
    VectorValueSweep.sweep(sweep);
  }

  @Override
  public void activate(
      double[] values,
      double[] slopes,
      int[] start,
      double[] dt,
      int rows,
      double[] negativeSlope,
      double[] y,
      int n) {
    LongVector zero = LongVector.zero(LONGS);
    for (int r = 0; r < rows; r++) {
      DoubleVector step = DoubleVector.broadcast(SPECIES, dt[r]);
      int at = start[r];
      for (int o = 0; o < n; o += WIDTH) {
        DoubleVector z =
            step.fma(
                DoubleVector.fromArray(SPECIES, slopes, at + o),
                DoubleVector.fromArray(SPECIES, values, at + o));
        // What is negative is so as an integer.
        DoubleVector passed =
            negativeSlope == null
                ? z.reinterpretAsLongs().max(zero).reinterpretAsDoubles()
                : passedOn(z, DoubleVector.fromArray(SPECIES, negativeSlope, o));
        passed.intoArray(y, r * n + o);
      }
    }
  }

  /**
   * What units pass on: z, or its product with a slope where its sign is negative. By integers, as
   * masks are slow on JDK 17.
   */
  static DoubleVector passedOn(DoubleVector z, DoubleVector negativeSlope) {
    LongVector positive = z.reinterpretAsLongs();
    LongVector negative = z.mul(negativeSlope).reinterpretAsLongs();
    LongVector sign = positive.lanewise(VectorOperators.ASHR, Long.SIZE - 1);
    LongVector difference = positive.lanewise(VectorOperators.XOR, negative);
    return positive.lanewise(VectorOperators.XOR, difference.and(sign)).reinterpretAsDoubles();
  }

  @Override
  public void addDots(
      double[] a,
      int[] aStart,
      double[] b,
      int[] bStart,
      int count,
      int n,
      double[] sum,
      double[] partial) {
    for (int k = 0; k < count; k++) {
      DoubleVector p = DoubleVector.zero(SPECIES);
      DoubleVector q = p;
      int i = aStart[k];
      int j = bStart[k];
      for (int o = 0; o < n; o += LANES) {
        p = product(a, i + o, b, j + o, p);
        if (HALF) {
          q = product(a, i + o + WIDTH, b, j + o + WIDTH, q);
        }
      }
      sum[k] += total(p, q, partial);
    }
  }

  private static DoubleVector product(double[] a, int i, double[] b, int j, DoubleVector sum) {
    return DoubleVector.fromArray(SPECIES, a, i).fma(DoubleVector.fromArray(SPECIES, b, j), sum);
  }

  private static double total(DoubleVector p, DoubleVector q, double[] partial) {
    p.intoArray(partial, 0);
    if (HALF) {
      q.intoArray(partial, WIDTH);
    }
    return LineKernels.total(partial);
  }

  @Override
  public void squaredBends(double[] rows, int n, RowBends bends) {
    double[] partial = bends.partial();
    for (int k = 0; k < bends.size; k++) {
      DoubleVector p = DoubleVector.zero(SPECIES);
      DoubleVector q = p;
      DoubleVector share = DoubleVector.broadcast(SPECIES, bends.part[k]);
      int low = bends.first[k];
      int between = bends.middle[k];
      int high = bends.last[k];
      for (int o = 0; o < n; o += LANES) {
        p = square(rows, low + o, between + o, high + o, share, p);
        if (HALF) {
          int at = o + WIDTH;
          q = square(rows, low + at, between + at, high + at, share, q);
        }
      }
      bends.squares[k] = total(p, q, partial);
    }
  }

  private static DoubleVector square(
      double[] rows, int first, int middle, int last, DoubleVector share, DoubleVector sum) {
    DoubleVector start = DoubleVector.fromArray(SPECIES, rows, first);
    DoubleVector chord = share.fma(DoubleVector.fromArray(SPECIES, rows, last).sub(start), start);
    DoubleVector bend = DoubleVector.fromArray(SPECIES, rows, middle).sub(chord);
    return bend.fma(bend, sum);
  }

  @Override
  public int nearZero(double[] values, int low, int high, StrayLimit limit, int n, int[] found) {
    int count = 0;
    DoubleVector factor = DoubleVector.broadcast(SPECIES, 2 * limit.deviation);
    DoubleVector rest = DoubleVector.broadcast(SPECIES, 2 * limit.slack);
    for (int o = 0; o < n; o += WIDTH) {
      DoubleVector a = DoubleVector.fromArray(SPECIES, values, low + o);
      DoubleVector b = DoubleVector.fromArray(SPECIES, values, high + o);
      DoubleVector most = DoubleVector.fromArray(SPECIES, limit.norm, o).fma(factor, rest);
      DoubleVector nearest = a.add(b).abs().sub(a.sub(b).abs());
      if (nearest.compare(VectorOperators.LE, most).anyTrue()) {
        count = LineKernels.listNearZero(values, low, high, limit, o, o + WIDTH, found, count);
      }
    }
    return count;
  }

  @Override
  public void stray(StrayRows rows, int span, int at, int count) {
    VectorBounds.stray(rows, span, at, count);
  }

  @Override
  public void bound(SpanRows spans, SingleWeights weights, float slack, int[] signs) {
    VectorBounds.bound(spans, weights, slack, signs);
  }
}
