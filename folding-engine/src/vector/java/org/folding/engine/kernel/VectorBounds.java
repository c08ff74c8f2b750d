package org.folding.engine.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The bounds of {@link VectorKernels} for the units that may be active: two vectors of units at a
 * time, at the ends of all spans and then on all spans, so that weights come from far away once.
 */
final class VectorBounds {
  private static final VectorSpecies<Double> SPECIES = VectorKernels.SPECIES;
  private static final int WIDTH = SPECIES.length();

  private static final VectorSpecies<Float> SINGLES = SPECIES.withLanes(float.class);
  private static final VectorSpecies<Integer> INTS = SPECIES.withLanes(int.class);

  private static final int SINGLE_WIDTH = SINGLES.length();

  /** The units of one pass. */
  private static final int PAIR = 2 * SINGLE_WIDTH;

  /** The bits of a number, and those of its magnitude. */
  private static final int ALL = ~0;

  private static final int MAGNITUDE = Integer.MAX_VALUE;

  private VectorBounds() {}

  /** See {@link LineKernels#stray}. */
  static void stray(StrayRows rows, int span, int at, int count) {
    double[] values = rows.values;
    double[] part = rows.part;
    double[] ends = rows.ends;
    int n = rows.stride;
    int first = span * n;
    LongVector zero = LongVector.zero(VectorKernels.LONGS);
    for (int o = 0; o < n; o += WIDTH) {
      DoubleVector start = DoubleVector.fromArray(SPECIES, ends, first + o);
      DoubleVector way = DoubleVector.fromArray(SPECIES, ends, first + n + o).sub(start);
      LongVector largest = zero;
      for (int p = 0; p < count; p++) {
        // What is not negative has the same order as an integer, and what is negative is below.
        LongVector z = DoubleVector.fromArray(SPECIES, values, at + p * n + o).reinterpretAsLongs();
        DoubleVector passed = z.max(zero).reinterpretAsDoubles();
        DoubleVector chord = DoubleVector.broadcast(SPECIES, part[p]).fma(way, start);
        largest = largest.max(passed.sub(chord).abs().reinterpretAsLongs());
      }
      largest.reinterpretAsDoubles().intoArray(rows.strays, first + o);
    }
  }

  /** See {@link LineKernels#bound}. */
  static void bound(SpanRows spans, SingleWeights weights, float slack, int[] signs) {
    int groups = spans.groups();
    for (int o = 0; o < weights.stride; o += PAIR) {
      int at = weights.index(0, o);
      for (int group = 0; group < groups; group++) {
        multiply(spans, group, weights.tiles, at, group < groups / 2 ? ALL : MAGNITUDE);
      }
      decide(spans, 0, weights.bias, o, slack, signs);
      decide(spans, SINGLE_WIDTH, weights.bias, o + SINGLE_WIDTH, slack, signs);
    }
  }

  /**
   * The products with a group of factors.
   *
   * @param bits those of a weight that count
   */
  private static void multiply(SpanRows spans, int group, float[] tiles, int at, int bits) {
    IntVector mask = IntVector.broadcast(INTS, bits);
    float[] x = spans.factors[group];
    int[] chosen = spans.inputs[group];
    int count = spans.count[group];
    FloatVector a0 = FloatVector.zero(SINGLES);
    FloatVector a1 = a0;
    FloatVector b0 = a0;
    FloatVector b1 = a0;
    FloatVector c0 = a0;
    FloatVector c1 = a0;
    FloatVector d0 = a0;
    FloatVector d1 = a0;
    for (int k = 0; k < count; k++) {
      int j = at + SingleWeights.TILE * chosen[k];
      int f = SpanRows.GROUP * k;
      FloatVector w0 = masked(FloatVector.fromArray(SINGLES, tiles, j), mask);
      FloatVector w1 = masked(FloatVector.fromArray(SINGLES, tiles, j + SINGLE_WIDTH), mask);
      FloatVector factor = FloatVector.broadcast(SINGLES, x[f]);
      a0 = factor.fma(w0, a0);
      a1 = factor.fma(w1, a1);
      factor = FloatVector.broadcast(SINGLES, x[f + 1]);
      b0 = factor.fma(w0, b0);
      b1 = factor.fma(w1, b1);
      factor = FloatVector.broadcast(SINGLES, x[f + 2]);
      c0 = factor.fma(w0, c0);
      c1 = factor.fma(w1, c1);
      factor = FloatVector.broadcast(SINGLES, x[f + 3]);
      d0 = factor.fma(w0, d0);
      d1 = factor.fma(w1, d1);
    }
    float[] y = spans.products;
    int to = group * SpanRows.GROUP * PAIR;
    a0.intoArray(y, to);
    a1.intoArray(y, to + SINGLE_WIDTH);
    b0.intoArray(y, to + PAIR);
    b1.intoArray(y, to + PAIR + SINGLE_WIDTH);
    c0.intoArray(y, to + 2 * PAIR);
    c1.intoArray(y, to + 2 * PAIR + SINGLE_WIDTH);
    d0.intoArray(y, to + 3 * PAIR);
    d1.intoArray(y, to + 3 * PAIR + SINGLE_WIDTH);
  }

  private static FloatVector masked(FloatVector x, IntVector mask) {
    return x.reinterpretAsInts().and(mask).reinterpretAsFloats();
  }

  /** Whether each unit of a vector stays below zero. */
  private static void decide(
      SpanRows spans, int at, float[] bias, int o, float slack, int[] signs) {
    float[] y = spans.products;
    FloatVector b = FloatVector.fromArray(SINGLES, bias, o);
    FloatVector more = FloatVector.broadcast(SINGLES, slack);
    FloatVector z = FloatVector.fromArray(SINGLES, spans.start, o);
    IntVector sign = IntVector.broadcast(INTS, -1);
    for (int e = 0; e < spans.size - 1; e++) {
      FloatVector bound = FloatVector.fromArray(SINGLES, y, (spans.size + e) * PAIR + at).add(more);
      FloatVector next = FloatVector.fromArray(SINGLES, y, e * PAIR + at).add(b);
      sign = sign.and(z.add(bound).reinterpretAsInts()).and(next.add(bound).reinterpretAsInts());
      z = next;
    }
    FloatVector bound =
        FloatVector.fromArray(SINGLES, y, (2 * spans.size - 1) * PAIR + at).add(more);
    FloatVector last = FloatVector.fromArray(SINGLES, spans.finish, o);
    sign.and(z.add(bound).reinterpretAsInts())
        .and(last.add(bound).reinterpretAsInts())
        .intoArray(signs, o);
  }
}
