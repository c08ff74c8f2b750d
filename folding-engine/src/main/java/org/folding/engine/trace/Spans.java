package org.folding.engine.trace;

import java.util.Arrays;

/** Units that may cross zero on spans of intervals, with their values at both ends of the span. */
final class Spans {
  int[] unit = new int[64];

  /** The node of a tree that the span is, see {@link LastStageSearch}. */
  int[] node = new int[64];

  /** The first interval of each span, and the one after its last. */
  int[] first = new int[64];

  int[] end = new int[64];
  double[] before = new double[64];
  double[] after = new double[64];
  int size;

  /** Makes room for so many more. */
  void reserve(int more) {
    if (size + more > unit.length) {
      int capacity = 2 * (size + more);
      unit = Arrays.copyOf(unit, capacity);
      node = Arrays.copyOf(node, capacity);
      first = Arrays.copyOf(first, capacity);
      end = Arrays.copyOf(end, capacity);
      before = Arrays.copyOf(before, capacity);
      after = Arrays.copyOf(after, capacity);
    }
  }

  /**
   * Adds a unit on a span, for which there must be room.
   *
   * @param keep 1, or 0 if it is left out after all: which of the two cannot be foretold, so there
   *     is no branch for it
   */
  void add(int o, int treeNode, int firstInterval, int stop, double a, double b, int keep) {
    unit[size] = o;
    node[size] = treeNode;
    first[size] = firstInterval;
    end[size] = stop;
    before[size] = a;
    after[size] = b;
    size += keep;
  }
}
