package org.folding.engine.trace;

import org.folding.engine.kernel.Initializer;
import org.folding.engine.kernel.LineKernels;
import org.folding.engine.kernel.SpanRows;
import org.folding.engine.kernel.StrayRows;

/**
 * How far what units pass on strays from its chord on some spans of a line, and what they pass on
 * at the ends of the spans. It is farthest away at one of its kinks: where stages before bend it,
 * or where the unit itself flips and passes on nothing.
 *
 * <p>For units that pass on what they get or nothing.
 */
final class Strays {
  private final LineKernels kernels = LineKernels.best();
  // For each place of the units.
  private final byte[] passes;
  private final StrayRows rows;
  private final int[] passing;
  private final int[] endStart = new int[SpanRows.MOST + 1];
  private final double[] noStep = new double[SpanRows.MOST + 1];
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
    this.passes = new byte[widest];
    this.rows = new StrayRows(SpanRows.MOST, widest);
    this.passing = new int[widest];
  }

  /**
   * Cuts a line into spans and follows the units along them.
   *
   * @param most how many spans there may be
   * @param intervals where the units bend because stages before do; at least so many
   * @param flips what the flips of the units make of them
   * @param values of the units where each interval starts, and where the last one ends
   */
  @Initializer
  void find(
      int most, Partition intervals, Partition flips, FollowedUnits followed, double[] values) {
    parents = intervals;
    units = followed;
    int count = intervals.intervals();
    each = (count + most - 1) / most;
    spans = (count + each - 1) / each;
    int n = units.stride();
    for (int e = 0; e <= spans; e++) {
      endStart[e] = firstInterval(e) * n;
    }
    // Right where the values are: along slopes of any kind, for no time.
    kernels.activate(values, values, endStart, noStep, spans + 1, null, rows.ends, n);
    rows.values = values;
    rows.stride = n;
    if (rows.part.length < each) {
      rows.part = new double[2 * each];
    }
    for (int e = 0; e < spans; e++) {
      int first = firstInterval(e) + 1;
      int inside = firstInterval(e + 1) - first;
      for (int p = 0; p < inside; p++) {
        rows.part[p] = part(e, intervals.start(first + p));
      }
      kernels.stray(rows, e, first * n, inside);
    }
    for (int f = 0; f < flips.flips(); f++) {
      int breakpoint = flips.flipPlace(f);
      int e = flips.parent(breakpoint) / each;
      int at = e * n + units.place(flips.flippedUnit(f));
      double way = rows.ends[at + n] - rows.ends[at];
      double chord = rows.ends[at] + part(e, flips.start(breakpoint)) * way;
      rows.strays[at] = Math.max(rows.strays[at], Math.abs(chord));
    }
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

  /**
   * Lists the units that pass on anything anywhere: those that are active at the start of the line,
   * and those that flip.
   *
   * @param active 1 for each unit that is active at the start and 0 for others
   * @param firstUnit where the units are
   */
  void listPassing(Partition flips, byte[] active, int firstUnit) {
    for (int c = 0; c < units.count(); c++) {
      passes[c] = active[firstUnit + units.unit(c)];
    }
    for (int f = 0; f < flips.flips(); f++) {
      passes[units.place(flips.flippedUnit(f))] = 1;
    }
    int size = 0;
    for (int c = 0; c < units.count(); c++) {
      passing[size] = units.unit(c);
      size += passes[c];
    }
    passingCount = size;
  }

  /** The units that are followed. */
  FollowedUnits units() {
    return units;
  }

  /** The units that were listed, in order: the first {@link #passingCount}. */
  int[] passing() {
    return passing;
  }

  int passingCount() {
    return passingCount;
  }

  /**
   * Gives what was found of the units that were listed.
   *
   * @param allowance what strays are multiplied with
   */
  void into(SpanRows target, double allowance) {
    int half = target.groups() / 2;
    for (int group = 0; group < half; group++) {
      int first = group * SpanRows.GROUP;
      into(target, group, rows.ends, 1, first + 1, spans);
      into(target, half + group, rows.strays, allowance, first, spans - 1);
    }
  }

  private void into(SpanRows target, int group, double[] from, double times, int first, int last) {
    int n = units.stride();
    int row0 = Math.min(first, last) * n;
    int row1 = Math.min(first + 1, last) * n;
    int row2 = Math.min(first + 2, last) * n;
    int row3 = Math.min(first + 3, last) * n;
    int[] inputs = target.inputs[group];
    float[] factors = target.factors[group];
    int size = 0;
    for (int k = 0; k < passingCount; k++) {
      int c = units.place(passing[k]);
      float factor0 = (float) (times * from[row0 + c]);
      float factor1 = (float) (times * from[row1 + c]);
      float factor2 = (float) (times * from[row2 + c]);
      float factor3 = (float) (times * from[row3 + c]);
      inputs[size] = passing[k];
      int at = SpanRows.GROUP * size;
      factors[at] = factor0;
      factors[at + 1] = factor1;
      factors[at + 2] = factor2;
      factors[at + 3] = factor3;
      // None is negative.
      size += (factor0 + factor1) + (factor2 + factor3) > 0 ? 1 : 0;
    }
    target.count[group] = size;
  }
}
