package org.folding.engine.kernel;

import java.util.Arrays;

/** The kernels for sparse stages in plain Java, for JVMs that do not offer the Vector API. */
final class PlainCellKernels implements CellKernels {
  private static final int LANES = LineKernels.LANES;

  @Override
  public void scatter(
      int[] offset, double[] weight, int first, int end, int base, double x, double[] y) {
    for (int e = first; e < end; e++) {
      int at = base + offset[e];
      int from = e * LANES;
      for (int lane = 0; lane < LANES; lane++) {
        y[at + lane] = Math.fma(x, weight[from + lane], y[at + lane]);
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
    double largest = peak[0];
    for (int o = 0; o < n; o++) {
      double old = values[start + o];
      double now = Math.fma(dt, slopes[start + o], old);
      before[o] = old;
      values[start + o] = now;
      slopes[start + o] += changes[change + o];
      largest = Math.max(largest, Math.abs(now));
      if (mayCross(old, now, tolerance)) {
        found[count++] = o;
      }
    }
    peak[0] = largest;
    return count;
  }

  /** Whether the product of two values is not above the tolerance times the larger of them. */
  static boolean mayCross(double before, double after, double tolerance) {
    return before * after <= tolerance * Math.max(Math.abs(before), Math.abs(after));
  }

  @Override
  public int compare(
      double[] before, double[] after, int n, double tolerance, int[] found, double[] peak) {
    int count = 0;
    double largest = peak[0];
    for (int o = 0; o < n; o++) {
      largest = Math.max(largest, Math.abs(after[o]));
      if (mayCross(before[o], after[o], tolerance)) {
        found[count++] = o;
      }
    }
    peak[0] = largest;
    return count;
  }

  @Override
  public void sum(
      double[] x, int[] chosen, int count, double[] weights, int stride, double[] y, int at) {
    Arrays.fill(y, at, at + stride, 0);
    for (int k = 0; k < count; k++) {
      int column = chosen[k] * stride;
      for (int o = 0; o < stride; o++) {
        y[at + o] = Math.fma(x[k], weights[column + o], y[at + o]);
      }
    }
  }
}
