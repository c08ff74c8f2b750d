package org.folding.engine.trace;

import java.util.Arrays;
import org.folding.engine.kernel.LineKernels;
import org.folding.engine.kernel.RowBends;

/**
 * How far what a stage passes on strays from its chord between breakpoints: a bound for each node
 * of some trees. Each tree has {@link #LEAVES} intervals of a line as its leaves, the last one may
 * have fewer. The bound of a node is the distance of its middle from its chord, and the larger
 * bound of its halves.
 *
 * <p>The root of tree k has the number 2k · LEAVES + 1, its halves follow as in a heap.
 */
final class DeviationTrees {
  static final int LEAVES = 16;

  private static final int NODES = 2 * LEAVES;

  private final LineKernels kernels = LineKernels.best();
  // For the nodes of a tree, which intervals they are.
  private final int[] from = new int[NODES];
  private final int[] to = new int[NODES];
  private double[] deviation = new double[8 * NODES];
  // Of each node that has halves: its number, and how its middle strays from its ends.
  private int[] node = new int[8 * NODES];
  private final RowBends bends = new RowBends();

  /** How many trees some intervals have. */
  static int count(int intervals) {
    return (intervals + LEAVES - 1) / LEAVES;
  }

  /** The root of a tree. */
  static int root(int tree) {
    return NODES * tree + 1;
  }

  /** The first half of a node; the other one follows. */
  static int half(int node) {
    return node + node % NODES;
  }

  /** The bound of a node. */
  double of(int node) {
    return deviation[node];
  }

  /**
   * Finds the bounds.
   *
   * @param intervals of the line
   * @param rows what is passed on where each interval starts, and where the last one ends
   * @param n the length of a row
   */
  void find(Partition intervals, double[] rows, int n) {
    int count = intervals.intervals();
    int trees = count(count);
    reserve(NODES * trees);
    bends.size = 0;
    for (int tree = 0; tree < trees; tree++) {
      list(intervals, tree, Math.min(count, LEAVES * (tree + 1)), n);
    }
    kernels.squaredBends(rows, n, bends);
    Arrays.fill(deviation, 0, NODES * trees, 0);
    for (int k = bends.size - 1; k >= 0; k--) {
      int half = half(node[k]);
      deviation[node[k]] =
          Math.sqrt(bends.squares[k]) + Math.max(deviation[half], deviation[half + 1]);
    }
  }

  private void reserve(int nodes) {
    if (deviation.length < nodes) {
      deviation = new double[2 * nodes];
      node = new int[2 * nodes];
    }
    bends.reserve(node.length);
  }

  /** Lists the nodes of a tree that have halves, from the root on. */
  private void list(Partition intervals, int tree, int end, int n) {
    from[1] = LEAVES * tree;
    to[1] = end;
    for (int k = 1; k < LEAVES; k++) {
      int low = from[k];
      int high = to[k];
      int between = (low + high) >>> 1;
      double start = intervals.start(low);
      double way = intervals.start(high) - start;
      int size = bends.size;
      node[size] = NODES * tree + k;
      bends.first[size] = low * n;
      bends.middle[size] = between * n;
      bends.last[size] = high * n;
      bends.part[size] = way > 0 ? (intervals.start(between) - start) / way : 0;
      bends.size += high - low > 1 ? 1 : 0;
      from[2 * k] = low;
      to[2 * k] = between;
      from[2 * k + 1] = between;
      to[2 * k + 1] = high;
    }
  }
}
