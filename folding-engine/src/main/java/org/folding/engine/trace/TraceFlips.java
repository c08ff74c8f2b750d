package org.folding.engine.trace;

import java.util.Arrays;
import org.folding.engine.chain.Stage;
import org.folding.engine.path.FlipList;

/**
 * The flips of some lines, gathered stage by stage. Every crossing becomes a breakpoint, so the
 * breakpoints have the flips of all stages so far in order, and nothing has to be sorted or merged
 * but the crossings of one stage.
 */
final class TraceFlips {
  /** Of a breakpoint: no counted bit flips there. */
  static final int NONE = -1;

  private int[] bit = new int[64];
  // The flips at a breakpoint form a ring: each points to the one after it, the last to the first.
  private int[] next = new int[64];
  private int size;
  // Whether no breakpoint has more than one flip.
  private boolean plain;
  private final FlipList inOrder = new FlipList();

  void clear() {
    inOrder.clear();
    startLines();
  }

  /** Starts with other lines; what was finished stays in order before them. */
  void startLines() {
    size = 0;
    plain = true;
  }

  /**
   * Cuts intervals at the crossings of a stage.
   *
   * @param output receives the intervals
   */
  void split(Stage stage, Partition input, Crossings crossings, Partition output) {
    crossings.sort(input);
    if (crossings.arePlain()) {
      output.cut(input, crossings);
      number(stage, output);
    } else {
      splitAtGroups(stage, input, crossings, output);
    }
  }

  /** Numbers flips each of which has a breakpoint of its own. */
  private void number(Stage stage, Partition output) {
    int count = output.flips();
    reserve(count);
    for (int f = 0; f < count; f++) {
      int b = stage.bit[output.flippedUnit(f)];
      bit[size] = b;
      next[size] = size;
      output.setLastBit(output.flipPlace(f), b >= 0 ? size : NONE);
      size += b >= 0 ? 1 : 0;
    }
  }

  /** The same where crossings happen at once or at breakpoints. */
  private void splitAtGroups(Stage stage, Partition input, Crossings crossings, Partition output) {
    output.clear();
    int count = crossings.size();
    int taken = 0;
    int k = 0;
    while (k < count) {
      int i = crossings.interval(k);
      output.add(input, taken, i + 1);
      taken = i + 1;
      while (k < count && crossings.interval(k) == i && crossings.isAtStart(k)) {
        if (crossings.isTakenBack(k)) {
          k += 2;
        } else {
          flip(stage, crossings.unit(k++), output);
        }
      }
      while (k < count && crossings.interval(k) == i) {
        int end = crossings.groupEnd(k);
        int sharpest = crossings.sharpest(k, end);
        output.add(crossings.time(sharpest), crossings.blur(sharpest), i);
        for (; k < end; k++) {
          flip(stage, crossings.unit(k), output);
        }
      }
    }
    output.add(input, taken, input.breakpoints());
  }

  /** Makes room for more flips, and one that is written but not counted. */
  private void reserve(int more) {
    if (size + more >= bit.length) {
      bit = Arrays.copyOf(bit, 2 * (size + more));
      next = Arrays.copyOf(next, bit.length);
    }
  }

  /** Lets a unit flip at the breakpoint added last. */
  private void flip(Stage stage, int unit, Partition output) {
    output.flip(unit);
    if (stage.bit[unit] >= 0) {
      reserve(1);
      int last = output.lastBit();
      bit[size] = stage.bit[unit];
      if (last == NONE) {
        next[size] = size;
      } else {
        next[size] = next[last];
        next[last] = size;
        plain = false;
      }
      output.setLastBit(size++);
    }
  }

  /**
   * Puts all flips of counted bits in order, with the crossings of the last stage.
   *
   * @param input the intervals that the stages before make of the lines
   */
  void finish(Stage stage, Partition input, Crossings crossings) {
    crossings.sort(input);
    if (plain && crossings.arePlain() && stage.countsAll) {
      merge(stage, input, crossings);
    } else {
      mergeGroups(stage, input, crossings);
    }
  }

  /** Each breakpoint has one flip or none, and each crossing becomes one. */
  private void merge(Stage stage, Partition input, Crossings crossings) {
    int breakpoints = input.breakpoints();
    int count = crossings.size();
    int first = inOrder.addRoom(size + count);
    int[] after = crossings.countByInterval(breakpoints);
    int flipped = 0;
    int crossed = 0;
    // Each is written where it belongs at once, as in Partition.cut.
    for (int i = 0; i < breakpoints; i++) {
      int to = first + flipped + crossed;
      if (input.isEnd(i)) {
        inOrder.endLine(to);
      }
      int last = input.lastBit(i);
      // What is none is overwritten by what comes next.
      inOrder.set(to, input.start(i), bit[Math.max(last, 0)]);
      flipped += last >= 0 ? 1 : 0;
      crossed += after[i];
      after[i] = flipped;
    }
    for (int k = 0; k < count; k++) {
      int to = first + after[crossings.interval(k)] + k;
      inOrder.set(to, crossings.time(k), stage.bit[crossings.unit(k)]);
    }
  }

  /** The same where flips happen at once. */
  private void mergeGroups(Stage stage, Partition input, Crossings crossings) {
    int breakpoints = input.breakpoints();
    int count = crossings.size();
    inOrder.reserve(size + count);
    int k = 0;
    for (int i = 0; i < breakpoints; i++) {
      if (input.isEnd(i)) {
        inOrder.endLine();
        continue;
      }
      double start = input.start(i);
      addRing(start, input.lastBit(i));
      while (k < count && crossings.interval(k) == i && crossings.isAtStart(k)) {
        if (crossings.isTakenBack(k)) {
          k += 2;
        } else {
          add(start, stage.bit[crossings.unit(k++)]);
        }
      }
      while (k < count && crossings.interval(k) == i) {
        int end = crossings.groupEnd(k);
        double t = crossings.time(crossings.sharpest(k, end));
        for (; k < end; k++) {
          add(t, stage.bit[crossings.unit(k)]);
        }
      }
    }
  }

  private void addRing(double t, int last) {
    if (last != NONE) {
      int flip = last;
      do {
        flip = next[flip];
        inOrder.add(t, bit[flip]);
      } while (flip != last);
    }
  }

  private void add(double t, int bitOrNone) {
    if (bitOrNone >= 0) {
      inOrder.add(t, bitOrNone);
    }
  }

  /** The flips of counted bits along all lines that are finished. */
  FlipList inOrder() {
    return inOrder;
  }
}
