package org.folding.core.walk;

import java.util.Arrays;

/**
 * By how much the slopes of units change at each breakpoint of a line. Breakpoints are added in the
 * order of time; the first is the start of the line, where nothing changes.
 */
final class Kinks {
  private int[] first = new int[65];
  private int[] unit = new int[256];
  private double[] change = new double[256];
  private int breakpoints;
  private int size;

  /** Starts with the first breakpoint. */
  void clear() {
    breakpoints = 0;
    size = 0;
    end();
  }

  /** Adds a change at the breakpoint at hand. */
  void add(int changed, double by) {
    if (size == unit.length) {
      unit = Arrays.copyOf(unit, 2 * size);
      change = Arrays.copyOf(change, 2 * size);
    }
    unit[size] = changed;
    change[size++] = by;
  }

  /** Ends the breakpoint at hand. */
  void end() {
    if (breakpoints + 1 == first.length) {
      first = Arrays.copyOf(first, 2 * first.length);
    }
    first[++breakpoints] = size;
  }

  /** The first change at a breakpoint. */
  int first(int breakpoint) {
    return first[breakpoint];
  }

  int unit(int kink) {
    return unit[kink];
  }

  double change(int kink) {
    return change[kink];
  }
}
