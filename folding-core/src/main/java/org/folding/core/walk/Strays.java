package org.folding.core.walk;

import java.util.Arrays;

/**
 * How far what units pass on strays from its chord on some spans of a line, and what they pass on
 * at the ends of the spans. It is farthest away at one of its kinks: where stages before bend it,
 * or where the unit itself flips and passes on nothing.
 *
 * <p>For units that pass on what they get or nothing.
 */
final class Strays {
  /** A line is cut into so many spans at most. */
  private static final int SPANS = SpanRows.SPANS;

  private final LineKernels kernels = LineKernels.best();
  // For each place of the units.
  private final double[] noSlope;
  private final double[] sum;
  // End by end and span by span, as rows of the units.
  private final double[] ends;
  private final double[] strays;
  private final double[] factors;
  private final int[] passing;

  private FollowedUnits units;
  private Partition parents;
  private int passingCount;
  private int spans;
  // How many intervals make a span.
  private int each;

  /**
   * @param widest how long a row is at most
   */
  Strays(int widest) {
    this.noSlope = new double[widest];
    this.sum = new double[widest];
    this.ends = new double[Math.multiplyExact(SPANS + 1, widest)];
    this.strays = new double[Math.multiplyExact(SPANS, widest)];
    this.factors = new double[Math.multiplyExact(SpanRows.FACTORS, widest)];
    this.passing = new int[widest + 1];
  }

  /**
   * Cuts a line into spans and follows the units along them.
   *
   * @param intervals where the units bend because stages before do; at least {@link #SPANS}
   * @param flips what the flips of the units make of them
   * @param values of the units where each interval starts, and where the last one ends
   */
  void find(Partition intervals, Partition flips, FollowedUnits followed, double[] values) {
    parents = intervals;
    units = followed;
    int count = intervals.intervals();
    each = (count + SPANS - 1) / SPANS;
    spans = (count + each - 1) / each;
    int n = units.stride;
    for (int e = 0; e <= spans; e++) {
      kernels.activate(values, values, firstInterval(e) * n, 0, noSlope, ends, e * n, n);
    }
    Arrays.fill(strays, 0, spans * n, 0);
    for (int e = 0; e < spans; e++) {
      for (int i = firstInterval(e) + 1; i < firstInterval(e + 1); i++) {
        double part = part(e, intervals.start(i));
        kernels.stray(values, i * n, ends, e * n, (e + 1) * n, part, strays, e * n, n);
      }
    }
    for (int f = 0; f < flips.flips(); f++) {
      int breakpoint = flips.flipPlace(f);
      int e = flips.parent(breakpoint) / each;
      int at = e * n + units.place(flips.flippedUnit(f));
      double chord = ends[at] + part(e, flips.start(breakpoint)) * (ends[at + n] - ends[at]);
      strays[at] = Math.max(strays[at], Math.abs(chord));
    }
    listPassing(flips);
  }

  private int firstInterval(int span) {
    return Math.min(span * each, parents.intervals());
  }

  /** Which part of a span has passed at a time. */
  private double part(int span, double t) {
    double start = parents.start(firstInterval(span));
    double end = parents.start(firstInterval(span + 1));
    return end > start ? (t - start) / (end - start) : 0;
  }

  private void listPassing(Partition flips) {
    int n = units.stride;
    System.arraycopy(ends, 0, sum, 0, n);
    for (int e = 0; e < spans; e++) {
      int at = e * n;
      for (int c = 0; c < n; c++) {
        sum[c] += ends[at + n + c] + strays[at + c];
      }
    }
    for (int f = 0; f < flips.flips(); f++) {
      sum[units.place(flips.flippedUnit(f))] += 1;
    }
    passingCount = 0;
    for (int c = 0; c < units.count; c++) {
      passing[passingCount] = units.unit(c);
      passingCount += sum[c] > 0 ? 1 : 0;
    }
  }

  /** Gives what was found. */
  void into(SpanRows rows) {
    rows.passing = passing;
    rows.passingCount = passingCount;
    rows.factors = factors;
    int n = units.stride;
    for (int k = 0; k < passingCount; k++) {
      int c = units.place(passing[k]);
      int first = k * SpanRows.FACTORS;
      for (int e = 0; e < SPANS; e++) {
        factors[first + e] = ends[Math.min(e + 1, spans) * n + c];
        factors[first + SPANS + e] = strays[Math.min(e, spans - 1) * n + c];
      }
    }
  }
}
