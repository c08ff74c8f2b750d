package org.folding.engine.trace;

import java.util.Arrays;

/**
 * The breakpoints of all stages up to one, along a straight line, or along several, one after the
 * other. Those of a line begin with t = 0 and end with t = 1. An interval has the number of the
 * breakpoint that it starts at; the end of a line starts none.
 *
 * <p>A breakpoint lies in an interval of the partition before, its parent. Where it lies inside its
 * parent, units of this stage flip and nothing else changes; where its parent starts, stages before
 * flip too.
 */
final class Partition {
  private double[] time = new double[64];
  private double[] blur = new double[64];
  private int[] parent = new int[64];
  private int[] line = new int[64];
  private int[] lastBit = new int[64];
  private int[] firstFlip = new int[65];
  private int[] flippedUnit = new int[64];
  private int[] flipPlace = new int[64];
  private int size;
  private int flips;

  /** Becomes the partition of each of some lines into one interval. */
  void reset(int lines) {
    clear();
    ensure(2 * lines);
    for (int m = 0; m < lines; m++) {
      line[size] = m;
      open(0, 0, size);
      line[size] = m;
      open(1, 0, size);
    }
  }

  void clear() {
    size = 0;
    flips = 0;
  }

  /**
   * Adds a breakpoint inside an interval, on the line of the breakpoint added last.
   *
   * @param t where
   * @param uncertainty by how much t may be wrong
   * @param parentInterval the interval of the partition before that it lies in
   */
  void add(double t, double uncertainty, int parentInterval) {
    ensure(size + 1);
    line[size] = line[size - 1];
    open(t, uncertainty, parentInterval);
  }

  private void open(double t, double uncertainty, int parentInterval) {
    time[size] = t;
    blur[size] = uncertainty;
    parent[size] = parentInterval;
    lastBit[size] = TraceFlips.NONE;
    size++;
    firstFlip[size] = flips;
  }

  /**
   * Takes over breakpoints.
   *
   * @param parents the partition before
   * @param first the first of its breakpoints that is taken over
   * @param end the one to stop at
   */
  void add(Partition parents, int first, int end) {
    ensure(size + end - first);
    // These are few as a rule, for which copying arrays as a whole takes longer.
    for (int i = first; i < end; i++) {
      time[size] = parents.time[i];
      blur[size] = parents.blur[i];
      line[size] = parents.line[i];
      lastBit[size] = parents.lastBit[i];
      parent[size++] = i;
      firstFlip[size] = flips;
    }
  }

  /**
   * Becomes a partition cut further, at crossings of which each is {@link Crossings#arePlain
   * plain}.
   *
   * @param parents the partition before
   */
  void cut(Partition parents, Crossings crossings) {
    int before = parents.size;
    int count = crossings.size();
    clear();
    ensure(before + count);
    int[] after = crossings.countByInterval(before);
    // Each crossing is written where it belongs at once, so that no loop depends on how many of
    // them an interval has, which cannot be foretold.
    int crossed = 0;
    for (int i = 0; i < before; i++) {
      int to = i + crossed;
      time[to] = parents.time[i];
      blur[to] = parents.blur[i];
      line[to] = parents.line[i];
      lastBit[to] = parents.lastBit[i];
      parent[to] = i;
      firstFlip[to] = crossed;
      crossed += after[i];
    }
    size = before + count;
    flips = count;
    firstFlip[size] = count;
    if (flippedUnit.length < count) {
      flippedUnit = new int[2 * count];
      flipPlace = new int[2 * count];
    }
    for (int k = 0; k < count; k++) {
      int i = crossings.interval(k);
      int to = i + 1 + k;
      time[to] = crossings.time(k);
      blur[to] = crossings.blur(k);
      line[to] = parents.line[i];
      lastBit[to] = TraceFlips.NONE;
      parent[to] = i;
      firstFlip[to] = k;
      flippedUnit[k] = crossings.unit(k);
      flipPlace[k] = to;
    }
  }

  private void ensure(int needed) {
    if (needed > time.length) {
      int capacity = Math.max(needed, 2 * time.length);
      time = Arrays.copyOf(time, capacity);
      blur = Arrays.copyOf(blur, capacity);
      parent = Arrays.copyOf(parent, capacity);
      line = Arrays.copyOf(line, capacity);
      lastBit = Arrays.copyOf(lastBit, capacity);
      firstFlip = Arrays.copyOf(firstFlip, capacity + 1);
    }
  }

  /** Lets a unit flip at the breakpoint added last. */
  void flip(int unit) {
    if (flips == flippedUnit.length) {
      flippedUnit = Arrays.copyOf(flippedUnit, 2 * flips);
      flipPlace = Arrays.copyOf(flipPlace, 2 * flips);
    }
    flippedUnit[flips] = unit;
    flipPlace[flips++] = size - 1;
    firstFlip[size] = flips;
  }

  /** How many breakpoints there are, with both ends of each line. */
  int breakpoints() {
    return size;
  }

  /** How many intervals there are, where there is one line. */
  int intervals() {
    return size - 1;
  }

  /**
   * The last of the flips of counted bits, of any stage so far, at a breakpoint: its number in
   * {@link TraceFlips}, or {@link TraceFlips#NONE}.
   */
  int lastBit(int breakpoint) {
    return lastBit[breakpoint];
  }

  /** The same of the breakpoint added last. */
  int lastBit() {
    return lastBit[size - 1];
  }

  void setLastBit(int flip) {
    setLastBit(size - 1, flip);
  }

  void setLastBit(int breakpoint, int flip) {
    lastBit[breakpoint] = flip;
  }

  /** The time of a breakpoint, where an interval starts. */
  double start(int interval) {
    return time[interval];
  }

  /** The end of an interval. */
  double end(int interval) {
    return time[interval + 1];
  }

  double startBlur(int interval) {
    return blur[interval];
  }

  double endBlur(int interval) {
    return blur[interval + 1];
  }

  /** How many lines there are. */
  int lines() {
    return line[size - 1] + 1;
  }

  /** The line that a breakpoint lies on. */
  int line(int breakpoint) {
    return line[breakpoint];
  }

  /** Whether a line starts at a breakpoint; others are surely later. */
  boolean isStart(int breakpoint) {
    return time[breakpoint] == 0;
  }

  /** Whether a line ends at a breakpoint; others are surely earlier. */
  boolean isEnd(int breakpoint) {
    return time[breakpoint] == 1;
  }

  /** The interval among some neighbours that a time lies in. */
  int find(double t, int first, int last) {
    int low = first;
    int high = last;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (time[middle] <= t) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  int parent(int breakpoint) {
    return parent[breakpoint];
  }

  boolean startsWithParent(int breakpoint) {
    return breakpoint == 0 || parent[breakpoint] != parent[breakpoint - 1];
  }

  /** Whether it is one interval, of one line, cut by one flip at each breakpoint inside it. */
  boolean isOneIntervalCut() {
    return size == flips + 2 && parent[size - 2] == 0;
  }

  /** How many units of this stage flip. */
  int flips() {
    return flips;
  }

  /** The index of the first flip at a breakpoint; for {@link #breakpoints} their count. */
  int firstFlip(int breakpoint) {
    return firstFlip[breakpoint];
  }

  int flippedUnit(int flip) {
    return flippedUnit[flip];
  }

  /** The breakpoint at which a flip happens. */
  int flipPlace(int flip) {
    return flipPlace[flip];
  }
}
