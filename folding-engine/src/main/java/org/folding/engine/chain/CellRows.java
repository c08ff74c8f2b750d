package org.folding.engine.chain;

import java.nio.IntBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.folding.engine.affine.AffineMap;
import org.folding.engine.kernel.LineKernels;

/**
 * The rows of a sparse map cell by cell. Cells of one kind have the same rows, moved to another
 * place; the matrix of a kind stands here once, column by column. The columns are numbered through
 * all kinds; each has, for each group of {@link LineKernels#LANES} units of the cell in which it is
 * not zero, a weight for each of them.
 */
final class CellRows {
  private static final int LANES = LineKernels.LANES;

  private final String matrix;
  private final int[] kind;
  private final int[] base;
  // Of each kind its first column.
  private int[] firstColumn = new int[17];
  private int kinds;
  // Of each column the input that it reads, counted from the base of its cell, and its groups.
  private int[] offset = new int[64];
  private int[] firstGroup = new int[65];
  private int columns;
  // Of each group where in the cell it starts, and its weights.
  private int[] start = new int[64];
  private double[] weight = new double[64 * LANES];
  private int groups;

  /**
   * @throws ArithmeticException if the matrices take more than an eighth of the heap
   */
  CellRows(AffineMap map, Cells cells) {
    this.matrix = map.outputs() + " by " + map.inputs();
    this.kind = new int[cells.count()];
    this.base = new int[cells.count()];
    Map<IntBuffer, Integer> known = new HashMap<>();
    for (int c = 0; c < kind.length; c++) {
      int[] key = key(map, cells, c);
      Integer same = known.putIfAbsent(IntBuffer.wrap(key), kinds);
      if (same == null) {
        addKind(map, cells, c);
      }
      kind[c] = same == null ? kinds - 1 : same;
    }
  }

  /** The distinct rows of a cell's units and how far apart their places are. */
  private int[] key(AffineMap map, Cells cells, int c) {
    int first = cells.start(c);
    int size = cells.size(c);
    int[] key = new int[2 * size];
    boolean isSet = false;
    for (int u = 0; u < size; u++) {
      int o = first + u;
      key[2 * u] = map.stencil(o);
      // A row without entries stands nowhere.
      if (map.first(o) < map.end(o)) {
        base[c] = isSet ? base[c] : map.base(o);
        isSet = true;
        key[2 * u + 1] = map.base(o) - base[c];
      }
    }
    return key;
  }

  private void addKind(AffineMap map, Cells cells, int c) {
    int first = cells.start(c);
    int end = first + cells.size(c);
    int least = Integer.MAX_VALUE;
    int most = Integer.MIN_VALUE;
    for (int o = first; o < end; o++) {
      for (int e = map.first(o); e < map.end(o); e++) {
        least = Math.min(least, map.input(o, e));
        most = Math.max(most, map.input(o, e));
      }
    }
    int range = Math.max(0, most - least + 1);
    int[] next = new int[range + 1];
    for (int o = first; o < end; o++) {
      for (int e = map.first(o); e < map.end(o); e++) {
        next[map.input(o, e) - least + 1]++;
      }
    }
    for (int j = 0; j < range; j++) {
      next[j + 1] += next[j];
    }
    int[] unit = new int[next[range]];
    double[] value = new double[next[range]];
    for (int o = first; o < end; o++) {
      for (int e = map.first(o); e < map.end(o); e++) {
        int at = next[map.input(o, e) - least]++;
        unit[at] = o - first;
        value[at] = map.weight(e);
      }
    }
    // Now next[j] is where the entries of input j end.
    for (int j = 0, at = 0; j < range; j++) {
      if (at < next[j]) {
        addColumn(least + j - base[c], unit, value, at, next[j]);
        at = next[j];
      }
    }
    kinds++;
    if (kinds == firstColumn.length) {
      firstColumn = Arrays.copyOf(firstColumn, 2 * kinds);
    }
    firstColumn[kinds] = columns;
  }

  private void addColumn(int input, int[] unit, double[] value, int from, int to) {
    if (columns == offset.length) {
      offset = Arrays.copyOf(offset, 2 * columns);
      firstGroup = Arrays.copyOf(firstGroup, 2 * columns + 1);
    }
    int first = groups;
    for (int e = from; e < to; e++) {
      int at = unit[e] / LANES * LANES;
      if (groups == first || start[groups - 1] != at) {
        reserve();
        start[groups++] = at;
      }
      weight[(groups - 1) * LANES + unit[e] - at] = value[e];
    }
    offset[columns++] = input;
    firstGroup[columns] = groups;
  }

  private void reserve() {
    if (groups < start.length) {
      return;
    }
    long bytes = Integer.BYTES + LANES * Double.BYTES;
    long fit = Math.min(Integer.MAX_VALUE / LANES, Runtime.getRuntime().maxMemory() / 8 / bytes);
    if (groups >= fit) {
      throw new ArithmeticException(matrix);
    }
    int capacity = (int) Math.min(fit, 2L * groups);
    start = Arrays.copyOf(start, capacity);
    weight = Arrays.copyOf(weight, capacity * LANES);
  }

  /** The first column of a cell. */
  int firstColumn(int cell) {
    return firstColumn[kind[cell]];
  }

  /** The end of the columns of a cell. */
  int endColumn(int cell) {
    return firstColumn[kind[cell] + 1];
  }

  /** The input that a column of a cell reads. */
  int input(int cell, int column) {
    return base[cell] + offset[column];
  }

  /** The first group of a column; that of the next column is its end. */
  int firstGroup(int column) {
    return firstGroup[column];
  }

  /** Where in its cell a group starts. */
  int start(int group) {
    return start[group];
  }

  /** The weights of all groups, one after the other. */
  double[] weights() {
    return weight;
  }
}
