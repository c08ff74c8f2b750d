package org.folding.engine.trace;

import java.util.Arrays;

/**
 * By how much the slopes of units change at each breakpoint of a line, cell by cell. Breakpoints
 * are added in the order of time; the first is the start of the line, where nothing changes.
 */
final class CellKinks {
  private int[] first = new int[65];
  private int[] cell = new int[256];
  private int[] at = new int[256];
  private double[] change = new double[4096];
  private int breakpoints;
  private int kinks;
  private int size;

  /** Starts with the first breakpoint. */
  void clear() {
    breakpoints = 0;
    kinks = 0;
    size = 0;
    end();
  }

  /**
   * Adds a cell that bends at the breakpoint at hand.
   *
   * @param units how many units it has
   * @return where in {@link #changes} the changes of its units are to be written
   */
  int add(int bent, int units) {
    if (kinks == cell.length) {
      cell = Arrays.copyOf(cell, 2 * kinks);
      at = Arrays.copyOf(at, 2 * kinks);
    }
    int place = size;
    size = Math.addExact(size, units);
    if (size > change.length) {
      change = Arrays.copyOf(change, (int) Math.min(Integer.MAX_VALUE - 8L, 2L * size));
    }
    cell[kinks] = bent;
    at[kinks++] = place;
    return place;
  }

  /** Ends the breakpoint at hand. */
  void end() {
    if (breakpoints + 1 == first.length) {
      first = Arrays.copyOf(first, 2 * first.length);
    }
    first[++breakpoints] = kinks;
  }

  /** How many changes there are. */
  int size() {
    return size;
  }

  /** The first kink at a breakpoint. */
  int first(int breakpoint) {
    return first[breakpoint];
  }

  /** The cell that bends. */
  int cell(int kink) {
    return cell[kink];
  }

  /** Where the changes of its units start. */
  int at(int kink) {
    return at[kink];
  }

  double[] changes() {
    return change;
  }
}
