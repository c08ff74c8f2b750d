package org.folding.core.walk;

import java.util.Arrays;

/**
 * The breakpoints of all stages up to one, along a straight line: intervals i = 0, 1, … with the
 * time at which each starts, and what happens there.
 *
 * <p>An interval lies in an interval of the partition before, its parent. Where it starts inside
 * its parent, units of this stage flip and nothing else changes; where it starts with its parent,
 * stages before flip too.
 */
final class Partition {
  private double[] start = new double[64];
  private double[] blur = new double[64];
  private int[] parent = new int[64];
  private int[] lastBit = new int[64];
  private int[] firstFlip = new int[65];
  private int[] flippedUnit = new int[64];
  private int intervals;
  private int flips;

  /** Becomes the partition of the whole line into one interval. */
  void reset() {
    clear();
    open(0, 0, 0);
  }

  void clear() {
    intervals = 0;
    flips = 0;
  }

  /**
   * Starts an interval.
   *
   * @param t when
   * @param uncertainty by how much t may be wrong
   * @param parentInterval the interval of the partition before that it lies in
   */
  void open(double t, double uncertainty, int parentInterval) {
    ensure(intervals + 1);
    start[intervals] = t;
    blur[intervals] = uncertainty;
    parent[intervals] = parentInterval;
    lastBit[intervals] = TraceFlips.NONE;
    intervals++;
    firstFlip[intervals] = flips;
  }

  /**
   * Starts intervals with their parents.
   *
   * @param parents the partition before
   * @param first its first interval that is taken over
   * @param end the interval to stop at
   */
  void open(Partition parents, int first, int end) {
    int count = end - first;
    ensure(intervals + count);
    // These are few as a rule, for which copying arrays as a whole takes longer.
    for (int i = first; i < end; i++) {
      start[intervals] = parents.start[i];
      blur[intervals] = parents.blur[i];
      lastBit[intervals] = parents.lastBit[i];
      parent[intervals++] = i;
      firstFlip[intervals] = flips;
    }
  }

  private void ensure(int size) {
    if (size > start.length) {
      int capacity = Math.max(size, 2 * start.length);
      start = Arrays.copyOf(start, capacity);
      blur = Arrays.copyOf(blur, capacity);
      parent = Arrays.copyOf(parent, capacity);
      lastBit = Arrays.copyOf(lastBit, capacity);
      firstFlip = Arrays.copyOf(firstFlip, capacity + 1);
    }
  }

  /** Lets a unit flip where the interval opened last starts. */
  void flip(int unit) {
    if (flips == flippedUnit.length) {
      flippedUnit = Arrays.copyOf(flippedUnit, 2 * flips);
    }
    flippedUnit[flips++] = unit;
    firstFlip[intervals] = flips;
  }

  int intervals() {
    return intervals;
  }

  /**
   * The last of the flips of counted bits, of any stage so far, where an interval starts: its
   * number in {@link TraceFlips}, or {@link TraceFlips#NONE}.
   */
  int lastBit(int interval) {
    return lastBit[interval];
  }

  /** The same of the interval opened last. */
  int lastBit() {
    return lastBit[intervals - 1];
  }

  void setLastBit(int flip) {
    lastBit[intervals - 1] = flip;
  }

  double start(int interval) {
    return start[interval];
  }

  /** The end of an interval, which is the start of the next or 1. */
  double end(int interval) {
    return interval + 1 < intervals ? start[interval + 1] : 1;
  }

  double startBlur(int interval) {
    return blur[interval];
  }

  double endBlur(int interval) {
    return interval + 1 < intervals ? blur[interval + 1] : 0;
  }

  /** The interval among some neighbours that a time lies in. */
  int find(double t, int first, int last) {
    int low = first;
    int high = last;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (start[middle] <= t) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  int parent(int interval) {
    return parent[interval];
  }

  boolean startsWithParent(int interval) {
    return interval == 0 || parent[interval] != parent[interval - 1];
  }

  /**
   * The index of the first flip at the start of an interval; for {@link #intervals} their count.
   */
  int firstFlip(int interval) {
    return firstFlip[interval];
  }

  int flippedUnit(int flip) {
    return flippedUnit[flip];
  }
}
