package org.folding.core.walk;

import java.util.Arrays;

/**
 * A matrix column by column, without its zeros. The columns of a convolution are equal but for the
 * place that they stand at, so each stands here once. Its weights come in groups of {@link
 * LineKernels#LANES} neighbouring units, at least one of which is not zero.
 */
final class SparseColumns {
  private static final int LANES = LineKernels.LANES;

  /** About how many entries are brought from rows to columns at a time. */
  private static final int BLOCK = 1 << 20;

  private final CellKernels kernels = CellKernels.best();
  private final Stencils stencils;
  private final int[] stencil;
  // The unit that the offsets of each column count from.
  private final int[] base;
  // Of each stencil the entries that are the first in their cell.
  private final int[] firstHead;
  private final int[] head;

  /**
   * @param map a map whose outputs are as many as the cells hold
   */
  SparseColumns(AffineMap map, Cells cells) {
    int inputs = map.inputs();
    this.stencils = new Stencils(LANES, map.outputs() + " by " + inputs);
    this.stencil = new int[inputs];
    this.base = new int[inputs];
    int[] count = new int[inputs];
    for (int o = 0; o < map.outputs(); o++) {
      for (int e = map.first(o); e < map.end(o); e++) {
        count[map.input(o, e)]++;
      }
    }
    Column column = new Column(cells);
    int end;
    for (int j = 0; j < inputs; j = end) {
      int entries = count[j];
      end = j + 1;
      while (end < inputs && entries + count[end] <= BLOCK) {
        entries += count[end++];
      }
      transpose(map, j, end, count, entries, column);
    }
    stencils.finish();
    this.firstHead = new int[stencils.count() + 1];
    int[] heads = new int[stencils.offsets().length];
    int size = 0;
    int[] offset = stencils.offsets();
    for (int s = 0; s < stencils.count(); s++) {
      for (int e = stencils.first(s); e < stencils.first(s + 1); e++) {
        boolean isHead = (offset[e] & 1) == 1;
        offset[e] = (offset[e] >> 1) * LANES;
        if (isHead) {
          heads[size++] = offset[e];
        }
      }
      firstHead[s + 1] = size;
    }
    this.head = Arrays.copyOf(heads, size);
  }

  /** Takes up some neighbouring columns. */
  private void transpose(
      AffineMap map, int from, int end, int[] count, int entries, Column column) {
    int[] next = new int[end - from];
    for (int j = from + 1; j < end; j++) {
      next[j - from] = next[j - from - 1] + count[j - 1];
    }
    int[] unit = new int[entries];
    double[] weight = new double[entries];
    for (int o = 0; o < map.outputs(); o++) {
      if (map.reads(o, from, end)) {
        for (int e = map.first(o); e < map.end(o); e++) {
          int j = map.input(o, e);
          if (from <= j && j < end) {
            int at = next[j - from]++;
            unit[at] = o;
            weight[at] = map.weight(e);
          }
        }
      }
    }
    int at = 0;
    for (int j = from; j < end; j++) {
      column.clear();
      for (; at < next[j - from]; at++) {
        column.add(unit[at], weight[at]);
      }
      stencil[j] = column.addTo(stencils);
      base[j] = column.base();
    }
  }

  /** A column that is being put together. */
  private static final class Column {
    private final Cells cells;
    private int[] offset = new int[16];
    private double[] weight = new double[16 * LANES];
    private int groups;
    private int firstGroup;
    private int lastGroup;

    Column(Cells cells) {
      this.cells = cells;
    }

    void clear() {
      groups = 0;
      firstGroup = 0;
      lastGroup = -1;
    }

    /** Adds an entry; units have to ascend. */
    void add(int unit, double value) {
      int group = unit / LANES;
      if (groups == 0 || group != lastGroup) {
        if (groups == offset.length) {
          offset = Arrays.copyOf(offset, 2 * groups);
          weight = Arrays.copyOf(weight, 2 * groups * LANES);
        }
        boolean isHead = groups == 0 || cells.of(unit) != cells.of(lastGroup * LANES);
        firstGroup = groups == 0 ? group : firstGroup;
        // The last bit tells whether a cell starts here: columns that differ in this are different.
        offset[groups] = 2 * (group - firstGroup) + (isHead ? 1 : 0);
        Arrays.fill(weight, groups * LANES, (groups + 1) * LANES, 0);
        groups++;
        lastGroup = group;
      }
      weight[(groups - 1) * LANES + unit % LANES] = value;
    }

    int addTo(Stencils stencils) {
      return stencils.add(offset, weight, groups);
    }

    int base() {
      return firstGroup * LANES;
    }
  }

  /** y += x · column j. */
  void add(int j, double x, double[] y) {
    int s = stencil[j];
    kernels.scatter(
        stencils.offsets(),
        stencils.weights(),
        stencils.first(s),
        stencils.first(s + 1),
        base[j],
        x,
        y);
  }

  /** The largest absolute weight of each column. */
  double[] largest() {
    double[] ofStencil = new double[stencils.count()];
    Arrays.setAll(ofStencil, stencils::largest);
    double[] ofColumn = new double[stencil.length];
    Arrays.setAll(ofColumn, j -> ofStencil[stencil[j]]);
    return ofColumn;
  }

  /** The first of the places where column j enters a cell. */
  int firstHead(int j) {
    return firstHead[stencil[j]];
  }

  /** The end of those places. */
  int endHead(int j) {
    return firstHead[stencil[j] + 1];
  }

  /** A unit of the cell that column j enters at a place. */
  int headUnit(int j, int place) {
    return base[j] + head[place];
  }
}
