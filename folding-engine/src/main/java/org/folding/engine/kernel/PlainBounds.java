package org.folding.engine.kernel;

/** The bounds of {@link PlainKernels} for the units that may be active. */
final class PlainBounds {
  private PlainBounds() {}

  /** See {@link LineKernels#stray}. */
  static void stray(StrayRows rows, int span, int at, int count) {
    int n = rows.stride;
    int first = span * n;
    for (int o = first; o < first + n; o++) {
      double start = rows.ends[o];
      double way = rows.ends[o + n] - start;
      double largest = 0;
      for (int p = 0; p < count; p++) {
        double passed = LineKernels.passedOn(rows.values[at + p * n + o - first], 0);
        largest = Math.max(largest, Math.abs(passed - Math.fma(rows.part[p], way, start)));
      }
      rows.strays[o] = largest;
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
