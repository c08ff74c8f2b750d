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

  void add(double t, int bitIndex) {
    if (size == time.length) {
      time = Arrays.copyOf(time, 2 * size);
      bit = Arrays.copyOf(bit, 2 * size);
    }
    time[size] = t;
    bit[size++] = bitIndex;
  }
}
