package org.folding.core.walk;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The product on the Vector API, an incubating module of the JDK: this class is loaded only where
 * the JVM was started with {@code --add-modules jdk.incubator.vector}.
 */
final class VectorKernels implements LineKernels {
  private static final VectorSpecies<Double> SPECIES =
      DoubleVector.SPECIES_PREFERRED.length() > LANES
          ? DoubleVector.SPECIES_512
          : DoubleVector.SPECIES_PREFERRED;
  private static final int WIDTH = SPECIES.length();

  VectorKernels() {}

  @Override
  public void multiply(
      double[] x,
      int[] chosen,
      int count,
      double[][] columns,
      double[] y0,
      double[] y1,
      double[] y2,
      double[] y3,
      int n) {
    int o = 0;
    for (; o + 3 * WIDTH <= n; o += 3 * WIDTH) {
      threeVectors(x, chosen, count, columns, y0, y1, y2, y3, o);
    }
    for (; o < n; o += WIDTH) {
      oneVector(x, chosen, count, columns, y0, y1, y2, y3, o);
    }
  }

  /** Twelve sums in registers: a weight is loaded once for four rows. */
  private static void threeVectors(
      double[] x,
      int[] chosen,
      int count,
      double[][] columns,
      double[] y0,
      double[] y1,
      double[] y2,
      double[] y3,
      int o) {
    DoubleVector a0 = DoubleVector.zero(SPECIES);
    DoubleVector a1 = a0;
    DoubleVector a2 = a0;
    DoubleVector b0 = a0;
    DoubleVector b1 = a0;
    DoubleVector b2 = a0;
    DoubleVector c0 = a0;
    DoubleVector c1 = a0;
    DoubleVector c2 = a0;
    DoubleVector d0 = a0;
    DoubleVector d1 = a0;
    DoubleVector d2 = a0;
    for (int k = 0; k < count; k++) {
      double[] column = columns[chosen[k]];
      DoubleVector w0 = DoubleVector.fromArray(SPECIES, column, o);
      DoubleVector w1 = DoubleVector.fromArray(SPECIES, column, o + WIDTH);
      DoubleVector w2 = DoubleVector.fromArray(SPECIES, column, o + 2 * WIDTH);
      DoubleVector factor = DoubleVector.broadcast(SPECIES, x[ROWS * k]);
      a0 = factor.fma(w0, a0);
      a1 = factor.fma(w1, a1);
      a2 = factor.fma(w2, a2);
      factor = DoubleVector.broadcast(SPECIES, x[ROWS * k + 1]);
      b0 = factor.fma(w0, b0);
      b1 = factor.fma(w1, b1);
      b2 = factor.fma(w2, b2);
      factor = DoubleVector.broadcast(SPECIES, x[ROWS * k + 2]);
      c0 = factor.fma(w0, c0);
      c1 = factor.fma(w1, c1);
      c2 = factor.fma(w2, c2);
      factor = DoubleVector.broadcast(SPECIES, x[ROWS * k + 3]);
      d0 = factor.fma(w0, d0);
      d1 = factor.fma(w1, d1);
      d2 = factor.fma(w2, d2);
    }
    store(a0, a1, a2, y0, o);
    store(b0, b1, b2, y1, o);
    store(c0, c1, c2, y2, o);
    store(d0, d1, d2, y3, o);
  }

  private static void store(DoubleVector v0, DoubleVector v1, DoubleVector v2, double[] y, int o) {
    v0.intoArray(y, o);
    v1.intoArray(y, o + WIDTH);
    v2.intoArray(y, o + 2 * WIDTH);
  }

  private static void oneVector(
      double[] x,
      int[] chosen,
      int count,
      double[][] columns,
      double[] y0,
      double[] y1,
      double[] y2,
      double[] y3,
      int o) {
    DoubleVector a = DoubleVector.zero(SPECIES);
    DoubleVector b = a;
    DoubleVector c = a;
    DoubleVector d = a;
    for (int k = 0; k < count; k++) {
      DoubleVector w = DoubleVector.fromArray(SPECIES, columns[chosen[k]], o);
      a = DoubleVector.broadcast(SPECIES, x[ROWS * k]).fma(w, a);
      b = DoubleVector.broadcast(SPECIES, x[ROWS * k + 1]).fma(w, b);
      c = DoubleVector.broadcast(SPECIES, x[ROWS * k + 2]).fma(w, c);
      d = DoubleVector.broadcast(SPECIES, x[ROWS * k + 3]).fma(w, d);
    }
    a.intoArray(y0, o);
    b.intoArray(y1, o);
    c.intoArray(y2, o);
    d.intoArray(y3, o);
  }

  @Override
  public void bend(double[] column, double x, double[] base, double[] slope, int n) {
    DoubleVector factor = DoubleVector.broadcast(SPECIES, x);
    for (int o = 0; o < n; o += WIDTH) {
      bent(column, factor, base, o).intoArray(slope, o);
    }
  }

  private static DoubleVector bent(double[] column, DoubleVector x, double[] base, int o) {
    return x.fma(
        DoubleVector.fromArray(SPECIES, column, o), DoubleVector.fromArray(SPECIES, base, o));
  }

  @Override
  public int advance(
      double[] slope,
      double[] value,
      double[] next,
      double dt,
      double threshold,
      int n,
      int[] found,
      double[] peak) {
    int count = 0;
    DoubleVector largest = DoubleVector.fromArray(SPECIES, peak, 0);
    DoubleVector step = DoubleVector.broadcast(SPECIES, dt);
    for (int o = 0; o < n; o += WIDTH) {
      DoubleVector before = DoubleVector.fromArray(SPECIES, value, o);
      DoubleVector after = step.fma(DoubleVector.fromArray(SPECIES, slope, o), before);
      after.intoArray(next, o);
      largest = largest.max(after.abs());
      VectorMask<Double> close = before.mul(after).compare(VectorOperators.LE, threshold);
      if (close.anyTrue()) {
        count = list(value, next, threshold, o, found, count);
      }
    }
    largest.intoArray(peak, 0);
    return count;
  }

  @Override
  public int bendAndAdvance(
      double[] column,
      double x,
      double[] base,
      double[] slope,
      double[] value,
      double[] next,
      double dt,
      double threshold,
      int n,
      int[] found,
      double[] peak) {
    int count = 0;
    DoubleVector largest = DoubleVector.fromArray(SPECIES, peak, 0);
    DoubleVector factor = DoubleVector.broadcast(SPECIES, x);
    DoubleVector step = DoubleVector.broadcast(SPECIES, dt);
    for (int o = 0; o < n; o += WIDTH) {
      DoubleVector newSlope = bent(column, factor, base, o);
      newSlope.intoArray(slope, o);
      DoubleVector before = DoubleVector.fromArray(SPECIES, value, o);
      DoubleVector after = step.fma(newSlope, before);
      after.intoArray(next, o);
      largest = largest.max(after.abs());
      VectorMask<Double> close = before.mul(after).compare(VectorOperators.LE, threshold);
      if (close.anyTrue()) {
        count = list(value, next, threshold, o, found, count);
      }
    }
    largest.intoArray(peak, 0);
    return count;
  }

  @Override
  public int compare(
      double[] value, double[] next, double threshold, int n, int[] found, double[] peak) {
    int count = 0;
    DoubleVector largest = DoubleVector.fromArray(SPECIES, peak, 0);
    for (int o = 0; o < n; o += WIDTH) {
      DoubleVector before = DoubleVector.fromArray(SPECIES, value, o);
      DoubleVector after = DoubleVector.fromArray(SPECIES, next, o);
      largest = largest.max(after.abs());
      VectorMask<Double> close = before.mul(after).compare(VectorOperators.LE, threshold);
      if (close.anyTrue()) {
        count = list(value, next, threshold, o, found, count);
      }
    }
    largest.intoArray(peak, 0);
    return count;
  }

  /** Looks at the lanes one by one: a mask as a number is slow before JDK 18. */
  private static int list(
      double[] value, double[] next, double threshold, int first, int[] found, int count) {
    int size = count;
    for (int o = first; o < first + WIDTH; o++) {
      if (value[o] * next[o] <= threshold) {
        found[size++] = o;
      }
    }
    return size;
  }
}
