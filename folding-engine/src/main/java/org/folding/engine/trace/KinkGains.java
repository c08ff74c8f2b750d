package org.folding.engine.trace;

import org.folding.engine.chain.Cells;
import org.folding.engine.chain.Stage;
import org.folding.engine.kernel.LineKernels;

/** What the units of a stage pass on: their kinks where they are active, and what flips change. */
final class KinkGains {
  private final LineKernels kernels = LineKernels.best();
  private final double[] gain;
  private final double[] slope;
  // Of each cell the units that pass on anything, counted from the cell's first and kept from its
  // place on, and how many they are; −1 as long as nobody has asked.
  private final int[] live;
  private final int[] lives;

  KinkGains(int widest) {
    this.gain = new double[widest];
    this.slope = new double[widest];
    this.live = new int[widest];
    this.lives = new int[widest];
  }

  /**
   * @param stage a stage that was followed
   * @param active 1 for each unit that is active at the start of the line and 0 for others
   * @param firstUnit where those of the stage are
   * @param startSlope the slopes of its units there
   * @param kinks the kinks of its units, by the intervals before the stage
   * @param output the intervals that its flips make of them
   * @param passedOn receives what its units pass on, by these intervals
   */
  void pass(
      Stage stage,
      byte[] active,
      int firstUnit,
      double[] startSlope,
      CellKinks kinks,
      Partition output,
      Kinks passedOn) {
    start(stage, active, firstUnit, startSlope);
    Cells cells = stage.cells;
    passedOn.clear();
    int intervals = output.intervals();
    for (int i = 1; i < intervals; i++) {
      if (output.startsWithParent(i)) {
        int parent = output.parent(i);
        int end = kinks.first(parent + 1);
        for (int k = kinks.first(parent); k < end; k++) {
          int c = kinks.cell(k);
          int start = cells.start(c);
          kernels.bend(kinks.changes(), kinks.at(k), 1, slope, start, start, cells.size(c));
          passedOn.add(gain, start, live, lives(cells, c), kinks.changes(), kinks.at(k));
        }
      }
      int endFlip = output.firstFlip(i + 1);
      for (int f = output.firstFlip(i); f < endFlip; f++) {
        int o = output.flippedUnit(f);
        passedOn.add(o, flip(stage, o) * slope[o]);
      }
      passedOn.end();
    }
  }

  private void start(Stage stage, byte[] active, int firstUnit, double[] startSlope) {
    System.arraycopy(startSlope, 0, slope, 0, stage.stride);
    for (int o = 0; o < stage.units; o++) {
      gain[o] = active[firstUnit + o] != 0 ? 1 : stage.slope[o];
    }
    for (int c = 0; c < stage.cells.count(); c++) {
      lives[c] = -1;
    }
    // What stands behind the last unit passes on nothing.
    for (int o = stage.units; o < stage.stride; o++) {
      gain[o] = 0;
    }
  }

  private int lives(Cells cells, int c) {
    if (lives[c] < 0) {
      int start = cells.start(c);
      int size = cells.size(c);
      int count = 0;
      for (int o = 0; o < size; o++) {
        live[start + count] = o;
        count += gain[start + o] == 0 ? 0 : 1;
      }
      lives[c] = count;
    }
    return lives[c];
  }

  /** Flips a unit; returns by how much its gain changes. */
  private double flip(Stage stage, int o) {
    double before = gain[o];
    double after = before == 1 ? stage.slope[o] : 1;
    gain[o] = after;
    if (before == 0 || after == 0) {
      lives[stage.cells.of(o)] = -1;
    }
    return after - before;
  }
}
