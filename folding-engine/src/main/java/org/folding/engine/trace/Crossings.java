package org.folding.engine.trace;

import java.util.Arrays;

/**
 * The crossings of a stage's units. They are found unit by unit and put in order afterwards: by
 * time, and at one time by unit.
 */
final class Crossings {
  /** The uncertainty of what happens at the start of an interval. */
  private static final double AT_START = -1;

  /** Of fewer crossings it takes no time to sort those that fall into one bucket. */
  private static final int MANY = 256;

  private int[] interval = new int[64];
  private double[] time = new double[64];
  private double[] blur = new double[64];
  private int[] unit = new int[64];
  private int[] order = new int[64];
  // The same in order.
  private int[] sortedInterval = new int[64];
  private double[] sorted = new double[64];
  private double[] sortedBlur = new double[64];
  private int[] sortedUnit = new int[64];
  private int[] bucket = new int[65];
  private int size;
  private boolean plain;
  // Whether they were added in order.
  private boolean ordered;

  void clear() {
    size = 0;
    ordered = true;
  }

  int size() {
    return size;
  }

  /**
   * Lets a unit flip where an interval starts; a second flip there takes back the first.
   *
   * @param start when the interval starts
   */
  void addAtStart(int i, double start, int flipped) {
    add(i, start, AT_START, flipped);
  }

  /** Lets a unit flip inside an interval, surely after its start and before its end. */
  void add(int i, double t, double uncertainty, int flipped) {
    if (size == time.length) {
      interval = Arrays.copyOf(interval, 2 * size);
      time = Arrays.copyOf(time, 2 * size);
      blur = Arrays.copyOf(blur, 2 * size);
      unit = Arrays.copyOf(unit, 2 * size);
      order = new int[2 * size];
      sortedInterval = new int[2 * size];
      sorted = new double[2 * size];
      sortedBlur = new double[2 * size];
      sortedUnit = new int[2 * size];
      bucket = new int[2 * size + 1];
    }
    ordered = ordered && (size == 0 || isBehindLast(i, t, flipped));
    interval[size] = i;
    time[size] = t;
    blur[size] = uncertainty;
    unit[size++] = flipped;
  }

  private boolean isBehindLast(int i, double t, int flipped) {
    int last = size - 1;
    return interval[last] < i
        || (interval[last] == i && (time[last] < t || (time[last] == t && unit[last] < flipped)));
  }

  /**
   * Puts the crossings in order, line by line: roughly by counting, in intervals where these are
   * many and in parts of the line elsewhere; then exactly by insertion.
   *
   * @param input the intervals
   */
  void sort(Partition input) {
    if (ordered) {
      swap();
    } else {
      int breakpoints = input.breakpoints();
      if (breakpoints > size || input.lines() > 1) {
        sortByInterval(breakpoints);
        insert(true);
      } else {
        sortRoughly();
        insert(false);
      }
      gather();
    }
    lookForSpecial();
  }

  /** Takes over what was added in order. */
  private void swap() {
    int[] intervals = interval;
    interval = sortedInterval;
    sortedInterval = intervals;
    double[] times = time;
    time = sorted;
    sorted = times;
    double[] blurs = blur;
    blur = sortedBlur;
    sortedBlur = blurs;
    int[] units = unit;
    unit = sortedUnit;
    sortedUnit = units;
  }

  /** Puts what belongs to the times in their order. */
  private void gather() {
    for (int k = 0; k < size; k++) {
      int c = order[k];
      sortedInterval[k] = interval[c];
      sortedBlur[k] = blur[c];
      sortedUnit[k] = unit[c];
    }
  }

  /** Finds out whether all are plain, see {@link #arePlain}. */
  private void lookForSpecial() {
    int special = 0;
    int intervalBefore = -1;
    double timeBefore = 0;
    double blurBefore = 0;
    // Without branches: which neighbours share an interval cannot be foretold.
    for (int k = 0; k < size; k++) {
      int isTied = sorted[k] - timeBefore <= sortedBlur[k] + blurBefore ? 1 : 0;
      special |= (sortedInterval[k] == intervalBefore ? isTied : 0);
      special |= sortedBlur[k] == AT_START ? 1 : 0;
      intervalBefore = sortedInterval[k];
      timeBefore = sorted[k];
      blurBefore = sortedBlur[k];
    }
    plain = special == 0;
  }

  /** Whether each crossing is alone, as nearly always: inside an interval, and with no other. */
  boolean arePlain() {
    return plain;
  }

  /**
   * Puts in order exactly what is so roughly.
   *
   * @param apart whether the intervals are in order, so that crossings change places within one
   *     only: those of several lines have no common order of time
   */
  private void insert(boolean apart) {
    for (int k = 1; k < size; k++) {
      double t = sorted[k];
      int c = order[k];
      int at = k;
      while (at > 0
          && (!apart || interval[order[at - 1]] == interval[c])
          && isBefore(t, c, at - 1)) {
        sorted[at] = sorted[at - 1];
        order[at] = order[at - 1];
        at--;
      }
      sorted[at] = t;
      order[at] = c;
    }
  }

  private boolean isBefore(double t, int c, int at) {
    return t < sorted[at] || (t == sorted[at] && unit[c] < unit[order[at]]);
  }

  private void sortByInterval(int breakpoints) {
    if (bucket.length <= breakpoints) {
      bucket = new int[2 * breakpoints];
    }
    Arrays.fill(bucket, 0, breakpoints + 1, 0);
    for (int c = 0; c < size; c++) {
      bucket[interval[c] + 1]++;
    }
    int before = 0;
    for (int i = 0; i < breakpoints; i++) {
      before += bucket[i];
      bucket[i] = before;
    }
    for (int c = 0; c < size; c++) {
      int at = bucket[interval[c]]++;
      order[at] = c;
      sorted[at] = time[c];
    }
  }

  private void sortRoughly() {
    // The buckets cover the line, or where there are many crossings what these cover.
    double earliest = 0;
    double latest = 1;
    if (size > MANY) {
      earliest = Arrays.stream(time, 0, size).min().orElseThrow();
      latest = Arrays.stream(time, 0, size).max().orElseThrow();
    }
    double density = latest > earliest ? size / (latest - earliest) : 0;
    Arrays.fill(bucket, 0, size + 1, 0);
    for (int c = 0; c < size; c++) {
      bucket[bucketOf(c, earliest, density) + 1]++;
    }
    int before = 0;
    for (int b = 0; b <= size; b++) {
      before += bucket[b];
      bucket[b] = before;
    }
    for (int c = 0; c < size; c++) {
      int place = bucket[bucketOf(c, earliest, density)]++;
      order[place] = c;
      sorted[place] = time[c];
    }
  }

  private int bucketOf(int c, double earliest, double density) {
    return Math.min(size - 1, (int) ((time[c] - earliest) * density));
  }

  /** How many crossings each of some intervals has; valid until the next call. */
  int[] countByInterval(int intervals) {
    if (bucket.length < intervals) {
      bucket = new int[2 * intervals];
    }
    Arrays.fill(bucket, 0, intervals, 0);
    for (int k = 0; k < size; k++) {
      bucket[sortedInterval[k]]++;
    }
    return bucket;
  }

  /** The interval of the k-th crossing in order. */
  int interval(int k) {
    return sortedInterval[k];
  }

  boolean isAtStart(int k) {
    return sortedBlur[k] == AT_START;
  }

  double time(int k) {
    return sorted[k];
  }

  double blur(int k) {
    return sortedBlur[k];
  }

  int unit(int k) {
    return sortedUnit[k];
  }

  /** Whether the k-th flip is at the start of an interval, like the one after it of that unit. */
  boolean isTakenBack(int k) {
    if (k + 1 >= size) {
      return false;
    }
    return isAtStart(k + 1)
        && sortedInterval[k] == sortedInterval[k + 1]
        && sortedUnit[k] == sortedUnit[k + 1];
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
