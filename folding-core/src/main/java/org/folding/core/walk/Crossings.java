package org.folding.core.walk;

import java.util.Arrays;

/**
 * The crossings of a stage's units. They are found unit by unit and put in order afterwards: by
 * interval; there, those at its start first, then by time; at one time by unit.
 */
final class Crossings {
  /** The time of what happens at the start of an interval. */
  private static final double AT_START = -1;

  private int[] interval = new int[64];
  private double[] time = new double[64];
  private double[] blur = new double[64];
  private int[] unit = new int[64];
  private int[] order = new int[64];
  private int[] bucket = new int[65];
  private int size;
  // Whether they were added in the order of intervals.
  private boolean ordered;

  void clear() {
    size = 0;
    ordered = true;
  }

  int size() {
    return size;
  }

  /** Lets a unit flip where an interval starts; a second flip there takes back the first. */
  void addAtStart(int i, int flipped) {
    add(i, AT_START, 0, flipped);
  }

  /** Lets a unit flip inside an interval. */
  void add(int i, double t, double uncertainty, int flipped) {
    if (size == time.length) {
      interval = Arrays.copyOf(interval, 2 * size);
      time = Arrays.copyOf(time, 2 * size);
      blur = Arrays.copyOf(blur, 2 * size);
      unit = Arrays.copyOf(unit, 2 * size);
      order = new int[2 * size];
    }
    ordered &= size == 0 || interval[size - 1] <= i;
    interval[size] = i;
    time[size] = t;
    blur[size] = uncertainty;
    unit[size++] = flipped;
  }

  /**
   * Puts the crossings in order: roughly by counting, then exactly by insertion.
   *
   * @param intervals how many intervals there are
   */
  void sort(int intervals) {
    if (ordered && intervals > 1) {
      for (int c = 0; c < size; c++) {
        order[c] = c;
      }
    } else {
      sortRoughly(intervals);
    }
    for (int k = 1; k < size; k++) {
      int c = order[k];
      int at = k;
      while (at > 0 && before(c, order[at - 1])) {
        order[at] = order[at - 1];
        at--;
      }
      order[at] = c;
    }
  }

  private void sortRoughly(int intervals) {
    int buckets = intervals == 1 ? size : intervals;
    if (bucket.length <= buckets) {
      bucket = new int[2 * buckets];
    } else {
      Arrays.fill(bucket, 0, buckets + 1, 0);
    }
    for (int c = 0; c < size; c++) {
      bucket[bucketOf(c, intervals) + 1]++;
    }
    for (int b = 0; b < buckets; b++) {
      bucket[b + 1] += bucket[b];
    }
    for (int c = 0; c < size; c++) {
      order[bucket[bucketOf(c, intervals)]++] = c;
    }
  }

  private int bucketOf(int c, int intervals) {
    // The whole line is one interval of the first stage: there time tells.
    return intervals == 1 ? Math.min(size - 1, Math.max(0, (int) (time[c] * size))) : interval[c];
  }

  private boolean before(int c, int d) {
    if (interval[c] != interval[d]) {
      return interval[c] < interval[d];
    }
    return time[c] < time[d] || (time[c] == time[d] && unit[c] < unit[d]);
  }

  /** The interval of the k-th crossing in order. */
  int interval(int k) {
    return interval[order[k]];
  }

  boolean isAtStart(int k) {
    return time[order[k]] == AT_START;
  }

  double time(int k) {
    return time[order[k]];
  }

  double blur(int k) {
    return blur[order[k]];
  }

  int unit(int k) {
    return unit[order[k]];
  }

  /** Whether the k-th flip is at the start of an interval, like the one after it of that unit. */
  boolean isTakenBack(int k) {
    if (k + 1 >= size) {
      return false;
    }
    int c = order[k];
    int d = order[k + 1];
    return time[d] == AT_START && interval[c] == interval[d] && unit[c] == unit[d];
  }

  /**
   * The end of the group of crossings inside an interval that starts with the k-th: neighbours that
   * are closer in time than they are certain happen at once.
   */
  int groupEnd(int k) {
    int end = k + 1;
    while (end < size
        && interval(end) == interval(k)
        && time(end) - time(end - 1) <= blur(end) + blur(end - 1)) {
      end++;
    }
    return end;
  }

  /** The crossing of a group whose time is the most certain. */
  int sharpest(int first, int end) {
    int best = first;
    for (int k = first + 1; k < end; k++) {
      if (blur(k) < blur(best)) {
        best = k;
      }
    }
    return best;
  }
}
