package org.folding.engine.adaptive;

import java.util.Arrays;

/** Bits with the times at which they flip, to be sorted by time. */
final class Roots {
  private double[] time = new double[16];
  private int[] bit = new int[16];
  private double[] otherTime = new double[16];
  private int[] otherBit = new int[16];
  private int size;

  void clear() {
    size = 0;
  }

  void add(double t, int b) {
    if (size == time.length) {
      time = Arrays.copyOf(time, 2 * size);
      bit = Arrays.copyOf(bit, 2 * size);
      otherTime = new double[2 * size];
      otherBit = new int[2 * size];
    }
    time[size] = t;
    bit[size++] = b;
  }

  /** Sorts by time, merging; bits of one time stay in the order in which they were added. */
  void sort() {
    for (int run = 1; run < size; run *= 2) {
      for (int first = 0; first < size; first += 2 * run) {
        merge(first, Math.min(first + run, size), Math.min(first + 2 * run, size));
      }
      double[] times = time;
      time = otherTime;
      otherTime = times;
      int[] bits = bit;
      bit = otherBit;
      otherBit = bits;
    }
  }

  private void merge(int first, int middle, int end) {
    int left = first;
    int right = middle;
    for (int at = first; at < end; at++) {
      boolean takeLeft = right == end || (left < middle && time[left] <= time[right]);
      int from = takeLeft ? left++ : right++;
      otherTime[at] = time[from];
      otherBit[at] = bit[from];
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
