package org.folding.engine.adaptive;

import java.util.Arrays;

/** The evaluated points of a stretch of the path, linked in the order of time. */
final class Samples {
  private final int bits;
  private double[] time = new double[32];
  private double[][] margins = new double[32][];
  private int[] before = new int[32];
  private int[] after = new int[32];
  // Whether the path or what is known of it bends here, so that slopes do not carry over.
  private boolean[] bend = new boolean[32];
  private int size;

  Samples(int bits) {
    this.bits = bits;
  }

  void clear() {
    size = 0;
  }

  int size() {
    return size;
  }

  /**
   * Adds a point.
   *
   * @param left the point before it, or −1
   * @param right the point after it, or −1
   * @return its number, which is the next
   */
  int add(double t, boolean bends, int left, int right) {
    if (size == time.length) {
      time = Arrays.copyOf(time, 2 * size);
      margins = Arrays.copyOf(margins, 2 * size);
      before = Arrays.copyOf(before, 2 * size);
      after = Arrays.copyOf(after, 2 * size);
      bend = Arrays.copyOf(bend, 2 * size);
    }
    int added = size++;
    time[added] = t;
    bend[added] = bends;
    if (margins[added] == null) {
      margins[added] = new double[bits];
    }
    before[added] = left;
    after[added] = right;
    if (left >= 0) {
      after[left] = added;
    }
    if (right >= 0) {
      before[right] = added;
    }
    return added;
  }

  double time(int sample) {
    return time[sample];
  }

  /** The margins at a point; shared, to be filled by the caller of {@link #add}. */
  double[] margins(int sample) {
    return margins[sample];
  }

  int before(int sample) {
    return before[sample];
  }

  int after(int sample) {
    return after[sample];
  }

  boolean bends(int sample) {
    return bend[sample];
  }
}
