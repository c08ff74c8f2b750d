package org.folding.engine.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The sweep of {@link VectorKernels}: four vectors of units at a time go along the whole line, and
 * their slopes and values stay in registers.
 *
 * <p>OpenJDK 17 keeps a vector in a register across a loop only if what comes into the loop and
 * what comes back are both results of operations. So values that come from one loop into another
 * are added to zero, and no branch chooses between vectors.
 */
final class VectorSweep {
  private static final VectorSpecies<Double> SPECIES = VectorKernels.SPECIES;
  private static final int WIDTH = SPECIES.length();
  private static final VectorSpecies<Long> LONGS = VectorKernels.LONGS;
  private static final long[] BITS = VectorKernels.BITS;

  /** How many units are swept together. */
  private static final int BLOCK = 4 * WIDTH;

  private VectorSweep() {}

  static void sweep(StageSweep sweep) {
    int n = sweep.stride;
    sweep.candidates.startLog(Candidates.BLOCK);
    sweep.candidates.reserveEvents(sweep.steps);
    if (n < BLOCK) {
      for (int o = 0; o < n; o += WIDTH) {
        one(sweep, o);
      }
    } else {
      for (int o = 0; o < n; o += BLOCK) {
        // The last block covers units of the one before again where its own would not fill it.
        int first = Math.min(o, n - BLOCK);
        four(sweep, first, (o - first) / WIDTH);
      }
    }
  }

  /**
   * Sweeps a block.
   *
   * @param o its first unit
   * @param known how many of its vectors were swept before
   */
  private static void four(StageSweep sweep, int o, int known) {
    int n = sweep.stride;
    double[] weights = sweep.weights;
    double[] slopes = sweep.slopes;
    double[] start = sweep.start;
    int firstStart = sweep.firstStart;
    double[] factor = sweep.factor;
    double[] length = sweep.length;
    int[] column = sweep.column;
    int[] interval = sweep.interval;
    int[] run = sweep.run;
    int runs = sweep.runs;
    DoubleVector zero = DoubleVector.zero(SPECIES);
    DoubleVector level = DoubleVector.broadcast(SPECIES, -sweep.threshold);
    double[] real = sweep.real;
    DoubleVector level0 = level.mul(DoubleVector.fromArray(SPECIES, real, o));
    DoubleVector level1 = level.mul(DoubleVector.fromArray(SPECIES, real, o + WIDTH));
    DoubleVector level2 = level.mul(DoubleVector.fromArray(SPECIES, real, o + 2 * WIDTH));
    DoubleVector level3 = level.mul(DoubleVector.fromArray(SPECIES, real, o + 3 * WIDTH));
    DoubleVector z0 = DoubleVector.fromArray(SPECIES, start, firstStart + o);
    DoubleVector z1 = DoubleVector.fromArray(SPECIES, start, firstStart + o + WIDTH);
    DoubleVector z2 = DoubleVector.fromArray(SPECIES, start, firstStart + o + 2 * WIDTH);
    DoubleVector z3 = DoubleVector.fromArray(SPECIES, start, firstStart + o + 3 * WIDTH);
    double[] log = sweep.candidates.log;
    int[] loggedStep = sweep.candidates.loggedStep;
    int[] loggedUnit = sweep.candidates.loggedUnit;
    int events = 0;
    int step = 0;
    for (int r = 0; r < runs; r++) {
      int end = run[r + 1];
      int at = interval[step] * n + o;
      DoubleVector s0 = DoubleVector.fromArray(SPECIES, slopes, at);
      DoubleVector s1 = DoubleVector.fromArray(SPECIES, slopes, at + WIDTH);
      DoubleVector s2 = DoubleVector.fromArray(SPECIES, slopes, at + 2 * WIDTH);
      DoubleVector s3 = DoubleVector.fromArray(SPECIES, slopes, at + 3 * WIDTH);
      z0 = z0.add(zero);
      z1 = z1.add(zero);
      z2 = z2.add(zero);
      z3 = z3.add(zero);
      do {
        int c = column[step] + o;
        DoubleVector x = DoubleVector.broadcast(SPECIES, factor[step]);
        s0 = x.fma(DoubleVector.fromArray(SPECIES, weights, c), s0);
        s1 = x.fma(DoubleVector.fromArray(SPECIES, weights, c + WIDTH), s1);
        s2 = x.fma(DoubleVector.fromArray(SPECIES, weights, c + 2 * WIDTH), s2);
        s3 = x.fma(DoubleVector.fromArray(SPECIES, weights, c + 3 * WIDTH), s3);
        DoubleVector dt = DoubleVector.broadcast(SPECIES, length[step]);
        DoubleVector y0 = dt.fma(s0, z0);
        DoubleVector y1 = dt.fma(s1, z1);
        DoubleVector y2 = dt.fma(s2, z2);
        DoubleVector y3 = dt.fma(s3, z3);
        DoubleVector p0 = y0.fma(z0, level0);
        DoubleVector p1 = y1.fma(z1, level1);
        DoubleVector p2 = y2.fma(z2, level2);
        DoubleVector p3 = y3.fma(z3, level3);
        LongVector signs =
            p0.reinterpretAsLongs()
                .or(p1.reinterpretAsLongs())
                .or(p2.reinterpretAsLongs().or(p3.reinterpretAsLongs()));
        if (signs.compare(VectorOperators.LT, 0).anyTrue()) {
          int before = Candidates.logStart(events, Candidates.BLOCK);
          int after = before + Candidates.BLOCK;
          z0.intoArray(log, before);
          z1.intoArray(log, before + WIDTH);
          z2.intoArray(log, before + 2 * WIDTH);
          z3.intoArray(log, before + 3 * WIDTH);
          y0.intoArray(log, after);
          y1.intoArray(log, after + WIDTH);
          y2.intoArray(log, after + 2 * WIDTH);
          y3.intoArray(log, after + 3 * WIDTH);
          loggedUnit[events] = o;
          loggedStep[events++] = step;
        }
        z0 = y0;
        z1 = y1;
        z2 = y2;
        z3 = y3;
      } while (++step < end);
    }
    list(sweep.candidates, real, sweep.threshold, interval, o, -1L << (known * WIDTH), events);
  }

  /**
   * Lists the units of a block that were found.
   *
   * @param interval of each step
   * @param o the first unit of the block
   * @param wanted a bit for each that may be listed
   * @param events how many steps found any
   */
  static void list(
      Candidates candidates,
      double[] real,
      double threshold,
      int[] interval,
      int o,
      long wanted,
      int events) {
    double[] log = candidates.log;
    DoubleVector level = DoubleVector.broadcast(SPECIES, -threshold);
    DoubleVector level0 = level.mul(DoubleVector.fromArray(SPECIES, real, o));
    DoubleVector level1 = level.mul(DoubleVector.fromArray(SPECIES, real, o + WIDTH));
    DoubleVector level2 = level.mul(DoubleVector.fromArray(SPECIES, real, o + 2 * WIDTH));
    DoubleVector level3 = level.mul(DoubleVector.fromArray(SPECIES, real, o + 3 * WIDTH));
    LongVector bits0 = LongVector.fromArray(LONGS, BITS, 0);
    LongVector bits1 = LongVector.fromArray(LONGS, BITS, WIDTH);
    LongVector bits2 = LongVector.fromArray(LONGS, BITS, 2 * WIDTH);
    LongVector bits3 = LongVector.fromArray(LONGS, BITS, 3 * WIDTH);
    for (int e = 0; e < events; e++) {
      int at = Candidates.logStart(e, Candidates.BLOCK);
      LongVector found0 = found(log, at, level0, bits0);
      LongVector found1 = found(log, at + WIDTH, level1, bits1);
      LongVector found2 = found(log, at + 2 * WIDTH, level2, bits2);
      LongVector found3 = found(log, at + 3 * WIDTH, level3, bits3);
      long bits = found0.or(found1).or(found2.or(found3)).reduceLanes(VectorOperators.ADD);
      candidates.choose(e, interval[candidates.loggedStep[e]], bits & wanted);
    }
    candidates.addChosen();
  }

  /** Of each lane its bit, if the unit was found. */
  private static LongVector found(double[] log, int at, DoubleVector level, LongVector bits) {
    DoubleVector z = DoubleVector.fromArray(SPECIES, log, at);
    DoubleVector y = DoubleVector.fromArray(SPECIES, log, at + Candidates.BLOCK);
    // The sign, in all bits of a lane.
    return y.fma(z, level)
        .reinterpretAsLongs()
        .lanewise(VectorOperators.ASHR, Long.SIZE - 1)
        .and(bits);
  }

  /** The same for one vector, of a stage that does not fill a block. */
  private static void one(StageSweep sweep, int o) {
    int n = sweep.stride;
    double[] weights = sweep.weights;
    double[] slopes = sweep.slopes;
    double[] start = sweep.start;
    int firstStart = sweep.firstStart;
    double[] factor = sweep.factor;
    double[] length = sweep.length;
    int[] column = sweep.column;
    int[] interval = sweep.interval;
    int[] run = sweep.run;
    int runs = sweep.runs;
    DoubleVector zero = DoubleVector.zero(SPECIES);
    DoubleVector level = DoubleVector.fromArray(SPECIES, sweep.real, o).mul(-sweep.threshold);
    DoubleVector z = DoubleVector.fromArray(SPECIES, start, firstStart + o);
    double[] log = sweep.candidates.log;
    int[] loggedStep = sweep.candidates.loggedStep;
    int[] loggedUnit = sweep.candidates.loggedUnit;
    int events = 0;
    int step = 0;
    for (int r = 0; r < runs; r++) {
      int end = run[r + 1];
      DoubleVector s = DoubleVector.fromArray(SPECIES, slopes, interval[step] * n + o);
      z = z.add(zero);
      do {
        DoubleVector x = DoubleVector.broadcast(SPECIES, factor[step]);
        s = x.fma(DoubleVector.fromArray(SPECIES, weights, column[step] + o), s);
        DoubleVector y = DoubleVector.broadcast(SPECIES, length[step]).fma(s, z);
        DoubleVector p = y.fma(z, level);
        if (p.compare(VectorOperators.LT, 0).anyTrue()) {
          int before = Candidates.logStart(events, Candidates.BLOCK);
          z.intoArray(log, before);
          y.intoArray(log, before + Candidates.BLOCK);
          loggedUnit[events] = o;
          loggedStep[events++] = step;
        }
        z = y;
      } while (++step < end);
    }
    listOne(sweep.candidates, level, interval, events);
  }

  /** The same for one vector. */
  static void listOne(Candidates candidates, DoubleVector level, int[] interval, int events) {
    LongVector bits = LongVector.fromArray(LONGS, BITS, 0);
    for (int e = 0; e < events; e++) {
      int at = Candidates.logStart(e, Candidates.BLOCK);
      long found = found(candidates.log, at, level, bits).reduceLanes(VectorOperators.ADD);
      candidates.choose(e, interval[candidates.loggedStep[e]], found);
    }
    candidates.addChosen();
  }
}
