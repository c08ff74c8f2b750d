package org.folding.engine.trace;

import org.folding.engine.chain.Cells;
import org.folding.engine.chain.SparseColumns;
import org.folding.engine.chain.Stage;
import org.folding.engine.kernel.CellKernels;

/** Brings kinks from what the units of one stage pass on to the units of the next, cell by cell. */
final class KinkBends {
  /** A line with so few intervals is not refused, however many changes it brings. */
  private static final int FEW = 4;

  private final CellKernels kernels = CellKernels.best();
  // Sums of the changes at one breakpoint; zero between breakpoints.
  private final double[] sum;
  // Of each cell the breakpoint, and for each input, at which it was changed last.
  private final int[] cellMark;
  private final int[] inputMark;
  private int mark;
  private final int[] touched;
  private int touches;
  // For a stage that is not sparse: which inputs change, by how much, and where those stand.
  private final double[] by;
  private final int[] chosen;
  private final int[] slot;

  KinkBends(int widest) {
    this.sum = new double[widest];
    this.cellMark = new int[widest];
    this.inputMark = new int[widest];
    this.touched = new int[widest];
    this.by = new double[widest];
    this.chosen = new int[widest];
    this.slot = new int[widest];
  }

  /**
   * @param inputKinks the kinks of a stage's inputs
   * @param intervals the number of its breakpoints, the start of the line included
   * @param most about how many changes may be kept, if there are more than a few breakpoints
   * @param kinks receives the kinks of its units
   * @return whether that was enough
   */
  boolean bend(Stage stage, Kinks inputKinks, int intervals, int most, CellKinks kinks) {
    kinks.clear();
    for (int i = 1; i < intervals; i++) {
      int first = inputKinks.first(i);
      int end = inputKinks.first(i + 1);
      if (first < end) {
        mark++;
        SparseColumns columns = stage.sparse;
        if (columns == null) {
          multiply(stage, inputKinks, first, end, kinks);
        } else {
          scatter(columns, stage.cells, inputKinks, first, end, kinks);
        }
      }
      kinks.end();
      if (kinks.size() > most && intervals > FEW) {
        return false;
      }
    }
    return true;
  }

  private void multiply(Stage stage, Kinks inputKinks, int first, int end, CellKinks kinks) {
    int count = 0;
    for (int k = first; k < end; k++) {
      int j = inputKinks.unit(k);
      if (inputMark[j] == mark) {
        by[slot[j]] += inputKinks.change(k);
      } else {
        inputMark[j] = mark;
        slot[j] = count;
        by[count] = inputKinks.change(k);
        chosen[count++] = j;
      }
    }
    int at = kinks.add(0, stage.stride);
    kernels.sum(by, chosen, count, stage.weights(), stage.stride, kinks.changes(), at);
  }

  private void scatter(
      SparseColumns columns, Cells cells, Kinks inputKinks, int first, int end, CellKinks kinks) {
    touches = 0;
    for (int k = first; k < end; k++) {
      int j = inputKinks.unit(k);
      columns.add(j, inputKinks.change(k), sum);
      int endCell = columns.endCell(j);
      for (int entered = columns.firstCell(j); entered < endCell; entered++) {
        int c = cells.of(columns.cellStart(j, entered));
        if (cellMark[c] != mark) {
          cellMark[c] = mark;
          touched[touches++] = c;
        }
      }
    }
    for (int k = 0; k < touches; k++) {
      int c = touched[k];
      int start = cells.start(c);
      int size = cells.size(c);
      int at = kinks.add(c, size);
      double[] changes = kinks.changes();
      for (int o = 0; o < size; o++) {
        changes[at + o] = sum[start + o];
        sum[start + o] = 0;
      }
    }
  }
}
