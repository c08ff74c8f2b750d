package org.folding.core.walk.adaptive;

import java.util.Arrays;

/** Bits with the times at which they flip, to be sorted by time. */
final class Roots {
  private double[] time = new double[16];
  private int[] bit = new int[16];
  private int size;

  void clear() {
    size = 0;
  }

  void add(double t, int b) {
    if (size == time.length) {
      time = Arrays.copyOf(time, 2 * size);
      bit = Arrays.copyOf(bit, 2 * size);
    }
    time[size] = t;
    bit[size++] = b;
  }

  /** Sorts by time; bits of one time stay in the order in which they were added. */
  void sort() {
    for (int i = 1; i < size; i++) {
      double t = time[i];
      int b = bit[i];
      int at = i - 1;
      while (at >= 0 && time[at] > t) {
        time[at + 1] = time[at];
        bit[at + 1] = bit[at];
        at--;
      }
      time[at + 1] = t;
      bit[at + 1] = b;
    }
  }

  int size() {
    return size;
  }

  double time(int i) {
    return time[i];
  }

  int bit(int i) {
    return bit[i];
  }
}
