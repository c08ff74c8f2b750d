package org.folding.engine.plane;

import org.folding.api.InvalidInputException;
import org.folding.engine.NetworkStages;

/**
 * One stage of a network on the cell at hand: what its units are there as affine functions a + b·x
 * + c·y, which of them are active, and how wrong that may be.
 */
final class Level {
  final int units;
  final double[] a;
  final double[] b;
  final double[] c;
  final boolean[] active;

  /** The units whose sign is not the same on the whole cell. */
  final int[] cutters;

  int cutterCount;
  double error;
  double tolerance;

  /** The hash of the pattern up to this stage. */
  long pattern;

  /** Whether an odd number of its bits are 1. */
  boolean odd;

  /** In how many bits it differs from the pattern at the reference point. */
  int distance;

  private final NetworkStages stages;
  private final int stage;

  Level(NetworkStages stages, int stage) {
    this.stages = stages;
    this.stage = stage;
    this.units = stages.units(stage);
    this.a = new double[units];
    this.b = new double[units];
    this.c = new double[units];
    this.active = new boolean[units];
    this.cutters = new int[units];
  }

  /**
   * @throws InvalidInputException if values overflow
   */
  void setError(double newError) {
    if (!Double.isFinite(newError)) {
      throw new InvalidInputException("the network's values overflow float64 in the frame");
    }
    error = newError;
    tolerance = NetworkStages.tolerance(newError);
  }

  /** Finds out where the cell is, seen from each unit. */
  void look(Cell cell, CellCutter cutter) {
    cutterCount = 0;
    for (int o = 0; o < units; o++) {
      if (stages.isWatched(stage, o)) {
        Side side = cutter.side(cell, a[o], b[o], c[o], tolerance);
        active[o] = side == Side.POSITIVE;
        if (side == Side.BOTH) {
          cutters[cutterCount++] = o;
        }
      } else {
        active[o] = true;
      }
    }
  }

  /** What is at an edge on which a unit is zero. */
  int border(int unit) {
    int bit = stages.bit(stage, unit);
    return bit >= 0 ? bit : Polygon.KINK;
  }
}
