package org.folding.core.walk;

import java.util.Arrays;
import java.util.List;

/**
 * Finds the crossings of a chain's last stage, of which nothing else is wanted, without following
 * all of its units.
 *
 * <p>Between two breakpoints t_a and t_b a unit's pre-activation w · h(t) + b strays from its chord
 * by at most |w| · max |h(t) − chord of h|, by Cauchy and Schwarz, where h is what the stage before
 * passes on. If it is farther from zero at both ends than that, with one sign, it does not cross.
 * Otherwise the breakpoint in the middle is looked at, and both halves likewise. The deviation of h
 * is bounded on a tree of breakpoints: by the distance of the middle from the chord, and the larger
 * deviation of the halves.
 */
final class LastStageSearch {
  /** The leaves of a tree: at so many breakpoints all units are evaluated. */
  private static final int LEAVES = 16;

  /** Fewer intervals are followed one by one. */
  private static final int MIN_INTERVALS = 24;

  private static final int MIN_UNITS = 16;

  private final Stage stage;
  private final Stage before;
  private final int reader;
  private final LineKernels kernels = LineKernels.best();
  private final double[] partial = new double[LineKernels.LANES];
  // Unit by unit.
  private final double[] weights;
  private final double[] norm;
  private final Rows passedOn = new Rows();
  private final Rows ends = new Rows();
  private final int[] all;
  // Of the node of a tree: its deviation.
  private final double[] deviation = new double[2 * LEAVES];
  private final double[] unitBefore;
  private final double[] unitAfter;

  private Partition input;
  private double tolerance;
  private CrossingSearch search;

  LastStageSearch(Chain chain) {
    List<Stage> stages = chain.stages;
    int last = stages.size() - 1;
    boolean deep = last >= 2 && stages.get(last).units >= MIN_UNITS;
    this.reader = deep ? last - 1 : -1;
    this.stage = stages.isEmpty() ? null : stages.get(last);
    this.before = deep ? stages.get(last - 1) : null;
    this.weights = deep ? new double[stage.units * before.stride] : new double[0];
    this.norm = new double[deep ? stage.units : 0];
    this.unitBefore = new double[norm.length];
    this.unitAfter = new double[norm.length];
    this.all = new int[deep ? before.units : 0];
    Arrays.setAll(all, j -> j);
    for (int o = 0; o < norm.length; o++) {
      double squares = 0;
      for (int j = 0; j < before.units; j++) {
        double weight = stage.weights[j * stage.stride + o];
        weights[o * before.stride + j] = weight;
        squares += weight * weight;
      }
      norm[o] = Math.sqrt(squares);
    }
  }

  /** Whether the search needs the values of a stage. */
  boolean reads(int l) {
    return l == reader;
  }

  /** Whether it is faster than following all units. */
  boolean isWorthIt(int intervals) {
    return before != null && intervals >= MIN_INTERVALS;
  }

  /**
   * Lets all crossings be examined.
   *
   * @param intervals the breakpoints of the stages before
   * @param inputValues the values of the stage before where each interval of its input starts
   * @param inputSlopes its slopes there
   */
  void find(
      Partition intervals,
      double[] inputValues,
      double[] inputSlopes,
      ChainPoint from,
      ChainPoint to,
      double zero,
      CrossingSearch crossings) {
    input = intervals;
    tolerance = zero;
    search = crossings;
    int count = intervals.intervals();
    passOn(inputValues, inputSlopes, to);
    int trees = (count + LEAVES - 1) / LEAVES;
    evaluateEnds(trees, from, to);
    double[] end = ends.data();
    for (int tree = 0; tree < trees; tree++) {
      int first = tree * LEAVES;
      int last = Math.min(count, first + LEAVES);
      double bound = bound(1, first, last);
      int low = tree * stage.stride;
      int high = low + stage.stride;
      for (int o = 0; o < stage.units; o++) {
        double a = end[low + o];
        double b = end[high + o];
        double limit = norm[o] * bound + 2 * tolerance;
        if ((a <= limit || b <= limit) && (a >= -limit || b >= -limit)) {
          descend(o, 1, first, last, a, b);
        }
      }
    }
  }

  /** What the stage before passes on at each breakpoint, and at the end of the line. */
  private void passOn(double[] inputValues, double[] inputSlopes, ChainPoint to) {
    int count = input.intervals();
    int stride = before.stride;
    passedOn.reserve(count + 1, stride);
    double[] h = passedOn.data();
    double parentStart = 0;
    for (int i = 0; i < count; i++) {
      double start = input.start(i);
      if (input.startsWithParent(i)) {
        parentStart = start;
      }
      kernels.activate(
          inputValues,
          inputSlopes,
          input.parent(i) * stride,
          start - parentStart,
          before.slope,
          h,
          i * stride,
          stride);
    }
    double[] z = to.values[reader];
    for (int j = 0; j < before.units; j++) {
      h[count * stride + j] = z[j] > 0 ? z[j] : before.slope[j] * z[j];
    }
    // As behind the last unit elsewhere.
    Arrays.fill(h, count * stride + before.units, (count + 1) * stride, 1);
  }

  /** All units at the ends of all trees. */
  private void evaluateEnds(int trees, ChainPoint from, ChainPoint to) {
    int stride = stage.stride;
    ends.reserve(trees + LineKernels.ROWS + 1, stride);
    double[] end = ends.data();
    double[] h = passedOn.data();
    int step = LEAVES * before.stride;
    int tree = 1;
    for (; tree + 4 <= trees; tree += 4) {
      int to0 = tree * stride;
      kernels.multiplyFour(
          h,
          tree * step,
          step,
          all,
          all.length,
          stage.weights,
          stride,
          end,
          to0,
          to0 + stride,
          to0 + 2 * stride,
          to0 + 3 * stride);
    }
    for (; tree < trees; tree++) {
      kernels.multiplyOne(
          h, tree * step, all, all.length, stage.weights, stride, end, tree * stride);
    }
    for (int t = 1; t < trees; t++) {
      for (int o = 0; o < stage.units; o++) {
        end[t * stride + o] += stage.bias[o];
      }
    }
    System.arraycopy(from.values[reader + 1], 0, end, 0, stage.units);
    System.arraycopy(to.values[reader + 1], 0, end, trees * stride, stage.units);
  }

  /**
   * The deviation of what is passed on from its chord, for a node of a tree and those below it.
   *
   * @param node the root is 1; the halves of n are 2n and 2n + 1
   * @param first the first interval
   * @param last the one after the last
   */
  private double bound(int node, int first, int last) {
    double largest = 0;
    if (last - first > 1) {
      int middle = (first + last) >>> 1;
      double start = input.start(first);
      double end = last < input.intervals() ? input.start(last) : 1;
      double part = end > start ? (input.start(middle) - start) / (end - start) : 0;
      int stride = before.stride;
      double bend =
          Math.sqrt(
              kernels.squaredBend(
                  passedOn.data(),
                  first * stride,
                  middle * stride,
                  last * stride,
                  part,
                  stride,
                  partial));
      largest = bend + Math.max(bound(2 * node, first, middle), bound(2 * node + 1, middle, last));
    }
    deviation[node] = largest;
    return largest;
  }

  /** Looks for crossings of a unit between two breakpoints at which it has the values a and b. */
  private void descend(int o, int node, int first, int last, double a, double b) {
    if (last - first == 1) {
      unitBefore[o] = Math.abs(a) <= tolerance ? 0 : a;
      unitAfter[o] = b;
      search.examine(first, o, o + 1, unitBefore, unitAfter);
      return;
    }
    double limit = norm[o] * deviation[node] + 2 * tolerance;
    if ((a > limit && b > limit) || (a < -limit && b < -limit)) {
      return;
    }
    int middle = (first + last) >>> 1;
    int stride = before.stride;
    double value =
        stage.bias[o]
            + kernels.dot(weights, o * stride, passedOn.data(), middle * stride, stride, partial);
    descend(o, 2 * node, first, middle, a, value);
    descend(o, 2 * node + 1, middle, last, value, b);
  }
}
