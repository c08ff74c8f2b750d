package org.folding.engine.plane;

import org.jspecify.annotations.Nullable;

/**
 * Cuts a cell along the borders between predicted classes. The outputs are affine on it, so a class
 * wins on the convex part on which its output is larger than each other one.
 */
final class ClassCutter {
  private final CellCutter cutter;
  // The classes that may win somewhere.
  private int[] candidates = new int[0];

  /** Receives the parts. */
  interface Parts {
    void accept(int predicted, Cell cell);
  }

  ClassCutter(CellCutter cutter) {
    this.cutter = cutter;
  }

  /**
   * @param outputs the network's outputs on the cell
   */
  void cut(Cell cell, Level outputs, Parts parts) {
    if (outputs.units == 1) {
      cutSign(cell, outputs, parts);
      return;
    }
    int count = choose(cell, outputs);
    if (count == 1) {
      parts.accept(candidates[0], cell);
      return;
    }
    for (int k = 0; k < count; k++) {
      Cell rest = wonBy(candidates[k], count, cell, outputs);
      if (rest != null) {
        parts.accept(candidates[k], rest);
      }
    }
  }

  private void cutSign(Cell cell, Level outputs, Parts parts) {
    Side side = cutter.side(cell, outputs.a[0], outputs.b[0], outputs.c[0], outputs.tolerance);
    if (side == Side.BOTH) {
      Cell positive = cutter.part(cell, 1, Polygon.CLASSES);
      parts.accept(0, cutter.part(cell, -1, Polygon.CLASSES));
      parts.accept(1, positive);
    } else {
      parts.accept(side == Side.POSITIVE ? 1 : 0, cell);
    }
  }

  /** Leaves out the classes that one class beats at all corners, so everywhere. */
  private int choose(Cell cell, Level outputs) {
    if (candidates.length < outputs.units) {
      candidates = new int[outputs.units];
    }
    int winner = 0;
    for (int o = 1; o < outputs.units; o++) {
      if (value(outputs, o, cell.x[0], cell.y[0]) > value(outputs, winner, cell.x[0], cell.y[0])) {
        winner = o;
      }
    }
    int count = 0;
    for (int o = 0; o < outputs.units; o++) {
      if (o == winner || difference(cell, outputs, o, winner) != Side.NEGATIVE) {
        candidates[count++] = o;
      }
    }
    return count;
  }

  private static double value(Level outputs, int o, double x, double y) {
    return outputs.a[o] + outputs.b[o] * x + outputs.c[o] * y;
  }

  private Side difference(Cell cell, Level outputs, int o, int other) {
    return cutter.side(
        cell,
        outputs.a[o] - outputs.a[other],
        outputs.b[o] - outputs.b[other],
        outputs.c[o] - outputs.c[other],
        2 * outputs.tolerance);
  }

  /** The part of a cell on which a class wins; null if there is none. */
  private @Nullable Cell wonBy(int predicted, int count, Cell cell, Level outputs) {
    Cell rest = cell;
    for (int k = 0; k < count; k++) {
      int other = candidates[k];
      if (other != predicted) {
        Side side = difference(rest, outputs, predicted, other);
        if (side == Side.NEGATIVE || (side == Side.ZERO && other < predicted)) {
          return null;
        }
        if (side == Side.BOTH) {
          rest = cutter.part(rest, 1, Polygon.CLASSES);
        }
      }
    }
    return rest;
  }
}
