package org.folding.core.walk;

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
  private final int[] passing;

  // Which part of a span has passed at each breakpoint inside it.
  private double[] parts = new double[16];
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
      // Right where the values are: along slopes of any kind, for no time.
      kernels.activate(values, values, firstInterval(e) * n, 0, noSlope, ends, e * n, n);
    }
    if (parts.length < each) {
      parts = new double[2 * each];
    }
    for (int e = 0; e < spans; e++) {
      int first = firstInterval(e) + 1;
      int rows = firstInterval(e + 1) - first;
      for (int p = 0; p < rows; p++) {
        parts[p] = part(e, intervals.start(first + p));
      }
      kernels.stray(values, first * n, rows, parts, ends, e * n, (e + 1) * n, strays, e * n, n);
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

  /** The units that pass on anything anywhere, in order: the first {@link #passingCount}. */
  int[] passing() {
    return passing;
  }

  int passingCount() {
    return passingCount;
  }

  /** Gives what was found. */
  void into(SpanRows rows) {
    int half = SPANS / SpanRows.GROUP;
    for (int group = 0; group < half; group++) {
      int first = group * SpanRows.GROUP;
      into(rows, group, ends, first + 1, spans);
      into(rows, half + group, strays, first, spans - 1);
    }
  }

  private void into(SpanRows rows, int group, double[] from, int first, int last) {
    int n = units.stride;
    int row0 = Math.min(first, last) * n;
    int row1 = Math.min(first + 1, last) * n;
    int row2 = Math.min(first + 2, last) * n;
    int row3 = Math.min(first + 3, last) * n;
    int[] inputs = rows.inputs[group];
    double[] factors = rows.factors[group];
    int size = 0;
    for (int k = 0; k < passingCount; k++) {
      int c = units.place(passing[k]);
      int at = SpanRows.GROUP * size;
      inputs[size] = passing[k];
      factors[at] = from[row0 + c];
      factors[at + 1] = from[row1 + c];
      factors[at + 2] = from[row2 + c];
      factors[at + 3] = from[row3 + c];
      // None is negative.
      double any = factors[at] + factors[at + 1] + factors[at + 2] + factors[at + 3];
      size += any > 0 ? 1 : 0;
    }
    rows.count[group] = size;
  }
}
