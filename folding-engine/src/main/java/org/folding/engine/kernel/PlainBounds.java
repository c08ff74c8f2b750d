package org.folding.engine.kernel;

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
  static void bound(SpanRows spans, SingleWeights weights, float slack, int[] signs) {
    for (int o = 0; o < weights.stride; o++) {
      signs[o] = -1;
      float value = spans.start[o];
      for (int e = 0; e < spans.size; e++) {
        float next =
            e + 1 < spans.size ? sum(spans, e, weights, o) + weights.bias[o] : spans.finish[o];
        float stray = sum(spans, spans.size + e, weights, o) + slack;
        signs[o] &= Float.floatToRawIntBits(value + stray);
        signs[o] &= Float.floatToRawIntBits(next + stray);
        value = next;
      }
    }
  }

  /** The products with one of the factors, of absolute weights where these are strays. */
  private static float sum(SpanRows spans, int factor, SingleWeights weights, int o) {
    int group = factor / SpanRows.GROUP;
    int[] inputs = spans.inputs[group];
    float[] factors = spans.factors[group];
    float sum = 0;
    for (int k = 0; k < spans.count[group]; k++) {
      float weight = weights.tiles[weights.index(inputs[k], o)];
      float w = factor < spans.size ? weight : Math.abs(weight);
      sum = Math.fma(factors[SpanRows.GROUP * k + factor % SpanRows.GROUP], w, sum);
    }
    return sum;
  }
}
