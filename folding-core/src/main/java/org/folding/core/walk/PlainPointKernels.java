package org.folding.core.walk;

import java.util.Arrays;

/** The kernels in plain Java, for JVMs that do not offer the Vector API. */
final class PlainPointKernels implements PointKernels {

  @Override
  public void passOn(
      double[] z,
      int[] parent,
      double[] part,
      int first,
      int end,
      double[] negativeSlope,
      double[] y,
      int n) {
    for (int r = first; r < end; r++) {
      int from = parent[r] * n;
      for (int o = 0; o < n; o++) {
        double start = z[from + o];
        double value = Math.fma(part[r], z[from + n + o] - start, start);
        y[r * n + o] = value > 0 ? value : negativeSlope[o] * value;
      }
    }
  }

  @Override
  public void apply(
      double[] x,
      int length,
      int inputs,
      double[] start,
      double[] end,
      int last,
      double[] weights,
      double[] bias,
      double[] z,
      int n) {
    System.arraycopy(start, 0, z, 0, n);
    System.arraycopy(end, 0, z, last * n, n);
    for (int r = 1; r < last; r++) {
      System.arraycopy(bias, 0, z, r * n, n);
      for (int j = 0; j < inputs; j++) {
        double factor = x[r * length + j];
        for (int o = 0; o < n; o++) {
          z[r * n + o] = Math.fma(factor, weights[j * n + o], z[r * n + o]);
        }
      }
    }
  }

  @Override
  public int scan(
      double[] z,
      int intervals,
      int n,
      double[] real,
      double threshold,
      int[] found,
      double[] peak) {
    int count = 0;
    Arrays.fill(peak, 0);
    double[] squares = new double[LineKernels.LANES];
    for (int at = 0; at < intervals * n; at += n) {
      Arrays.fill(squares, 0);
      for (int o = 0; o < n; o++) {
        double after = z[at + n + o];
        int lane = o % LineKernels.LANES;
        squares[lane] = Math.fma(after, after, squares[lane]);
        if (z[at + o] * after <= threshold * real[o]) {
          found[count++] = at + o;
        }
      }
      for (int lane = 0; lane < LineKernels.LANES; lane++) {
        peak[lane] = Math.max(peak[lane], squares[lane]);
      }
    }
    return count;
  }
}
