package org.folding.core.walk;

import static org.folding.core.walk.LineKernels.TILE;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The bounds of {@link VectorKernels} for the units that may be active: two vectors of units at a
 * time, at the ends of all spans and then on all spans, so that weights come from far away once.
 */
final class VectorBounds {
  private static final VectorSpecies<Double> SPECIES = VectorKernels.SPECIES;
  private static final int WIDTH = SPECIES.length();

  /** The units of one pass. */
  private static final int PAIR = 2 * WIDTH;

  private VectorBounds() {}

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
    for (int o = 0; o < n; o += WIDTH) {
      DoubleVector start = DoubleVector.fromArray(SPECIES, ends, first + o);
      DoubleVector way = DoubleVector.fromArray(SPECIES, ends, last + o).sub(start);
      LongVector largest = LongVector.zero(VectorKernels.LONGS);
      for (int p = 0; p < rows; p++) {
        LongVector z = DoubleVector.fromArray(SPECIES, values, at + p * n + o).reinterpretAsLongs();
        LongVector sign = z.lanewise(VectorOperators.ASHR, Long.SIZE - 1);
        DoubleVector passed = z.lanewise(VectorOperators.AND_NOT, sign).reinterpretAsDoubles();
        DoubleVector chord = DoubleVector.broadcast(SPECIES, part[p]).fma(way, start);
        // What is not negative has the same order as an integer.
        largest = largest.max(passed.sub(chord).abs().reinterpretAsLongs());
      }
      largest.reinterpretAsDoubles().intoArray(y, to + o);
    }
  }

  /** See {@link LineKernels#bound}. */
  static void bound(SpanRows spans, Weights weights, double[] bias, double slack, long[] signs) {
    int n = weights.stride;
    double[] tiles = weights.tiles();
    for (int o = 0; o < n; o += PAIR) {
      int at = o / TILE * weights.tileSize + o % TILE;
      // A tile goes on behind the last unit, the arrays of units do not.
      boolean isPair = o + PAIR <= n;
      values(spans, 0, tiles, at);
      values(spans, 1, tiles, at);
      strays(spans, 2, tiles, at);
      strays(spans, 3, tiles, at);
      decide(spans, 0, bias, o, slack, signs);
      if (isPair) {
        decide(spans, WIDTH, bias, o + WIDTH, slack, signs);
      }
    }
  }

  /** The products with a group of factors. */
  private static void values(SpanRows spans, int group, double[] tiles, int at) {
    int to = group * SpanRows.GROUP * PAIR;
    VectorProducts.fourByTwo(
        spans.factors[group],
        spans.inputs[group],
        0,
        spans.count[group],
        tiles,
        at,
        TILE,
        spans.products,
        to,
        to + PAIR,
        to + 2 * PAIR,
        to + 3 * PAIR);
  }

  /** The same with the absolute weights. */
  private static void strays(SpanRows spans, int group, double[] tiles, int at) {
    double[] x = spans.factors[group];
    int[] chosen = spans.inputs[group];
    int count = spans.count[group];
    DoubleVector a0 = DoubleVector.zero(SPECIES);
    DoubleVector a1 = a0;
    DoubleVector b0 = a0;
    DoubleVector b1 = a0;
    DoubleVector c0 = a0;
    DoubleVector c1 = a0;
    DoubleVector d0 = a0;
    DoubleVector d1 = a0;
    for (int k = 0; k < count; k++) {
      int j = at + TILE * chosen[k];
      int f = SpanRows.GROUP * k;
      DoubleVector w0 = DoubleVector.fromArray(SPECIES, tiles, j).abs();
      DoubleVector w1 = DoubleVector.fromArray(SPECIES, tiles, j + WIDTH).abs();
      DoubleVector factor = DoubleVector.broadcast(SPECIES, x[f]);
      a0 = factor.fma(w0, a0);
      a1 = factor.fma(w1, a1);
      factor = DoubleVector.broadcast(SPECIES, x[f + 1]);
      b0 = factor.fma(w0, b0);
      b1 = factor.fma(w1, b1);
      factor = DoubleVector.broadcast(SPECIES, x[f + 2]);
      c0 = factor.fma(w0, c0);
      c1 = factor.fma(w1, c1);
      factor = DoubleVector.broadcast(SPECIES, x[f + 3]);
      d0 = factor.fma(w0, d0);
      d1 = factor.fma(w1, d1);
    }
    double[] y = spans.products;
    int to = group * SpanRows.GROUP * PAIR;
    a0.intoArray(y, to);
    a1.intoArray(y, to + WIDTH);
    b0.intoArray(y, to + PAIR);
    b1.intoArray(y, to + PAIR + WIDTH);
    c0.intoArray(y, to + 2 * PAIR);
    c1.intoArray(y, to + 2 * PAIR + WIDTH);
    d0.intoArray(y, to + 3 * PAIR);
    d1.intoArray(y, to + 3 * PAIR + WIDTH);
  }

  /** Whether each unit of a vector stays below zero. */
  private static void decide(
      SpanRows spans, int at, double[] bias, int o, double slack, long[] signs) {
    double[] y = spans.products;
    DoubleVector b = DoubleVector.fromArray(SPECIES, bias, o);
    DoubleVector more = DoubleVector.broadcast(SPECIES, slack);
    DoubleVector z = DoubleVector.fromArray(SPECIES, spans.start, spans.firstValue + o);
    LongVector sign = LongVector.broadcast(VectorKernels.LONGS, -1);
    for (int e = 0; e < SpanRows.SPANS - 1; e++) {
      DoubleVector bound =
          DoubleVector.fromArray(SPECIES, y, (SpanRows.SPANS + e) * PAIR + at).add(more);
      DoubleVector next = DoubleVector.fromArray(SPECIES, y, e * PAIR + at).add(b);
      sign = sign.and(z.add(bound).reinterpretAsLongs()).and(next.add(bound).reinterpretAsLongs());
      z = next;
    }
    DoubleVector bound =
        DoubleVector.fromArray(SPECIES, y, (2 * SpanRows.SPANS - 1) * PAIR + at).add(more);
    DoubleVector last = DoubleVector.fromArray(SPECIES, spans.finish, spans.firstValue + o);
    sign.and(z.add(bound).reinterpretAsLongs())
        .and(last.add(bound).reinterpretAsLongs())
        .intoArray(signs, o);
  }
}
