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

  /** With fewer inputs that are not zero, the products that it saves cost little. */
  private static final int MIN_PASSING = 24;

  private final Stage stage;
  private final Stage before;
  private final int reader;
  private final LineKernels kernels = LineKernels.best();
  private final double[] partial = new double[LineKernels.LANES];
  // What the stage before passes on at each breakpoint.
  private final Rows passedOn = new Rows();
  // The same at the breakpoints of a tree, without units that pass on nothing at any of them.
  private final double[] compact;
  private final int[] live;
  private int liveCount;
  private final double[] reach;
  private int stride;
  // The weights of each unit, unit by unit, and their norm.
  private final double[] unitWeights;
  private final double[] norm;
  // Those of the unit at hand for the live inputs.
  private final double[] weights;
  // All units at the ends of a tree.
  private double[] low;
  private double[] high;
  // By node of a tree: its deviation.
  private final double[] deviation = new double[2 * LEAVES];

  private Partition input;
  private double tolerance;
  private CrossingSearch search;

  LastStageSearch(Chain chain) {
    List<Stage> stages = chain.stages;
    int last = stages.size() - 1;
    boolean deep = last >= 2 && stages.get(last).units >= MIN_UNITS;
    this.reader = deep ? last - 1 : -1;
    this.stage = deep ? stages.get(last) : null;
    this.before = deep ? stages.get(last - 1) : null;
    int inputs = deep ? before.stride : 0;
    int units = deep ? stage.stride : 0;
    this.compact = new double[(LEAVES + 1) * inputs];
    this.live = new int[inputs];
    this.weights = new double[inputs];
    this.unitWeights = new double[Math.multiplyExact(inputs, units)];
    this.norm = new double[units];
    this.reach = new double[inputs];
    this.low = new double[units];
    this.high = new double[units];
    for (int o = 0; deep && o < stage.units; o++) {
      double squares = 0;
      for (int j = 0; j < before.units; j++) {
        double weight = stage.weights[j * stage.stride + o];
        unitWeights[o * before.stride + j] = weight;
        squares += weight * weight;
      }
      norm[o] = Math.sqrt(squares);
    }
  }

  /** Whether the search needs the values of a stage. */
  boolean reads(int l) {
    return l == reader;
  }

  /**
   * Whether it is faster than following all units.
   *
   * @param intervals how many intervals there are
   * @param active which units of the stage before are active at the start of the line
   */
  boolean isWorthIt(int intervals, boolean[] active) {
    if (before == null || intervals < MIN_INTERVALS) {
      return false;
    }
    int passing = 0;
    for (int j = 0; j < before.units; j++) {
      passing += active[j] || before.slope[j] != 0 ? 1 : 0;
    }
    return passing >= MIN_PASSING;
  }

  /** Lets all crossings be examined, after {@link #pass}. */
  void find(ChainPoint from, ChainPoint to, double zero, CrossingSearch crossings) {
    tolerance = zero;
    search = crossings;
    int count = input.intervals();
    System.arraycopy(from.values[reader + 1], 0, high, 0, stage.units);
    for (int first = 0; first < count; first += LEAVES) {
      int last = Math.min(count, first + LEAVES);
      double[] swap = low;
      low = high;
      high = swap;
      compact(first, last);
      if (last == count) {
        System.arraycopy(to.values[reader + 1], 0, high, 0, stage.units);
      } else {
        evaluate(last);
      }
      double bound = bound(1, first, first, last);
      for (int o = 0; o < stage.units; o++) {
        if (mayCross(low[o], high[o], norm[o] * bound + 2 * tolerance)) {

          takeWeights(o);
          descend(o, 1, first, first, last, low[o], high[o]);
        }
      }
    }
  }

  private static boolean mayCross(double a, double b, double limit) {
    return (a <= limit || b <= limit) && (a >= -limit || b >= -limit);
  }

  /**
   * Takes what the stage before passes on at each breakpoint, and at the end of the line.
   *
   * @param intervals the breakpoints of the stages before
   * @param inputValues the values of the stage before where each interval of its input starts
   * @param inputSlopes its slopes there
   */
  void pass(Partition intervals, double[] inputValues, double[] inputSlopes, ChainPoint to) {
    input = intervals;
    int count = input.intervals();
    int n = before.stride;
    passedOn.reserve(count + 1, n);
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
          input.parent(i) * n,
          start - parentStart,
          before.slope,
          h,
          i * n,
          n);
    }
    double[] z = to.values[reader];
    for (int j = 0; j < before.units; j++) {
      h[count * n + j] = z[j] > 0 ? z[j] : before.slope[j] * z[j];
    }
    // As behind the last unit elsewhere.
    Arrays.fill(h, count * n + before.units, (count + 1) * n, 1);
  }

  /** Takes what is passed on at the breakpoints of a tree. */
  private void compact(int first, int last) {
    double[] h = passedOn.data();
    int n = before.stride;
    Arrays.fill(reach, 0);
    for (int i = first; i <= last; i++) {
      int row = i * n;
      for (int j = 0; j < n; j++) {
        reach[j] += Math.abs(h[row + j]);
      }
    }
    liveCount = 0;
    for (int j = 0; j < before.units; j++) {
      if (reach[j] != 0) {
        live[liveCount++] = j;
      }
    }
    stride = LineKernels.padded(liveCount);
    for (int i = first; i <= last; i++) {
      int at = (i - first) * stride;
      for (int k = 0; k < liveCount; k++) {
        compact[at + k] = h[i * n + live[k]];
      }
      Arrays.fill(compact, at + liveCount, at + stride, 0);
    }
  }

  /** All units at a breakpoint at which a tree ends. */
  private void evaluate(int breakpoint) {
    kernels.multiplyOne(
        passedOn.data(),
        breakpoint * before.stride,
        live,
        liveCount,
        stage.weights,
        stage.stride,
        high,
        0);
    for (int o = 0; o < stage.units; o++) {
      high[o] += stage.bias[o];
    }
  }

  private void takeWeights(int o) {
    int row = o * before.stride;
    for (int k = 0; k < liveCount; k++) {
      weights[k] = unitWeights[row + live[k]];
    }
    Arrays.fill(weights, liveCount, stride, 0);
  }

  /**
   * The deviation of what is passed on from its chord, for a node of a tree and those below it.
   *
   * @param node the root is 1; the halves of n are 2n and 2n + 1
   * @param origin the first interval of the tree
   * @param first the first interval of the node
   * @param last the one after its last
   */
  private double bound(int node, int origin, int first, int last) {
    double largest = 0;
    if (last - first > 1) {
      int middle = (first + last) >>> 1;
      double start = input.start(first);
      double end = last < input.intervals() ? input.start(last) : 1;
      double part = end > start ? (input.start(middle) - start) / (end - start) : 0;
      double bend =
          Math.sqrt(
              kernels.squaredBend(
                  compact,
                  (first - origin) * stride,
                  (middle - origin) * stride,
                  (last - origin) * stride,
                  part,
                  stride,
                  partial));
      largest =
          bend
              + Math.max(
                  bound(2 * node, origin, first, middle),
                  bound(2 * node + 1, origin, middle, last));
    }
    deviation[node] = largest;
    return largest;
  }

  /** Looks for crossings of a unit between two breakpoints at which it has the values a and b. */
  private void descend(int o, int node, int origin, int first, int last, double a, double b) {
    if (last - first == 1) {
      search.examine(first, first, o, settled(a), settled(b));
    } else if (mayCross(a, b, norm[o] * deviation[node] + 2 * tolerance)) {
      int middle = (first + last) >>> 1;

      int at = (middle - origin) * stride;
      double value = stage.bias[o] + kernels.dot(weights, 0, compact, at, stride, partial);
      descend(o, 2 * node, origin, first, middle, a, value);
      descend(o, 2 * node + 1, origin, middle, last, value, b);
    }
  }

  private double settled(double value) {
    return Math.abs(value) <= tolerance ? 0 : value;
  }
}
