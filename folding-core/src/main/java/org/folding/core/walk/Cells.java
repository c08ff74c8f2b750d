package org.folding.core.walk;

import java.util.Arrays;

/**
 * How the units of a stage fall into cells: neighbours that see the same inputs, or nearly so, and
 * therefore bend at the same breakpoints, such as the channels of a convolution at one position.
 * Cells start and end at multiples of {@link LineKernels#LANES} units.
 */
final class Cells {
  private final int[] start;
  // The cell of each group of LANES units.
  private final int[] cell;

  /**
   * @param start the first unit of each cell, and the end of the last
   */
  Cells(int[] start) {
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

  int count() {
    return start.length - 1;
  }

  /** The first unit of a cell. */
  int start(int c) {
    return start[c];
  }

  int size(int c) {
    return start[c + 1] - start[c];
  }

  /** The cell of a unit. */
  int of(int unit) {
    return cell[unit / LineKernels.LANES];
  }
}
