package org.folding.core.walk;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The kernels on the Vector API, an incubating module of the JDK: this class is loaded only where
 * the JVM was started with {@code --add-modules jdk.incubator.vector}.
 */
final class VectorKernels implements LineKernels {
  static final VectorSpecies<Double> SPECIES =
      DoubleVector.SPECIES_PREFERRED.length() > LANES
          ? DoubleVector.SPECIES_512
          : DoubleVector.SPECIES_PREFERRED;
  private static final int WIDTH = SPECIES.length();

  VectorKernels() {}

  @Override
  public void multiplyFour(
      double[] x,
      int xStart,
      int xStride,
      int[] chosen,
      int count,
      double[] weights,
      int stride,
      double[] y,
      int y0,
      int y1,
      int y2,
      int y3) {
    int o = 0;
    for (; o + 2 * WIDTH <= stride; o += 2 * WIDTH) {
      fourByTwo(
          x, xStart, xStride, chosen, count, weights, stride, y, y0 + o, y1 + o, y2 + o, y3 + o, o);
    }
    for (; o < stride; o += WIDTH) {
      fourByOne(
          x, xStart, xStride, chosen, count, weights, stride, y, y0 + o, y1 + o, y2 + o, y3 + o, o);
    }
  }

  /** Eight sums in registers: a weight is loaded once for four rows. */
  private static void fourByTwo(
      double[] x,
      int xStart,
      int xStride,
      int[] chosen,
      int count,
      double[] weights,
      int stride,
      double[] y,
      int y0,
      int y1,
      int y2,
      int y3,
      int o) {
    DoubleVector a0 = DoubleVector.zero(SPECIES);
    DoubleVector a1 = a0;
    DoubleVector b0 = a0;
    DoubleVector b1 = a0;
    DoubleVector c0 = a0;
    DoubleVector c1 = a0;
    DoubleVector d0 = a0;
    DoubleVector d1 = a0;
    for (int k = 0; k < count; k++) {
      int j = chosen[k];
      int column = j * stride + o;
      DoubleVector w0 = DoubleVector.fromArray(SPECIES, weights, column);
      DoubleVector w1 = DoubleVector.fromArray(SPECIES, weights, column + WIDTH);
      DoubleVector factor = DoubleVector.broadcast(SPECIES, x[xStart + j]);
      a0 = factor.fma(w0, a0);
      a1 = factor.fma(w1, a1);
      factor = DoubleVector.broadcast(SPECIES, x[xStart + xStride + j]);
      b0 = factor.fma(w0, b0);
      b1 = factor.fma(w1, b1);
      factor = DoubleVector.broadcast(SPECIES, x[xStart + 2 * xStride + j]);
      c0 = factor.fma(w0, c0);
      c1 = factor.fma(w1, c1);
      factor = DoubleVector.broadcast(SPECIES, x[xStart + 3 * xStride + j]);
      d0 = factor.fma(w0, d0);
      d1 = factor.fma(w1, d1);
    }
    a0.intoArray(y, y0);
    a1.intoArray(y, y0 + WIDTH);
    b0.intoArray(y, y1);
    b1.intoArray(y, y1 + WIDTH);
    c0.intoArray(y, y2);
    c1.intoArray(y, y2 + WIDTH);
    d0.intoArray(y, y3);
    d1.intoArray(y, y3 + WIDTH);
  }

  private static void fourByOne(
      double[] x,
      int xStart,
      int xStride,
      int[] chosen,
      int count,
      double[] weights,
      int stride,
      double[] y,
      int y0,
      int y1,
      int y2,
      int y3,
      int o) {
    DoubleVector a = DoubleVector.zero(SPECIES);
    DoubleVector b = a;
    DoubleVector c = a;
    DoubleVector d = a;
    for (int k = 0; k < count; k++) {
      int j = chosen[k];
      DoubleVector w = DoubleVector.fromArray(SPECIES, weights, j * stride + o);
      a = DoubleVector.broadcast(SPECIES, x[xStart + j]).fma(w, a);
      b = DoubleVector.broadcast(SPECIES, x[xStart + xStride + j]).fma(w, b);
      c = DoubleVector.broadcast(SPECIES, x[xStart + 2 * xStride + j]).fma(w, c);
      d = DoubleVector.broadcast(SPECIES, x[xStart + 3 * xStride + j]).fma(w, d);
    }
    a.intoArray(y, y0);
    b.intoArray(y, y1);
    c.intoArray(y, y2);
    d.intoArray(y, y3);
  }

  @Override
  public void multiplyOne(
      double[] x,
      int xStart,
      int[] chosen,
      int count,
      double[] weights,
      int stride,
      double[] y,
      int yStart) {
    int o = 0;
    for (; o + 4 * WIDTH <= stride; o += 4 * WIDTH) {
      oneByFour(x, xStart, chosen, count, weights, stride, y, yStart + o, o);
    }
    for (; o < stride; o += WIDTH) {
      oneByOne(x, xStart, chosen, count, weights, stride, y, yStart + o, o);
    }
  }

  private static void oneByFour(
      double[] x,
      int xStart,
      int[] chosen,
      int count,
      double[] weights,
      int stride,
      double[] y,
      int yStart,
      int o) {
    DoubleVector a0 = DoubleVector.zero(SPECIES);
    DoubleVector a1 = a0;
    DoubleVector a2 = a0;
    DoubleVector a3 = a0;
    for (int k = 0; k < count; k++) {
      int j = chosen[k];
      int column = j * stride + o;
      DoubleVector factor = DoubleVector.broadcast(SPECIES, x[xStart + j]);
      a0 = factor.fma(DoubleVector.fromArray(SPECIES, weights, column), a0);
      a1 = factor.fma(DoubleVector.fromArray(SPECIES, weights, column + WIDTH), a1);
      a2 = factor.fma(DoubleVector.fromArray(SPECIES, weights, column + 2 * WIDTH), a2);
      a3 = factor.fma(DoubleVector.fromArray(SPECIES, weights, column + 3 * WIDTH), a3);
    }
    a0.intoArray(y, yStart);
    a1.intoArray(y, yStart + WIDTH);
    a2.intoArray(y, yStart + 2 * WIDTH);
    a3.intoArray(y, yStart + 3 * WIDTH);
  }

  private static void oneByOne(
      double[] x,
      int xStart,
      int[] chosen,
      int count,
      double[] weights,
      int stride,
      double[] y,
      int yStart,
      int o) {
    DoubleVector a = DoubleVector.zero(SPECIES);
    for (int k = 0; k < count; k++) {
      int j = chosen[k];
      a =
          DoubleVector.broadcast(SPECIES, x[xStart + j])
              .fma(DoubleVector.fromArray(SPECIES, weights, j * stride + o), a);
    }
    a.intoArray(y, yStart);
  }

  @Override
  public void scale(double[] a, double[] b, int bStart, double[] y, int yStart, int n) {
    for (int o = 0; o < n; o += WIDTH) {
      DoubleVector.fromArray(SPECIES, a, o)
          .mul(DoubleVector.fromArray(SPECIES, b, bStart + o))
          .intoArray(y, yStart + o);
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
  public int advance(
      double[] slopes,
      int slope,
      double dt,
      double[] values,
      int from,
      int to,
      int n,
      double threshold,
      int[] found,
      double[] peak) {
    int count = 0;
    DoubleVector largest = DoubleVector.fromArray(SPECIES, peak, 0);
    DoubleVector step = DoubleVector.broadcast(SPECIES, dt);
    for (int o = 0; o < n; o += WIDTH) {
      DoubleVector before = DoubleVector.fromArray(SPECIES, values, from + o);
      DoubleVector after = step.fma(DoubleVector.fromArray(SPECIES, slopes, slope + o), before);
      after.intoArray(values, to + o);
      largest = largest.max(after.abs());
      if (before.mul(after).compare(VectorOperators.LE, threshold).anyTrue()) {
        count = list(values, from + o, to + o, threshold, o, found, count);
      }
    }
    largest.intoArray(peak, 0);
    return count;
  }

  @Override
  public int bendAndAdvance(
      double[] weights,
      int column,
      double x,
      double[] slopes,
      int slopeFrom,
      int slopeTo,
      double dt,
      double[] values,
      int from,
      int to,
      int n,
      double threshold,
      int[] found,
      double[] peak) {
    int count = 0;
    DoubleVector largest = DoubleVector.fromArray(SPECIES, peak, 0);
    DoubleVector factor = DoubleVector.broadcast(SPECIES, x);
    DoubleVector step = DoubleVector.broadcast(SPECIES, dt);
    for (int o = 0; o < n; o += WIDTH) {
      DoubleVector slope = bent(weights, column + o, factor, slopes, slopeFrom + o);
      slope.intoArray(slopes, slopeTo + o);
      DoubleVector before = DoubleVector.fromArray(SPECIES, values, from + o);
      DoubleVector after = step.fma(slope, before);
      after.intoArray(values, to + o);
      largest = largest.max(after.abs());
      if (before.mul(after).compare(VectorOperators.LE, threshold).anyTrue()) {
        count = list(values, from + o, to + o, threshold, o, found, count);
      }
    }
    largest.intoArray(peak, 0);
    return count;
  }

  /** Looks at the lanes one by one: a mask as a number is slow before JDK 18. */
  private static int list(
      double[] values, int from, int to, double threshold, int first, int[] found, int count) {
    int size = count;
    for (int lane = 0; lane < WIDTH; lane++) {
      if (values[from + lane] * values[to + lane] <= threshold) {
        found[size++] = first + lane;
      }
    }
    return size;
  }

  @Override
  public void activate(
      double[] value,
      double[] slope,
      int start,
      double dt,
      double[] negativeSlope,
      double[] y,
      int yStart,
      int n) {
    DoubleVector step = DoubleVector.broadcast(SPECIES, dt);
    DoubleVector zero = DoubleVector.zero(SPECIES);
    for (int o = 0; o < n; o += WIDTH) {
      DoubleVector z =
          step.fma(
              DoubleVector.fromArray(SPECIES, slope, start + o),
              DoubleVector.fromArray(SPECIES, value, start + o));
      DoubleVector.fromArray(SPECIES, negativeSlope, o)
          .fma(z.min(zero), z.max(zero))
          .intoArray(y, yStart + o);
    }
  }

  @Override
  public double dot(double[] a, int aStart, double[] b, int bStart, int n, double[] partial) {
    DoubleVector p0 = DoubleVector.zero(SPECIES);
    DoubleVector p1 = p0;
    DoubleVector p2 = p0;
    DoubleVector p3 = p0;
    for (int o = 0; o < n; o += LANES) {
      p0 = product(a, aStart + o, b, bStart + o, p0);
      if (WIDTH < 8) {
        p1 = product(a, aStart + o + WIDTH, b, bStart + o + WIDTH, p1);
      }
      if (WIDTH < 4) {
        p2 = product(a, aStart + o + 2 * WIDTH, b, bStart + o + 2 * WIDTH, p2);
        p3 = product(a, aStart + o + 3 * WIDTH, b, bStart + o + 3 * WIDTH, p3);
      }
    }
    return total(p0, p1, p2, p3, partial);
  }

  private static DoubleVector product(double[] a, int i, double[] b, int j, DoubleVector sum) {
    return DoubleVector.fromArray(SPECIES, a, i).fma(DoubleVector.fromArray(SPECIES, b, j), sum);
  }

  private static double total(
      DoubleVector p0, DoubleVector p1, DoubleVector p2, DoubleVector p3, double[] partial) {
    p0.intoArray(partial, 0);
    if (WIDTH < 8) {
      p1.intoArray(partial, WIDTH);
    }
    if (WIDTH < 4) {
      p2.intoArray(partial, 2 * WIDTH);
      p3.intoArray(partial, 3 * WIDTH);
    }
    return LineKernels.total(partial);
  }

  @Override
  public double squaredBend(
      double[] rows, int first, int middle, int last, double part, int n, double[] partial) {
    DoubleVector p0 = DoubleVector.zero(SPECIES);
    DoubleVector p1 = p0;
    DoubleVector p2 = p0;
    DoubleVector p3 = p0;
    DoubleVector share = DoubleVector.broadcast(SPECIES, part);
    for (int o = 0; o < n; o += LANES) {
      p0 = square(rows, first + o, middle + o, last + o, share, p0);
      if (WIDTH < 8) {
        int at = o + WIDTH;
        p1 = square(rows, first + at, middle + at, last + at, share, p1);
      }
      if (WIDTH < 4) {
        int at = o + 2 * WIDTH;
        p2 = square(rows, first + at, middle + at, last + at, share, p2);
        at += WIDTH;
        p3 = square(rows, first + at, middle + at, last + at, share, p3);
      }
    }
    return total(p0, p1, p2, p3, partial);
  }

  private static DoubleVector square(
      double[] rows, int first, int middle, int last, DoubleVector share, DoubleVector sum) {
    DoubleVector start = DoubleVector.fromArray(SPECIES, rows, first);
    DoubleVector chord = share.fma(DoubleVector.fromArray(SPECIES, rows, last).sub(start), start);
    DoubleVector bend = DoubleVector.fromArray(SPECIES, rows, middle).sub(chord);
    return bend.fma(bend, sum);
  }
}
