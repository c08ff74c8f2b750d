package org.folding.engine.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** The kernels for sparse stages on the Vector API; see {@link VectorKernels}. */
final class VectorCellKernels implements CellKernels {
  private static final int LANES = LineKernels.LANES;
  private static final VectorSpecies<Double> SPECIES = VectorKernels.SPECIES;
  private static final int WIDTH = SPECIES.length();

  @Override
  public void scatter(
      int[] offset, double[] weight, int first, int end, int base, double x, double[] y) {
    DoubleVector factor = DoubleVector.broadcast(SPECIES, x);
    for (int e = first; e < end; e++) {
      int at = base + offset[e];
      int from = e * LANES;
      for (int lane = 0; lane < LANES; lane += WIDTH) {
        factor
            .fma(
                DoubleVector.fromArray(SPECIES, weight, from + lane),
                DoubleVector.fromArray(SPECIES, y, at + lane))
            .intoArray(y, at + lane);
      }
    }
  }

  @Override
  public int turn(TurnedUnits units, int start, int n, double dt, double[] changes, int change) {
    double[] slopes = units.slopes;
    double[] values = units.values;
    double[] before = units.before;
    double tolerance = units.tolerance;
    int[] found = units.found;
    double[] peak = units.peak;
    int count = 0;
    DoubleVector largest = DoubleVector.fromArray(SPECIES, peak, 0);
    DoubleVector step = DoubleVector.broadcast(SPECIES, dt);
    for (int o = 0; o < n; o += WIDTH) {
      DoubleVector old = DoubleVector.fromArray(SPECIES, values, start + o);
      DoubleVector slope = DoubleVector.fromArray(SPECIES, slopes, start + o);
      DoubleVector now = step.fma(slope, old);
      old.intoArray(before, o);
      now.intoArray(values, start + o);
      slope.add(DoubleVector.fromArray(SPECIES, changes, change + o)).intoArray(slopes, start + o);
      DoubleVector magnitude = now.abs();
      largest = larger(largest, magnitude);
      DoubleVector bound = larger(magnitude, old.abs()).mul(tolerance);
      if (old.mul(now).compare(VectorOperators.LE, bound).anyTrue()) {
        count = list(before, o, values, start + o, tolerance, o, found, count);
      }
    }
    largest.intoArray(peak, 0);
    return count;
  }

  @Override
  public int compare(
      double[] before, double[] after, int n, double tolerance, int[] found, double[] peak) {
    int count = 0;
    DoubleVector largest = DoubleVector.fromArray(SPECIES, peak, 0);
    for (int o = 0; o < n; o += WIDTH) {
      DoubleVector old = DoubleVector.fromArray(SPECIES, before, o);
      DoubleVector now = DoubleVector.fromArray(SPECIES, after, o);
      DoubleVector magnitude = now.abs();
      largest = larger(largest, magnitude);
      DoubleVector bound = larger(magnitude, old.abs()).mul(tolerance);
      if (old.mul(now).compare(VectorOperators.LE, bound).anyTrue()) {
        count = list(before, o, after, o, tolerance, o, found, count);
      }
    }
    largest.intoArray(peak, 0);
    return count;
  }

  /** Looks at the lanes one by one: a mask as a number is slow before JDK 18. */
  private static int list(
      double[] before,
      int from,
      double[] after,
      int to,
      double tolerance,
      int first,
      int[] found,
      int count) {
    int size = count;
    for (int lane = 0; lane < WIDTH; lane++) {
      if (PlainCellKernels.mayCross(before[from + lane], after[to + lane], tolerance)) {
        found[size++] = first + lane;
      }
    }
    return size;
  }

  @Override
  public void sum(
      double[] x, int[] chosen, int count, double[] weights, int stride, double[] y, int at) {
    int o = 0;
    for (; o + 4 * WIDTH <= stride; o += 4 * WIDTH) {
      DoubleVector a0 = DoubleVector.zero(SPECIES);
      DoubleVector a1 = a0;
      DoubleVector a2 = a0;
      DoubleVector a3 = a0;
      for (int k = 0; k < count; k++) {
        int column = chosen[k] * stride + o;
        DoubleVector factor = DoubleVector.broadcast(SPECIES, x[k]);
        a0 = factor.fma(DoubleVector.fromArray(SPECIES, weights, column), a0);
        a1 = factor.fma(DoubleVector.fromArray(SPECIES, weights, column + WIDTH), a1);
        a2 = factor.fma(DoubleVector.fromArray(SPECIES, weights, column + 2 * WIDTH), a2);
        a3 = factor.fma(DoubleVector.fromArray(SPECIES, weights, column + 3 * WIDTH), a3);
      }
      a0.intoArray(y, at + o);
      a1.intoArray(y, at + o + WIDTH);
      a2.intoArray(y, at + o + 2 * WIDTH);
      a3.intoArray(y, at + o + 3 * WIDTH);
    }
    for (; o < stride; o += WIDTH) {
      DoubleVector a = DoubleVector.zero(SPECIES);
      for (int k = 0; k < count; k++) {
        DoubleVector factor = DoubleVector.broadcast(SPECIES, x[k]);
        a = factor.fma(DoubleVector.fromArray(SPECIES, weights, chosen[k] * stride + o), a);
      }
      a.intoArray(y, at + o);
    }
  }

  /** The larger of numbers; {@code max} takes many instructions for the sake of NaN and −0. */
  private static DoubleVector larger(DoubleVector a, DoubleVector b) {
    return a.blend(b, b.compare(VectorOperators.GT, a));
  }
}
