package org.folding.core.walk;

import java.util.Arrays;

/** Flips in the order of time. Grows as needed and keeps its storage. */
final class FlipList {
  private double[] time = new double[64];
  private int[] bit = new int[64];
  private int size;

  void clear() {
    size = 0;
  }

  int size() {
    return size;
  }

  double time(int flip) {
    return time[flip];
  }

  int bit(int flip) {
    return bit[flip];
  }

  /** Makes room for so many flips in all. */
  void reserve(int count) {
    if (count > time.length) {
      int capacity = Math.max(count, 2 * time.length);
      time = Arrays.copyOf(time, capacity);
      bit = Arrays.copyOf(bit, capacity);
    }
  }

  /** Adds a flip, for which room has been made. */
  void add(double t, int bitIndex) {
    time[size] = t;
    bit[size++] = bitIndex;
  }
}
