package org.folding.engine.trace;

import org.folding.engine.chain.Chain;
import org.folding.engine.chain.ChainPoint;
import org.folding.engine.chain.Stage;
import org.folding.engine.kernel.Initializer;
import org.folding.engine.kernel.LineKernels;
import org.folding.engine.kernel.RowBatch;
import org.folding.engine.kernel.Rows;
import org.folding.engine.kernel.StrayLimit;
import org.jspecify.annotations.Nullable;

/**
 * Finds the crossings of a chain's last stage, of which nothing else is wanted, without following
 * all of its units.
 *
 * <p>Between two breakpoints t_a and t_b a unit's pre-activation w · h(t) + b strays from its chord
 * by at most |w| · max |h(t) − chord of h|, by Cauchy and Schwarz, where h is what the stage before
 * passes on. If it is farther from zero at both ends than that, with one sign, it does not cross.
 * Otherwise the breakpoint in the middle is looked at, and both halves likewise: all units on all
 * spans of one depth at once, so that none waits for another. The deviation of h is bounded on a
 * tree of breakpoints: by the distance of the middle from the chord, and the larger deviation of
 * the halves.
 */
final class LastStageSearch {
  /** At each so many breakpoints all units are evaluated. */
  private static final int LEAVES = DeviationTrees.LEAVES;

  /** Fewer intervals are followed one by one. */
  private static final int MIN_INTERVALS = 24;

  private static final int MIN_UNITS = 16;

  /** With fewer inputs that are not zero, the products that it saves cost little. */
  private static final int MIN_PASSING = 24;

  private final Stage stage;
  private final Stage before;
  // The number of the stage before.
  private final int reader;
  // Where the last stage's values are in those of a point; those of the stage before end there.
  private final int firstValue;
  private final LineKernels kernels = LineKernels.best();
  private final double[] partial = new double[LineKernels.LANES];
  // What the stage before passes on at each breakpoint.
  private final Rows passedOn = new Rows();
  // The weights of each unit, unit by unit, and their norm.
  private final double[] unitWeights;
  private final StrayLimit limit = new StrayLimit();
  // All units at the ends of the trees, end by end.
  private final Rows ends = new Rows();
  // What those are made from.
  private final RowBatch batch = new RowBatch();
  private final int[] live;
  // The units that may cross zero within a tree.
  private final int[] found;
  private final DeviationTrees deviations = new DeviationTrees();
  // What is left of the units, and on which spans, at one depth of all trees and at the next.
  private Spans spans = new Spans();
  private Spans halves = new Spans();
  // Of each span that is halved: where the unit's weights start, and the breakpoint's values.
  private int[] weightsStart = new int[64];
  private int[] middleStart = new int[64];
  private double[] middleValue = new double[64];

  // Of each breakpoint: where the row is that it goes on from, and for how long.
  private int[] rowStart = new int[64];
  private double[] rowStep = new double[64];

  private Partition input;
  private double tolerance;

  private LastStageSearch(Chain chain, int last) {
    this.reader = last - 1;
    this.firstValue = chain.firstValue(last);
    this.stage = chain.stages.get(last);
    this.before = chain.stages.get(last - 1);
    int inputs = before.stride;
    int units = stage.stride;
    this.live = new int[inputs];
    this.found = new int[units];
    this.unitWeights = new double[Math.multiplyExact(inputs, units)];
    limit.norm = new double[units];
    double[] weights = stage.weights();
    for (int o = 0; o < stage.units; o++) {
      double squares = 0;
      for (int j = 0; j < before.units; j++) {
        double weight = weights[j * stage.stride + o];
        unitWeights[o * before.stride + j] = weight;
        squares += weight * weight;
      }
      limit.norm[o] = Math.sqrt(squares);
    }
  }

  /** Makes the search of a chain that is deep and has a wide last stage; null for others. */
  static @Nullable LastStageSearch of(Chain chain) {
    int last = chain.stages.size() - 1;
    boolean isWorthIt = last >= 2 && chain.stages.get(last).units >= MIN_UNITS;
    return isWorthIt ? new LastStageSearch(chain, last) : null;
  }

  /** Whether the search needs the values of a stage. */
  boolean reads(int l) {
    return l == reader;
  }

  /**
   * Whether it is faster than following all units.
   *
   * @param intervals how many intervals there are
   * @param active 1 for each unit that is active at the start of the line and 0 for others
   * @param firstUnit where those of the stage before are
   */
  boolean isWorthIt(int intervals, byte[] active, int firstUnit) {
    if (intervals < MIN_INTERVALS) {
      return false;
    }
    int passing = 0;
    for (int j = 0; j < before.units; j++) {
      passing += active[firstUnit + j] != 0 || before.slope[j] != 0 ? 1 : 0;
    }
    return passing >= MIN_PASSING;
  }

  /** Lets all crossings of a line be examined, after {@link #pass}. */
  void find(int line, ChainPoint from, ChainPoint to, double zero, CrossingSearch crossings) {
    tolerance = zero;
    limit.slack = 2 * zero;
    evaluateEnds(from, to);
    listRoots();
    for (int length = LEAVES; length > 1; length /= 2) {
      halve();
    }
    for (int k = 0; k < spans.size; k++) {
      int i = spans.first[k];
      crossings.examine(line, i, i, spans.unit[k], spans.before[k], spans.after[k]);
    }
  }

  /** Lists the units that may cross zero within each tree. */
  private void listRoots() {
    double[] end = ends.data();
    int count = input.intervals();
    spans.size = 0;
    for (int tree = 0; tree < DeviationTrees.count(count); tree++) {
      int low = tree * stage.stride;
      int high = low + stage.stride;
      int first = tree * LEAVES;
      int last = Math.min(count, first + LEAVES);
      int root = DeviationTrees.root(tree);
      limit.deviation = deviations.of(root);
      int size = kernels.nearZero(end, low, high, limit, stage.stride, found);
      spans.reserve(size);
      for (int k = 0; k < size; k++) {
        int o = found[k];
        // What stands behind the last unit is none.
        int keep = o < stage.units ? 1 : 0;
        spans.add(o, root, first, last, end[low + o], end[high + o], keep);
      }
    }
  }

  /** Halves the spans; those stay on which a unit may cross zero. */
  private void halve() {
    evaluateMiddles();
    halves.size = 0;
    halves.reserve(2 * spans.size);
    for (int k = 0; k < spans.size; k++) {
      int o = spans.unit[k];
      int first = spans.first[k];
      int end = spans.end[k];
      int node = spans.node[k];
      double a = spans.before[k];
      double b = spans.after[k];
      if (end - first == 1) {
        halves.add(o, node, first, end, a, b, 1);
      } else {
        double value = middleValue[k];
        int middle = (first + end) >>> 1;
        int low = DeviationTrees.half(node);
        halves.add(o, low, first, middle, a, value, mayCross(o, low, a, value));
        halves.add(o, low + 1, middle, end, value, b, mayCross(o, low + 1, value, b));
      }
    }
    Spans halved = halves;
    halves = spans;
    spans = halved;
  }

  /** Evaluates each unit at the breakpoint in the middle of its span. */
  private void evaluateMiddles() {
    int count = spans.size;
    if (middleValue.length < count) {
      weightsStart = new int[2 * count];
      middleStart = new int[2 * count];
      middleValue = new double[2 * count];
    }
    for (int k = 0; k < count; k++) {
      weightsStart[k] = spans.unit[k] * before.stride;
      middleStart[k] = ((spans.first[k] + spans.end[k]) >>> 1) * before.stride;
      middleValue[k] = stage.bias[spans.unit[k]];
    }
    kernels.addDots(
        unitWeights,
        weightsStart,
        passedOn.data(),
        middleStart,
        count,
        before.stride,
        middleValue,
        partial);
  }

  /** All units at the breakpoints between trees, and at the ends of the line. */
  private void evaluateEnds(ChainPoint from, ChainPoint to) {
    int n = stage.stride;
    int count = input.intervals();
    int inner = (count - 1) / LEAVES;
    ends.reserve(inner + 2, n);
    double[] end = ends.data();
    System.arraycopy(from.values, firstValue, end, 0, stage.units);
    System.arraycopy(to.values, firstValue, end, (inner + 1) * n, stage.units);
    if (inner == 0) {
      return;
    }
    batch.start(passedOn.data(), LEAVES * before.stride, LEAVES * before.stride);
    for (int e = 1; e <= inner; e++) {
      batch.add(e * n);
      if (e % RowBatch.GROUP == 0 || e == inner) {
        batch.endGroup(live, chooseLive((e - 1) / RowBatch.GROUP * RowBatch.GROUP + 1, e));
      }
    }
    kernels.multiply(batch, stage.matrix(), end);
    for (int e = 1; e <= inner; e++) {
      for (int o = 0; o < stage.units; o++) {
        end[e * n + o] += stage.bias[o];
      }
    }
  }

  /** Lists the inputs that are not zero at all of some neighbouring ends. */
  private int chooseLive(int first, int last) {
    double[] h = passedOn.data();
    int row0 = first * LEAVES * before.stride;
    int row1 = Math.min(first + 1, last) * LEAVES * before.stride;
    int row2 = Math.min(first + 2, last) * LEAVES * before.stride;
    int row3 = Math.min(first + 3, last) * LEAVES * before.stride;
    int size = 0;
    for (int j = 0; j < before.units; j++) {
      double any =
          (Math.abs(h[row0 + j]) + Math.abs(h[row1 + j]))
              + (Math.abs(h[row2 + j]) + Math.abs(h[row3 + j]));
      live[size] = j;
      size += any > 0 ? 1 : 0;
    }
    return size;
  }

  /** 1 if a unit may cross zero on a span, from its values at both ends; otherwise 0. */
  private int mayCross(int o, int node, double a, double b) {
    double most = limit.norm[o] * deviations.of(node) + 2 * tolerance;
    // Twice the smaller magnitude if both have one sign, and not positive otherwise.
    double nearest = Math.abs(a + b) - Math.abs(a - b);
    return 1 - (int) (Double.doubleToRawLongBits(2 * most - nearest) >>> 63);
  }

  /**
   * Takes what the stage before passes on at each breakpoint, and at the end of the line.
   *
   * @param intervals the breakpoints of the stages before
   * @param inputValues the values of the stage before where each interval of its input starts
   * @param inputSlopes its slopes there
   */
  @Initializer
  void pass(Partition intervals, double[] inputValues, double[] inputSlopes, ChainPoint to) {
    input = intervals;
    int count = input.intervals();
    int n = before.stride;
    passedOn.reserve(count + 1, n);
    double[] h = passedOn.data();
    if (rowStart.length < count) {
      rowStart = new int[2 * count];
      rowStep = new double[2 * count];
    }
    double parentStart = 0;
    for (int i = 0; i < count; i++) {
      double start = input.start(i);
      parentStart = input.startsWithParent(i) ? start : parentStart;
      rowStart[i] = input.parent(i) * n;
      rowStep[i] = start - parentStart;
    }
    double[] slope = before.passesAllOrNothing ? null : before.slope;
    kernels.activate(inputValues, inputSlopes, rowStart, rowStep, count, slope, h, n);
    for (int j = 0; j < before.units; j++) {
      double z = to.values[firstValue - n + j];
      h[count * n + j] = z > 0 ? z : before.slope[j] * z;
    }
    // As behind the last unit elsewhere.
    System.arraycopy(h, before.units, h, count * n + before.units, n - before.units);
    deviations.find(input, h, n);
  }
}
