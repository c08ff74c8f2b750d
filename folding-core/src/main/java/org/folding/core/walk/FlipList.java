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
    ensure(size + 1);
    time[size] = t;
    bit[size++] = bitIndex;
  }

  /** Becomes the merge of two lists that are each in the order of time. */
  void merge(FlipList a, FlipList b) {
    ensure(a.size + b.size);
    int i = 0;
    int j = 0;
    size = 0;
    while (i < a.size && j < b.size) {
      if (a.time[i] <= b.time[j]) {
        time[size] = a.time[i];
        bit[size++] = a.bit[i++];
      } else {
        time[size] = b.time[j];
        bit[size++] = b.bit[j++];
      }
    }
    append(a, i);
    append(b, j);
  }

  private void append(FlipList other, int from) {
    int count = other.size - from;
    System.arraycopy(other.time, from, time, size, count);
    System.arraycopy(other.bit, from, bit, size, count);
    size += count;
  }

  private void ensure(int length) {
    if (length > time.length) {
      int capacity = Math.max(length, 2 * time.length);
      time = Arrays.copyOf(time, capacity);
      bit = Arrays.copyOf(bit, capacity);
    }
  }
}
