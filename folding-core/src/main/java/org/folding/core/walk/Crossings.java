package org.folding.core.walk;

import java.util.Arrays;

/**
 * The units that cross zero inside one interval of a line, and those that flip at its ends. Few at
 * a time: an interval between neighbouring breakpoints rarely has more than one.
 */
final class Crossings {
  private int[] left = new int[16];
  private int lefts;
  private int[] right = new int[16];
  private int rights;
  private double[] time = new double[16];
  private double[] blur = new double[16];
  private int[] unit = new int[16];
  private int size;

  /** Forgets everything, at the start of a line. */
  void clear() {
    lefts = 0;
    rights = 0;
    size = 0;
  }

  /**
   * Goes on to the next interval: what flips at the end of this one flips at the next one's start.
   */
  void next() {
    int[] swap = left;
    left = right;
    right = swap;
    lefts = rights;
    rights = 0;
    size = 0;
  }

  /** Lets a unit flip at the start of the interval; a second flip there takes back the first. */
  void flipAtStart(int flipped) {
    for (int i = 0; i < lefts; i++) {
      if (left[i] == flipped) {
        left[i] = left[--lefts];
        return;
      }
    }
    if (lefts == left.length) {
      left = Arrays.copyOf(left, 2 * lefts);
    }
    left[lefts++] = flipped;
  }

  void flipAtEnd(int flipped) {
    if (rights == right.length) {
      right = Arrays.copyOf(right, 2 * rights);
    }
    right[rights++] = flipped;
  }

  /** Adds a crossing inside the interval, keeping them in the order of time. */
  void add(double t, double uncertainty, int crossing) {
    if (size == time.length) {
      time = Arrays.copyOf(time, 2 * size);
      blur = Arrays.copyOf(blur, 2 * size);
      unit = Arrays.copyOf(unit, 2 * size);
    }
    int at = size++;
    while (at > 0 && time[at - 1] > t) {
      time[at] = time[at - 1];
      blur[at] = blur[at - 1];
      unit[at] = unit[at - 1];
      at--;
    }
    time[at] = t;
    blur[at] = uncertainty;
    unit[at] = crossing;
  }

  int flipsAtStart() {
    return lefts;
  }

  int flippedAtStart(int index) {
    return left[index];
  }

  int size() {
    return size;
  }

  double time(int index) {
    return time[index];
  }

  double blur(int index) {
    return blur[index];
  }

  int unit(int index) {
    return unit[index];
  }

  /**
   * The end of the group of crossings that starts at an index: neighbours that are closer in time
   * than they are certain happen at once.
   */
  int groupEnd(int first) {
    int end = first + 1;
    while (end < size && time[end] - time[end - 1] <= blur[end] + blur[end - 1]) {
      end++;
    }
    return end;
  }

  /** The crossing of a group whose time is the most certain. */
  int sharpest(int first, int end) {
    int best = first;
    for (int i = first + 1; i < end; i++) {
      if (blur[i] < blur[best]) {
        best = i;
      }
    }
    return best;
  }
}
