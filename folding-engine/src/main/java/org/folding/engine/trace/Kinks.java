package org.folding.engine.trace;

import java.util.Arrays;

/**
 * By how much the slopes of units change at each breakpoint of a line, unit by unit. A unit may
 * come twice at a breakpoint; its changes add up. Breakpoints are added in the order of time; the
 * first is the start of the line, where nothing changes.
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

  /**
   * Adds changes at the breakpoint at hand: those of some units, times their gains.
   *
   * @param gain of each unit, from index {@code start} on
   * @param start the first of the neighbouring units that the changes are of
   * @param live the units that are wanted, counted from that one, {@code count} of them, from index
   *     {@code start} on
   * @param changes of each of the neighbours, from index {@code at} on
   */
  void add(double[] gain, int start, int[] live, int count, double[] changes, int at) {
    while (size + count > unit.length) {
      unit = Arrays.copyOf(unit, 2 * unit.length);
      change = Arrays.copyOf(change, unit.length);
    }
    int[] units = unit;
    double[] by = change;
    int end = size;
    for (int k = 0; k < count; k++) {
      int o = live[start + k];
      units[end] = start + o;
      by[end++] = gain[start + o] * changes[at + o];
    }
    size = end;
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
