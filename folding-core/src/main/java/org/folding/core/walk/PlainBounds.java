package org.folding.core.walk;

/** The bounds of {@link PlainKernels} for the units that may be active. */
final class PlainBounds {
  private PlainBounds() {}

  /** See {@link LineKernels#stray}. */
  static void stray(
      double[] values,
      int at,
      int rows,
      double[] part,
      double[] ends,
      int first,
      int last,
      double[] y,
      int to,
      int n) {
    for (int o = 0; o < n; o++) {
      double start = ends[first + o];
      double way = ends[last + o] - start;
      double largest = 0;
      for (int p = 0; p < rows; p++) {
        double passed = LineKernels.passedOn(values[at + p * n + o], 0);
        largest = Math.max(largest, Math.abs(passed - Math.fma(part[p], way, start)));
      }
      y[to + o] = largest;
    }
  }

  /** See {@link LineKernels#bound}. */
  static void bound(SpanRows spans, Weights weights, double[] bias, double slack, long[] signs) {
    for (int o = 0; o < weights.stride; o++) {
      signs[o] = -1;
      double value = spans.start[spans.firstValue + o];
      for (int e = 0; e < SpanRows.SPANS; e++) {
        double next =
            e + 1 < SpanRows.SPANS
                ? sum(spans, e, weights.columns, weights.stride, o) + bias[o]
                : spans.finish[spans.firstValue + o];
        double stray = sum(spans, SpanRows.SPANS + e, weights.columns, weights.stride, o) + slack;
        signs[o] &= Double.doubleToRawLongBits(value + stray);
        signs[o] &= Double.doubleToRawLongBits(next + stray);
        value = next;
      }
    }
  }

  /** The products with one of the factors, of absolute weights where these are strays. */
  private static double sum(SpanRows spans, int factor, double[] weights, int stride, int o) {
    int group = factor / SpanRows.GROUP;
    int[] inputs = spans.inputs[group];
    double[] factors = spans.factors[group];
    double sum = 0;
    for (int k = 0; k < spans.count[group]; k++) {
      double weight = weights[inputs[k] * stride + o];
      double w = factor < SpanRows.SPANS ? weight : Math.abs(weight);
      sum = Math.fma(factors[SpanRows.GROUP * k + factor % SpanRows.GROUP], w, sum);
    }
    return sum;
  }
}
