package org.folding.core.walk;

import java.util.Arrays;

/**
 * Flips of some lines, line by line, those of each in the order of time and at one time by stage.
 * Grows as needed and keeps its storage.
 */
final class FlipList {
  private double[] time = new double[64];
  private int[] bit = new int[64];
  private int[] lineEnd = new int[16];
  private int size;
  private int lines;

  void clear() {
    size = 0;
    lines = 0;
  }

  /** The first flip of a line. */
  int first(int line) {
    return line == 0 ? 0 : lineEnd[line - 1];
  }

  /** The one after the last flip of a line. */
  int end(int line) {
    return lineEnd[line];
  }

  double time(int flip) {
    return time[flip];
  }

  int bit(int flip) {
    return bit[flip];
  }

  /** Makes room for so many more flips. */
  void reserve(int count) {
    if (size + count > time.length) {
      int capacity = Math.max(size + count, 2 * time.length);
      time = Arrays.copyOf(time, capacity);
      bit = Arrays.copyOf(bit, capacity);
    }
  }

  /** Adds a flip, for which room has been made. */
  void add(double t, int bitIndex) {
    time[size] = t;
    bit[size++] = bitIndex;
  }

  /** Adds room for some flips, to be {@link #set}; returns the number of the first. */
  int addRoom(int count) {
    // One more, which may be set but does not count.
    reserve(count + 1);
    size += count;
    return size - count;
  }

  void set(int flip, double t, int bitIndex) {
    time[flip] = t;
    bit[flip] = bitIndex;
  }

  /** Ends a line before a flip. */
  void endLine(int flip) {
    if (lines == lineEnd.length) {
      lineEnd = Arrays.copyOf(lineEnd, 2 * lines);
    }
    lineEnd[lines++] = flip;
  }

  /** What is added from now on belongs to the next line. */
  void endLine() {
    endLine(size);
  }
}
