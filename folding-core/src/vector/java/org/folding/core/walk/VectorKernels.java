package org.folding.core.walk;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The kernels on the Vector API, an incubating module of the JDK: this class is loaded only where
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
  public void sweep(Sweep s) {
    int o = 0;
    for (; o + 2 * WIDTH <= s.stride; o += 2 * WIDTH) {
      sweepTwo(s, o);
    }
    for (; o < s.stride; o += WIDTH) {
      sweepOne(s, o);
    }
  }

  /** Two vectors at a time: their sums do not wait for each other. */
  private static void sweepTwo(Sweep s, int o) {
    double[] weights = s.weights;
    double[] slopes = s.slopes;
    double[] length = s.length;
    boolean[] fresh = s.fresh;
    int[] firstBend = s.firstBend;
    int[] bendColumn = s.bendColumn;
    double[] bendFactor = s.bendFactor;
    double threshold = s.threshold;
    boolean keepSlopes = s.keepSlopes;
    int intervals = s.intervals;
    int stride = s.stride;
    DoubleVector v0 = DoubleVector.fromArray(SPECIES, s.before, o);
    DoubleVector v1 = DoubleVector.fromArray(SPECIES, s.before, o + WIDTH);
    DoubleVector s0 = DoubleVector.zero(SPECIES);
    DoubleVector s1 = s0;
    DoubleVector largest = s0;
    int row = o;
    int f = 0;
    for (int i = 0; i < intervals; i++) {
      int endBend = firstBend[i + 1];
      if (fresh[i]) {
        s0 = DoubleVector.fromArray(SPECIES, slopes, row);
        s1 = DoubleVector.fromArray(SPECIES, slopes, row + WIDTH);
      } else {
        for (; f < endBend; f++) {
          int column = bendColumn[f] + o;
          DoubleVector factor = DoubleVector.broadcast(SPECIES, bendFactor[f]);
          s0 = factor.fma(DoubleVector.fromArray(SPECIES, weights, column), s0);
          s1 = factor.fma(DoubleVector.fromArray(SPECIES, weights, column + WIDTH), s1);
        }
        if (keepSlopes) {
          s0.intoArray(slopes, row);
          s1.intoArray(slopes, row + WIDTH);
        }
      }
      DoubleVector step = DoubleVector.broadcast(SPECIES, length[i]);
      DoubleVector n0 = step.fma(s0, v0);
      DoubleVector n1 = step.fma(s1, v1);
      largest = largest.max(n0.abs().max(n1.abs()));
      if (s.keepValues) {
        v0.intoArray(s.values, row);
        v1.intoArray(s.values, row + WIDTH);
      }
      if (v0.mul(n0).min(v1.mul(n1)).compare(VectorOperators.LE, threshold).anyTrue()) {
        v0.intoArray(s.before, o);
        v1.intoArray(s.before, o + WIDTH);
        n0.intoArray(s.after, o);
        n1.intoArray(s.after, o + WIDTH);
        s.search.examine(i, o, o + 2 * WIDTH, s.before, s.after);
        n0 = DoubleVector.fromArray(SPECIES, s.after, o);
        n1 = DoubleVector.fromArray(SPECIES, s.after, o + WIDTH);
      }
      v0 = n0;
      v1 = n1;
      row += stride;
    }
    raisePeak(s.peak, largest);
  }

  private static void sweepOne(Sweep s, int o) {
    double[] slopes = s.slopes;
    int row = o;
    int f = 0;
    DoubleVector v = DoubleVector.fromArray(SPECIES, s.before, o);
    DoubleVector slope = DoubleVector.zero(SPECIES);
    DoubleVector largest = slope;
    for (int i = 0; i < s.intervals; i++) {
      int endBend = s.firstBend[i + 1];
      if (s.fresh[i]) {
        slope = DoubleVector.fromArray(SPECIES, slopes, row);
      } else {
        for (; f < endBend; f++) {
          slope =
              DoubleVector.broadcast(SPECIES, s.bendFactor[f])
                  .fma(DoubleVector.fromArray(SPECIES, s.weights, s.bendColumn[f] + o), slope);
        }
        if (s.keepSlopes) {
          slope.intoArray(slopes, row);
        }
      }
      DoubleVector next = DoubleVector.broadcast(SPECIES, s.length[i]).fma(slope, v);
      largest = largest.max(next.abs());
      if (s.keepValues) {
        v.intoArray(s.values, row);
      }
      if (v.mul(next).compare(VectorOperators.LE, s.threshold).anyTrue()) {
        v.intoArray(s.before, o);
        next.intoArray(s.after, o);
        s.search.examine(i, o, o + WIDTH, s.before, s.after);
        next = DoubleVector.fromArray(SPECIES, s.after, o);
      }
      v = next;
      row += s.stride;
    }
    raisePeak(s.peak, largest);
  }

  private static void raisePeak(double[] peak, DoubleVector largest) {
    largest.max(DoubleVector.fromArray(SPECIES, peak, 0)).intoArray(peak, 0);
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
