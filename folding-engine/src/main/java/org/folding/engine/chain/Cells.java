package org.folding.engine.chain;

import java.util.Arrays;
import org.folding.engine.kernel.LineKernels;

/**
 * How the units of a stage fall into cells: neighbours that see the same inputs, or nearly so, and
 * therefore bend at the same breakpoints, such as the channels of a convolution at one position.
 * Cells start and end at multiples of {@link LineKernels#LANES} units.
 */
public final class Cells {
  private final int[] start;
  // The cell of each group of LANES units.
  private final int[] cell;

  /**
   * @param start the first unit of each cell, and the end of the last
   */
  public Cells(int[] start) {
    this.start = start;
    this.cell = new int[start[start.length - 1] / LineKernels.LANES];
    for (int c = 0; c < count(); c++) {
      Arrays.fill(cell, start[c] / LineKernels.LANES, start[c + 1] / LineKernels.LANES, c);
    }
  }

  /** One cell of all units of a stage. */
  static Cells one(int stride) {
    return new Cells(new int[] {0, stride});
  }

  public int count() {
    return start.length - 1;
  }

  /** The first unit of a cell. */
  public int start(int c) {
    return start[c];
  }

  public int size(int c) {
    return start[c + 1] - start[c];
  }

  /** The cell of a unit. */
  public int of(int unit) {
    return cell[unit / LineKernels.LANES];
  }
}
