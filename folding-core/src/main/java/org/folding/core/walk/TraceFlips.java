package org.folding.core.walk;

import java.util.Arrays;

/**
 * The flips of a line, gathered stage by stage. Every breakpoint is the start of an interval, so
 * the intervals have the flips of all stages so far in order, and nothing has to be sorted or
 * merged but the crossings of one stage.
 */
final class TraceFlips {
  /** For an interval: no counted bit flips where it starts. */
  static final int NONE = -1;

  private int[] bit = new int[64];
  // The flips at a breakpoint form a ring: each points to the one after it, the last to the first.
  private int[] next = new int[64];
  private int size;
  private final FlipList inOrder = new FlipList();

  void clear() {
    size = 0;
    inOrder.clear();
  }

  /**
   * Cuts intervals at the crossings of a stage.
   *
   * @param output receives the intervals
   */
  void split(Stage stage, Partition input, Crossings crossings, Partition output) {
    int intervals = input.intervals();
    crossings.sort(intervals);
    output.clear();
    int count = crossings.size();
    int opened = 0;
    int k = 0;
    while (k < count) {
      int i = crossings.interval(k);
      output.open(input, opened, i + 1);
      opened = i + 1;
      while (k < count && crossings.interval(k) == i && crossings.isAtStart(k)) {
        if (crossings.isTakenBack(k)) {
          k += 2;
        } else {
          flip(stage, crossings.unit(k++), output);
        }
      }
      while (k < count && crossings.interval(k) == i) {
        int end = crossings.groupEnd(k);
        int sharpest = crossings.sharpest(k, end);
        output.open(crossings.time(sharpest), crossings.blur(sharpest), i);
        for (; k < end; k++) {
          flip(stage, crossings.unit(k), output);
        }
      }
    }
    output.open(input, opened, intervals);
  }

  /** Lets a unit flip where the interval opened last starts. */
  private void flip(Stage stage, int unit, Partition output) {
    output.flip(unit);
    if (stage.bit[unit] >= 0) {
      if (size == bit.length) {
        bit = Arrays.copyOf(bit, 2 * size);
        next = Arrays.copyOf(next, 2 * size);
      }
      int last = output.lastBit();
      bit[size] = stage.bit[unit];
      if (last == NONE) {
        next[size] = size;
      } else {
        next[size] = next[last];
        next[last] = size;
      }
      output.setLastBit(size++);
    }
  }

  /**
   * Puts all flips of counted bits in order, with the crossings of the last stage.
   *
   * @param input the intervals that the stages before make of the line
   */
  void finish(Stage stage, Partition input, Crossings crossings) {
    int intervals = input.intervals();
    crossings.sort(intervals);
    int count = crossings.size();
    inOrder.reserve(size + count);
    int k = 0;
    for (int i = 0; i < intervals; i++) {
      double start = input.start(i);
      addRing(start, input.lastBit(i));
      while (k < count && crossings.interval(k) == i && crossings.isAtStart(k)) {
        if (crossings.isTakenBack(k)) {
          k += 2;
        } else {
          add(start, stage.bit[crossings.unit(k++)]);
        }
      }
      while (k < count && crossings.interval(k) == i) {
        int end = crossings.groupEnd(k);
        double t = crossings.time(crossings.sharpest(k, end));
        for (; k < end; k++) {
          add(t, stage.bit[crossings.unit(k)]);
        }
      }
    }
  }

  private void addRing(double t, int last) {
    if (last != NONE) {
      int flip = last;
      do {
        flip = next[flip];
        inOrder.add(t, bit[flip]);
      } while (flip != last);
    }
  }

  private void add(double t, int bitOrNone) {
    if (bitOrNone >= 0) {
      inOrder.add(t, bitOrNone);
    }
  }

  /** The flips of counted bits in the order of time, at one time by stage. */
  FlipList inOrder() {
    return inOrder;
  }
}
