package org.folding.engine.kernel;

import java.util.Arrays;

/** The kernels in plain Java, for JVMs that do not offer the Vector API. */
final class PlainPointKernels implements PointKernels {

  @Override
  public void passOn(
      double[] z,
      int[] parent,
      double[] part,
      int count,
      double[] negativeSlope,
      double[] y,
      int n) {
    for (int k = 0; k < count; k++) {
      int from = parent[k] * n;
      for (int o = 0; o < n; o++) {
        double start = z[from + o];
        double value = Math.fma(part[k], z[from + n + o] - start, start);
        y[k * n + o] = LineKernels.passedOn(value, negativeSlope[o]);
      }
    }
  }

  @Override
  public void apply(
      double[] x, int length, int[] target, int count, PointWeights stage, double[] z) {
    int inputs = stage.inputs();
    double[] weights = stage.columns();
    double[] bias = stage.bias();
    int n = stage.stride();
    for (int k = 0; k < count; k++) {
      int to = target[k] * n;
      System.arraycopy(bias, 0, z, to, n);
      for (int j = 0; j < inputs; j++) {
        double factor = x[k * length + j];
        for (int o = 0; o < n; o++) {
          z[to + o] = Math.fma(factor, weights[j * n + o], z[to + o]);
        }
      }
    }
  }

  @Override
  public void copy(double[] from, int at, double[] to, int target, int n) {
    System.arraycopy(from, at, to, target, n);
  }

  @Override
  public void scan(
      double[] z,
      int[] first,
      int lines,
      int n,
      double[] real,
      double threshold,
      NearUnits found,
      double[] peak) {
    double[] squares = new double[LineKernels.LANES];
    for (int m = 0; m < lines; m++) {
      int most = m * LineKernels.LANES;
      Arrays.fill(peak, most, most + LineKernels.LANES, 0);
      for (int r = first[m]; r + 1 < first[m + 1]; r++) {
        Arrays.fill(squares, 0);
        for (int o = 0; o < n; o++) {
          double after = z[(r + 1) * n + o];
          int lane = o % LineKernels.LANES;
          squares[lane] = Math.fma(after, after, squares[lane]);
          boolean isNear = Math.fma(z[r * n + o], after, -threshold * real[o]) < 0;
          found.note(r, o, isNear ? 1 : 0);
        }
        for (int lane = 0; lane < LineKernels.LANES; lane++) {
          peak[most + lane] = Math.max(peak[most + lane], squares[lane]);
        }
      }
    }
    found.list();
  }
}
