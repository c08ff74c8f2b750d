package org.folding.engine.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The sweep by values of {@link VectorKernels}: four vectors of units at a time go along the whole
 * line, and their values stay in registers, see {@link VectorSweep}.
 */
final class VectorValueSweep {
  private static final VectorSpecies<Double> SPECIES = VectorKernels.SPECIES;
  private static final int WIDTH = SPECIES.length();

  /** How many units are swept together. */
  private static final int BLOCK = 4 * WIDTH;

  private VectorValueSweep() {}

  static void sweep(ValueSweep sweep) {
    int n = sweep.stride;
    sweep.candidates.startLog(Candidates.BLOCK);
    sweep.candidates.reserveEvents(sweep.points);
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
  private static void four(ValueSweep sweep, int o, int known) {
    double[] weights = sweep.weights;
    double[] bias = sweep.bias;
    double[] start = sweep.start;
    double[] real = sweep.real;
    double[] factor = sweep.factor;
    int[] column = sweep.column;
    int[] first = sweep.first;
    int points = sweep.points;
    DoubleVector zero = DoubleVector.zero(SPECIES);
    DoubleVector level = DoubleVector.broadcast(SPECIES, -sweep.threshold);
    DoubleVector level0 = level.mul(DoubleVector.fromArray(SPECIES, real, o));
    DoubleVector level1 = level.mul(DoubleVector.fromArray(SPECIES, real, o + WIDTH));
    DoubleVector level2 = level.mul(DoubleVector.fromArray(SPECIES, real, o + 2 * WIDTH));
    DoubleVector level3 = level.mul(DoubleVector.fromArray(SPECIES, real, o + 3 * WIDTH));
    int from = sweep.firstStart + o;
    DoubleVector z0 = DoubleVector.fromArray(SPECIES, start, from).add(zero);
    DoubleVector z1 = DoubleVector.fromArray(SPECIES, start, from + WIDTH).add(zero);
    DoubleVector z2 = DoubleVector.fromArray(SPECIES, start, from + 2 * WIDTH).add(zero);
    DoubleVector z3 = DoubleVector.fromArray(SPECIES, start, from + 3 * WIDTH).add(zero);
    double[] log = sweep.candidates.log;
    int[] loggedStep = sweep.candidates.loggedStep;
    int[] loggedUnit = sweep.candidates.loggedUnit;
    int events = 0;
    int k = 0;
    for (int i = 0; i < points; i++) {
      int end = first[i + 1];
      DoubleVector y0 = DoubleVector.fromArray(SPECIES, bias, o);
      DoubleVector y1 = DoubleVector.fromArray(SPECIES, bias, o + WIDTH);
      DoubleVector y2 = DoubleVector.fromArray(SPECIES, bias, o + 2 * WIDTH);
      DoubleVector y3 = DoubleVector.fromArray(SPECIES, bias, o + 3 * WIDTH);
      do {
        int c = column[k] + o;
        DoubleVector x = DoubleVector.broadcast(SPECIES, factor[k]);
        y0 = x.fma(DoubleVector.fromArray(SPECIES, weights, c), y0);
        y1 = x.fma(DoubleVector.fromArray(SPECIES, weights, c + WIDTH), y1);
        y2 = x.fma(DoubleVector.fromArray(SPECIES, weights, c + 2 * WIDTH), y2);
        y3 = x.fma(DoubleVector.fromArray(SPECIES, weights, c + 3 * WIDTH), y3);
      } while (++k < end);
      LongVector signs =
          product(y0, z0, level0)
              .or(product(y1, z1, level1))
              .or(product(y2, z2, level2).or(product(y3, z3, level3)));
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
        loggedStep[events++] = i;
      }
      z0 = y0.add(zero);
      z1 = y1.add(zero);
      z2 = y2.add(zero);
      z3 = y3.add(zero);
    }
    VectorSweep.list(
        sweep.candidates, real, sweep.threshold, sweep.interval, o, -1L << (known * WIDTH), events);
  }

  /** Negative where a unit may cross zero between two values. */
  private static LongVector product(DoubleVector y, DoubleVector z, DoubleVector level) {
    return y.fma(z, level).reinterpretAsLongs();
  }

  /** The same for one vector, of a stage that does not fill a block. */
  private static void one(ValueSweep sweep, int o) {
    double[] weights = sweep.weights;
    double[] bias = sweep.bias;
    double[] factor = sweep.factor;
    int[] column = sweep.column;
    int[] first = sweep.first;
    int points = sweep.points;
    DoubleVector zero = DoubleVector.zero(SPECIES);
    DoubleVector level = DoubleVector.fromArray(SPECIES, sweep.real, o).mul(-sweep.threshold);
    DoubleVector z = DoubleVector.fromArray(SPECIES, sweep.start, sweep.firstStart + o).add(zero);
    double[] log = sweep.candidates.log;
    int[] loggedStep = sweep.candidates.loggedStep;
    int[] loggedUnit = sweep.candidates.loggedUnit;
    int events = 0;
    int k = 0;
    for (int i = 0; i < points; i++) {
      int end = first[i + 1];
      DoubleVector y = DoubleVector.fromArray(SPECIES, bias, o);
      do {
        DoubleVector x = DoubleVector.broadcast(SPECIES, factor[k]);
        y = x.fma(DoubleVector.fromArray(SPECIES, weights, column[k] + o), y);
      } while (++k < end);
      if (y.fma(z, level).compare(VectorOperators.LT, 0).anyTrue()) {
        int before = Candidates.logStart(events, Candidates.BLOCK);
        z.intoArray(log, before);
        y.intoArray(log, before + Candidates.BLOCK);
        loggedUnit[events] = o;
        loggedStep[events++] = i;
      }
      z = y.add(zero);
    }
    VectorSweep.listOne(sweep.candidates, level, sweep.interval, events);
  }
}
