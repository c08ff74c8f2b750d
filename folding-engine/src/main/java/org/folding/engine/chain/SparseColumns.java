package org.folding.engine.chain;

import java.nio.IntBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.folding.engine.affine.AffineMap;
import org.folding.engine.affine.Stencils;
import org.folding.engine.kernel.CellKernels;
import org.folding.engine.kernel.LineKernels;

/**
 * A matrix column by column, without its zeros. The columns of a convolution are equal but for the
 * place that they stand at, so each stands here once. Its weights come in groups of {@link
 * LineKernels#LANES} neighbouring units, at least one of which is not zero.
 */
public final class SparseColumns {
  private static final int LANES = LineKernels.LANES;

  private final CellKernels kernels = CellKernels.best();
  // Of each column which of the distinct ones it is, and the unit that its offsets count from.
  private final int[] kind;
  private final int[] base;
  // Of each distinct column its groups of weights.
  private final Stencils stencils;
  private int[] stencil = new int[16];
  // And the cells that it enters, by the first unit of each.
  private int[] firstCell = new int[17];
  private int[] cellStart = new int[64];
  private int kinds;

  /**
   * @param map a map whose outputs are as many as the cells hold
   * @throws ArithmeticException if the columns take more than an eighth of the heap
   */
  SparseColumns(AffineMap map, Cells cells) {
    int inputs = map.inputs();
    this.kind = new int[inputs];
    this.base = new int[inputs];
    this.stencils = new Stencils(LANES, map.outputs() + " by " + inputs);
    CellRows rows = new CellRows(map, cells);
    // Column by column, which columns of which cells make it up.
    int[] next = new int[inputs + 1];
    for (int c = 0; c < cells.count(); c++) {
      for (int k = rows.firstColumn(c); k < rows.endColumn(c); k++) {
        next[rows.input(c, k) + 1]++;
      }
    }
    int widest = 0;
    for (int j = 0; j < inputs; j++) {
      widest = Math.max(widest, next[j + 1]);
      next[j + 1] = Math.addExact(next[j], next[j + 1]);
    }
    int[] cell = new int[next[inputs]];
    int[] column = new int[next[inputs]];
    for (int c = 0; c < cells.count(); c++) {
      for (int k = rows.firstColumn(c); k < rows.endColumn(c); k++) {
        int at = next[rows.input(c, k)]++;
        cell[at] = c;
        column[at] = k;
      }
    }
    Map<IntBuffer, Integer> known = new HashMap<>();
    int[] key = new int[2 * widest];
    for (int j = 0, at = 0; j < inputs; at = next[j++]) {
      int size = next[j] - at;
      base[j] = size == 0 ? 0 : cells.start(cell[at]);
      for (int i = 0; i < size; i++) {
        key[2 * i] = cells.start(cell[at + i]) - base[j];
        key[2 * i + 1] = column[at + i];
      }
      Integer same = known.get(IntBuffer.wrap(key, 0, 2 * size));
      if (same == null) {
        known.put(IntBuffer.wrap(Arrays.copyOf(key, 2 * size)), kinds);
        addKind(rows, key, size);
      }
      kind[j] = same == null ? kinds - 1 : same;
    }
    stencils.finish();
  }

  /**
   * @param parts of each cell that the column enters how far its start is from the first one's, and
   *     its column there
   */
  private void addKind(CellRows rows, int[] parts, int size) {
    int groups = 0;
    for (int i = 0; i < size; i++) {
      groups += rows.firstGroup(parts[2 * i + 1] + 1) - rows.firstGroup(parts[2 * i + 1]);
    }
    int[] offset = new int[groups];
    double[] weight = new double[groups * LANES];
    int at = 0;
    if (kinds == stencil.length) {
      stencil = Arrays.copyOf(stencil, 2 * kinds);
      firstCell = Arrays.copyOf(firstCell, 2 * kinds + 1);
    }
    int cells = firstCell[kinds];
    while (cellStart.length < cells + size) {
      cellStart = Arrays.copyOf(cellStart, 2 * cellStart.length);
    }
    for (int i = 0; i < size; i++) {
      int start = parts[2 * i];
      cellStart[cells + i] = start;
      int first = rows.firstGroup(parts[2 * i + 1]);
      int end = rows.firstGroup(parts[2 * i + 1] + 1);
      System.arraycopy(rows.weights(), first * LANES, weight, at * LANES, (end - first) * LANES);
      for (int g = first; g < end; g++) {
        offset[at++] = start + rows.start(g);
      }
    }
    stencil[kinds++] = stencils.add(offset, weight, groups);
    firstCell[kinds] = cells + size;
  }

  /** y += x · column j. */
  public void add(int j, double x, double[] y) {
    int s = stencil[kind[j]];
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
    double[] ofColumn = new double[kind.length];
    Arrays.setAll(ofColumn, j -> ofStencil[stencil[kind[j]]]);
    return ofColumn;
  }

  /** The first of the cells that column j enters, by a number of its own. */
  public int firstCell(int j) {
    return firstCell[kind[j]];
  }

  /** The end of those cells. */
  public int endCell(int j) {
    return firstCell[kind[j] + 1];
  }

  /** The first unit of a cell that column j enters. */
  public int cellStart(int j, int entered) {
    return base[j] + cellStart[entered];
  }
}
