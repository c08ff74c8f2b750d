package org.folding.core.walk;

import java.util.Arrays;

/** The kernels in plain Java, for JVMs that do not offer the Vector API. */
final class PlainKernels implements LineKernels {

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
    multiplyOne(x, xStart, chosen, count, weights, stride, y, y0);
    multiplyOne(x, xStart + xStride, chosen, count, weights, stride, y, y1);
    multiplyOne(x, xStart + 2 * xStride, chosen, count, weights, stride, y, y2);
    multiplyOne(x, xStart + 3 * xStride, chosen, count, weights, stride, y, y3);
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
    Arrays.fill(y, yStart, yStart + stride, 0);
    int k = 0;
    for (; k + 4 <= count; k += 4) {
      int j0 = chosen[k];
      int j1 = chosen[k + 1];
      int j2 = chosen[k + 2];
      int j3 = chosen[k + 3];
      double x0 = x[xStart + j0];
      double x1 = x[xStart + j1];
      double x2 = x[xStart + j2];
      double x3 = x[xStart + j3];
      for (int o = 0; o < stride; o++) {
        double sum = Math.fma(x0, weights[j0 * stride + o], y[yStart + o]);
        sum = Math.fma(x1, weights[j1 * stride + o], sum);
        sum = Math.fma(x2, weights[j2 * stride + o], sum);
        y[yStart + o] = Math.fma(x3, weights[j3 * stride + o], sum);
      }
    }
    for (; k < count; k++) {
      int column = chosen[k] * stride;
      double factor = x[xStart + chosen[k]];
      for (int o = 0; o < stride; o++) {
        y[yStart + o] = Math.fma(factor, weights[column + o], y[yStart + o]);
      }
    }
  }

  @Override
  public void scale(double[] a, double[] b, int bStart, double[] y, int yStart, int n) {
    for (int o = 0; o < n; o++) {
      y[yStart + o] = a[o] * b[bStart + o];
    }
  }

  @Override
  public void bend(
      double[] weights, int column, double x, double[] slopes, int from, int to, int n) {
    for (int o = 0; o < n; o++) {
      slopes[to + o] = Math.fma(x, weights[column + o], slopes[from + o]);
    }
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
    double largest = peak[0];
    for (int o = 0; o < n; o++) {
      double before = values[from + o];
      double after = Math.fma(dt, slopes[slope + o], before);
      values[to + o] = after;
      largest = Math.max(largest, Math.abs(after));
      if (before * after <= threshold) {
        found[count++] = o;
      }
    }
    peak[0] = largest;
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
    bend(weights, column, x, slopes, slopeFrom, slopeTo, n);
    return advance(slopes, slopeTo, dt, values, from, to, n, threshold, found, peak);
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
    for (int o = 0; o < n; o++) {
      double z = Math.fma(dt, slope[start + o], value[start + o]);
      y[yStart + o] = Math.fma(negativeSlope[o], Math.min(z, 0), Math.max(z, 0));
    }
  }

  @Override
  public double dot(double[] a, int aStart, double[] b, int bStart, int n, double[] partial) {
    Arrays.fill(partial, 0);
    for (int o = 0; o < n; o += LANES) {
      for (int lane = 0; lane < LANES; lane++) {
        partial[lane] = Math.fma(a[aStart + o + lane], b[bStart + o + lane], partial[lane]);
      }
    }
    return LineKernels.total(partial);
  }

  @Override
  public double squaredBend(
      double[] rows, int first, int middle, int last, double part, int n, double[] partial) {
    Arrays.fill(partial, 0);
    for (int o = 0; o < n; o += LANES) {
      for (int lane = 0; lane < LANES; lane++) {
        int at = o + lane;
        double chord = Math.fma(part, rows[last + at] - rows[first + at], rows[first + at]);
        double bend = rows[middle + at] - chord;
        partial[lane] = Math.fma(bend, bend, partial[lane]);
      }
    }
    return LineKernels.total(partial);
  }
}
