package org.folding.core.walk;

import jdk.incubator.vector.DoubleVector;
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

  VectorKernels() {
    if (DoubleVector.SPECIES_PREFERRED.length() < WIDTH) {
      throw new UnsupportedOperationException("vectors are short");
    }
  }

  @Override
  public void multiply(
      double[] x,
      int length,
      int rows,
      int[] chosen,
      int count,
      double[] weights,
      int stride,
      double[] y,
      int[] start,
      double[] panel) {
    if (rows < ROWS) {
      for (int r = 0; r < rows; r++) {
        int row = LineKernels.place(r, length);
        multiplyOne(x, row, chosen, count, weights, stride, y, start[r]);
      }
      return;
    }
    int o = 0;
    for (; o + 2 * WIDTH <= stride; o += 2 * WIDTH) {
      pack(chosen, count, weights, stride, o, panel);
      int r = 0;
      for (; r + ROWS <= rows; r += ROWS) {
        fourByTwo(
            x,
            r * length,
            count,
            panel,
            y,
            start[r] + o,
            start[r + 1] + o,
            start[r + 2] + o,
            start[r + 3] + o);
      }
      for (; r < rows; r++) {
        oneByTwo(x, LineKernels.place(r, length), count, panel, y, start[r] + o);
      }
    }
    for (; o < stride; o += WIDTH) {
      for (int r = 0; r < rows; r++) {
        int row = LineKernels.place(r, length);
        oneByOne(x, row, chosen, count, weights, stride, y, start[r] + o, o);
      }
    }
  }

  private static void oneByTwo(
      double[] x, int xStart, int count, double[] panel, double[] y, int yStart) {
    DoubleVector a0 = DoubleVector.zero(SPECIES);
    DoubleVector a1 = a0;
    for (int k = 0; k < count; k++) {
      DoubleVector factor = DoubleVector.broadcast(SPECIES, x[xStart + ROWS * k]);
      a0 = factor.fma(DoubleVector.fromArray(SPECIES, panel, 2 * WIDTH * k), a0);
      a1 = factor.fma(DoubleVector.fromArray(SPECIES, panel, 2 * WIDTH * k + WIDTH), a1);
    }
    a0.intoArray(y, yStart);
    a1.intoArray(y, yStart + WIDTH);
  }

  /**
   * Puts two vectors of each chosen column one after the other, where they stay in the nearest
   * cache for all rows.
   */
  private static void pack(
      int[] chosen, int count, double[] weights, int stride, int o, double[] panel) {
    for (int k = 0; k < count; k++) {
      int column = chosen[k] * stride + o;
      DoubleVector.fromArray(SPECIES, weights, column).intoArray(panel, 2 * WIDTH * k);
      DoubleVector.fromArray(SPECIES, weights, column + WIDTH)
          .intoArray(panel, 2 * WIDTH * k + WIDTH);
    }
  }

  /** Eight sums in registers: a weight is loaded once for four rows. */
  private static void fourByTwo(
      double[] x,
      int xStart,
      int count,
      double[] panel,
      double[] y,
      int y0,
      int y1,
      int y2,
      int y3) {
    DoubleVector a0 = DoubleVector.zero(SPECIES);
    DoubleVector a1 = a0;
    DoubleVector b0 = a0;
    DoubleVector b1 = a0;
    DoubleVector c0 = a0;
    DoubleVector c1 = a0;
    DoubleVector d0 = a0;
    DoubleVector d1 = a0;
    for (int k = 0; k < count; k++) {
      DoubleVector w0 = DoubleVector.fromArray(SPECIES, panel, 2 * WIDTH * k);
      DoubleVector w1 = DoubleVector.fromArray(SPECIES, panel, 2 * WIDTH * k + WIDTH);
      DoubleVector factor = DoubleVector.broadcast(SPECIES, x[xStart + ROWS * k]);
      a0 = factor.fma(w0, a0);
      a1 = factor.fma(w1, a1);
      factor = DoubleVector.broadcast(SPECIES, x[xStart + ROWS * k + 1]);
      b0 = factor.fma(w0, b0);
      b1 = factor.fma(w1, b1);
      factor = DoubleVector.broadcast(SPECIES, x[xStart + ROWS * k + 2]);
      c0 = factor.fma(w0, c0);
      c1 = factor.fma(w1, c1);
      factor = DoubleVector.broadcast(SPECIES, x[xStart + ROWS * k + 3]);
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

  private static void multiplyOne(
      double[] x,
      int xStart,
      int[] chosen,
      int count,
      double[] weights,
      int stride,
      double[] y,
      int yStart) {
    int o = 0;
    for (; o + 8 * WIDTH <= stride; o += 8 * WIDTH) {
      oneByEight(x, xStart, chosen, count, weights, stride, y, yStart + o, o);
    }
    for (; o + 2 * WIDTH <= stride; o += 2 * WIDTH) {
      oneByTwo(x, xStart, chosen, count, weights, stride, y, yStart + o, o);
    }
    for (; o < stride; o += WIDTH) {
      oneByOne(x, xStart, chosen, count, weights, stride, y, yStart + o, o);
    }
  }

  private static void oneByEight(
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
    DoubleVector a4 = a0;
    DoubleVector a5 = a0;
    DoubleVector a6 = a0;
    DoubleVector a7 = a0;
    for (int k = 0; k < count; k++) {
      int column = chosen[k] * stride + o;
      DoubleVector factor = DoubleVector.broadcast(SPECIES, x[xStart + ROWS * k]);
      a0 = factor.fma(DoubleVector.fromArray(SPECIES, weights, column), a0);
      a1 = factor.fma(DoubleVector.fromArray(SPECIES, weights, column + WIDTH), a1);
      a2 = factor.fma(DoubleVector.fromArray(SPECIES, weights, column + 2 * WIDTH), a2);
      a3 = factor.fma(DoubleVector.fromArray(SPECIES, weights, column + 3 * WIDTH), a3);
      a4 = factor.fma(DoubleVector.fromArray(SPECIES, weights, column + 4 * WIDTH), a4);
      a5 = factor.fma(DoubleVector.fromArray(SPECIES, weights, column + 5 * WIDTH), a5);
      a6 = factor.fma(DoubleVector.fromArray(SPECIES, weights, column + 6 * WIDTH), a6);
      a7 = factor.fma(DoubleVector.fromArray(SPECIES, weights, column + 7 * WIDTH), a7);
    }
    a0.intoArray(y, yStart);
    a1.intoArray(y, yStart + WIDTH);
    a2.intoArray(y, yStart + 2 * WIDTH);
    a3.intoArray(y, yStart + 3 * WIDTH);
    a4.intoArray(y, yStart + 4 * WIDTH);
    a5.intoArray(y, yStart + 5 * WIDTH);
    a6.intoArray(y, yStart + 6 * WIDTH);
    a7.intoArray(y, yStart + 7 * WIDTH);
  }

  private static void oneByTwo(
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
    for (int k = 0; k < count; k++) {
      int column = chosen[k] * stride + o;
      DoubleVector factor = DoubleVector.broadcast(SPECIES, x[xStart + ROWS * k]);
      a0 = factor.fma(DoubleVector.fromArray(SPECIES, weights, column), a0);
      a1 = factor.fma(DoubleVector.fromArray(SPECIES, weights, column + WIDTH), a1);
    }
    a0.intoArray(y, yStart);
    a1.intoArray(y, yStart + WIDTH);
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
      a =
          DoubleVector.broadcast(SPECIES, x[xStart + ROWS * k])
              .fma(DoubleVector.fromArray(SPECIES, weights, chosen[k] * stride + o), a);
    }
    a.intoArray(y, yStart);
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
    DoubleVector step = DoubleVector.broadcast(SPECIES, dt);
    DoubleVector squares = DoubleVector.zero(SPECIES);
    DoubleVector moreSquares = squares;
    for (int o = 0; o < n; o += LANES) {
      DoubleVector before = DoubleVector.fromArray(SPECIES, values, from + o);
      DoubleVector after = step.fma(DoubleVector.fromArray(SPECIES, slopes, slope + o), before);
      after.intoArray(values, to + o);
      squares = after.fma(after, squares);
      VectorMask<Double> near = before.mul(after).compare(VectorOperators.LE, threshold);
      if (HALF) {
        int p = o + WIDTH;
        before = DoubleVector.fromArray(SPECIES, values, from + p);
        after = step.fma(DoubleVector.fromArray(SPECIES, slopes, slope + p), before);
        after.intoArray(values, to + p);
        moreSquares = after.fma(after, moreSquares);
        near = near.or(before.mul(after).compare(VectorOperators.LE, threshold));
      }
      if (near.anyTrue()) {
        count = list(values, from + o, to + o, threshold, o, found, count);
      }
    }
    raise(peak, squares, moreSquares);
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
    DoubleVector factor = DoubleVector.broadcast(SPECIES, x);
    DoubleVector step = DoubleVector.broadcast(SPECIES, dt);
    DoubleVector squares = DoubleVector.zero(SPECIES);
    DoubleVector moreSquares = squares;
    for (int o = 0; o < n; o += LANES) {
      DoubleVector slope = bent(weights, column + o, factor, slopes, slopeFrom + o);
      slope.intoArray(slopes, slopeTo + o);
      DoubleVector before = DoubleVector.fromArray(SPECIES, values, from + o);
      DoubleVector after = step.fma(slope, before);
      after.intoArray(values, to + o);
      squares = after.fma(after, squares);
      VectorMask<Double> near = before.mul(after).compare(VectorOperators.LE, threshold);
      if (HALF) {
        int p = o + WIDTH;
        slope = bent(weights, column + p, factor, slopes, slopeFrom + p);
        slope.intoArray(slopes, slopeTo + p);
        before = DoubleVector.fromArray(SPECIES, values, from + p);
        after = step.fma(slope, before);
        after.intoArray(values, to + p);
        moreSquares = after.fma(after, moreSquares);
        near = near.or(before.mul(after).compare(VectorOperators.LE, threshold));
      }
      if (near.anyTrue()) {
        count = list(values, from + o, to + o, threshold, o, found, count);
      }
    }
    raise(peak, squares, moreSquares);
    return count;
  }

  private static void raise(double[] peak, DoubleVector squares, DoubleVector moreSquares) {
    raise(peak, 0, squares);
    if (HALF) {
      raise(peak, WIDTH, moreSquares);
    }
  }

  private static void raise(double[] peak, int at, DoubleVector squares) {
    DoubleVector most = DoubleVector.fromArray(SPECIES, peak, at);
    most.blend(squares, squares.compare(VectorOperators.GT, most)).intoArray(peak, at);
  }

  /** Looks at the lanes one by one: a mask as a number is slow before JDK 18. */
  private static int list(
      double[] values, int from, int to, double threshold, int first, int[] found, int count) {
    int size = count;
    for (int lane = 0; lane < LANES; lane++) {
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
    for (int o = 0; o < n; o += WIDTH) {
      DoubleVector z =
          step.fma(
              DoubleVector.fromArray(SPECIES, slope, start + o),
              DoubleVector.fromArray(SPECIES, value, start + o));
      z.mul(DoubleVector.fromArray(SPECIES, negativeSlope, o))
          .blend(z, z.compare(VectorOperators.GT, 0))
          .intoArray(y, yStart + o);
    }
  }

  @Override
  public double dot(double[] a, int aStart, double[] b, int bStart, int n, double[] partial) {
    DoubleVector p = DoubleVector.zero(SPECIES);
    DoubleVector q = p;
    for (int o = 0; o < n; o += LANES) {
      p = product(a, aStart + o, b, bStart + o, p);
      if (HALF) {
        q = product(a, aStart + o + WIDTH, b, bStart + o + WIDTH, q);
      }
    }
    return total(p, q, partial);
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
  public double squaredBend(
      double[] rows, int first, int middle, int last, double part, int n, double[] partial) {
    DoubleVector p = DoubleVector.zero(SPECIES);
    DoubleVector q = p;
    DoubleVector share = DoubleVector.broadcast(SPECIES, part);
    for (int o = 0; o < n; o += LANES) {
      p = square(rows, first + o, middle + o, last + o, share, p);
      if (HALF) {
        int at = o + WIDTH;
        q = square(rows, first + at, middle + at, last + at, share, q);
      }
    }
    return total(p, q, partial);
  }

  private static DoubleVector square(
      double[] rows, int first, int middle, int last, DoubleVector share, DoubleVector sum) {
    DoubleVector start = DoubleVector.fromArray(SPECIES, rows, first);
    DoubleVector chord = share.fma(DoubleVector.fromArray(SPECIES, rows, last).sub(start), start);
    DoubleVector bend = DoubleVector.fromArray(SPECIES, rows, middle).sub(chord);
    return bend.fma(bend, sum);
  }

  @Override
  public int nearZero(
      double[] values,
      int low,
      int high,
      double[] norm,
      double deviation,
      double slack,
      int n,
      int[] found) {
    int count = 0;
    DoubleVector factor = DoubleVector.broadcast(SPECIES, deviation);
    DoubleVector rest = DoubleVector.broadcast(SPECIES, slack);
    for (int o = 0; o < n; o += WIDTH) {
      DoubleVector a = DoubleVector.fromArray(SPECIES, values, low + o);
      DoubleVector b = DoubleVector.fromArray(SPECIES, values, high + o);
      DoubleVector limit = DoubleVector.fromArray(SPECIES, norm, o).fma(factor, rest);
      // Both ends beyond the limit on one side: the smaller magnitude tells.
      DoubleVector nearest = a.min(b).max(a.max(b).neg());
      if (nearest.compare(VectorOperators.LE, limit).anyTrue()) {
        for (int lane = 0; lane < WIDTH; lane++) {
          double least = Math.min(values[low + o + lane], values[high + o + lane]);
          double greatest = Math.max(values[low + o + lane], values[high + o + lane]);
          double far = Math.fma(norm[o + lane], deviation, slack);
          if (least <= far && greatest >= -far) {
            found[count++] = o + lane;
          }
        }
      }
    }
    return count;
  }
}
