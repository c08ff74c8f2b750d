package org.folding.engine.path;

import java.util.Arrays;
import java.util.Objects;
import org.folding.api.path.InputPath;
import org.folding.api.walk.CountedUnits;
import org.folding.api.walk.Walk;
import org.folding.api.walk.WalkMode;
import org.jspecify.annotations.Nullable;

/** A walk whose storage is used again for the next path. Filled in the order of time. */
public final class WalkBuffer implements Walk {
  private final WalkMode mode;
  private final CountedUnits units;
  // 1 where a bit is, and 0 elsewhere.
  private final byte[] start;
  // Whether a bit flips in the step being written, and the flips written so far.
  private final boolean[] pending;
  private @Nullable InputPath path;
  private double[] times = new double[64];
  private int[] firstFlips = new int[65];
  private int[] bits = new int[64];
  private int steps;
  private int flips;

  public WalkBuffer(WalkMode mode, CountedUnits units) {
    this.mode = mode;
    this.units = units;
    this.start = new byte[units.bits()];
    this.pending = new boolean[units.bits()];
  }

  public void begin(InputPath newPath) {
    path = newPath;
    steps = 0;
    flips = 0;
    Arrays.fill(start, (byte) 0);
  }

  public void setStartBit(int bit, boolean value) {
    start[bit] = (byte) (value ? 1 : 0);
  }

  /**
   * Sets the bits from {@code first} on.
   *
   * @param values 1 or 0 for each of them, from {@code at} on
   */
  public void setStartBits(int first, byte[] values, int at, int count) {
    System.arraycopy(values, at, start, first, count);
  }

  /** Toggles the bits that flip on a line: makes the end of a walk of its start. */
  public void turnStart(FlipList list, int line) {
    int end = list.end(line);
    for (int f = list.first(line); f < end; f++) {
      start[list.bit(f)] ^= 1;
    }
  }

  /**
   * Toggles a bit at a time not before those given so far. Within one time a second toggle of a bit
   * takes back the first.
   */
  public void flip(double time, int bit) {
    ensure(1);
    if (steps == 0 || times[steps - 1] != time) {
      closeStep();
      times[steps] = time;
      firstFlips[steps++] = flips;
    }
    if (pending[bit]) {
      takeBack(bit);
    } else {
      pending[bit] = true;
      bits[flips++] = bit;
    }
  }

  /** Adds the flips of a whole line, the only ones of a walk. */
  public void flipAll(FlipList list, int line) {
    int first = list.first(line);
    int last = list.end(line);
    ensure(last - first);
    while (first < last) {
      double t = list.time(first);
      int end = first + 1;
      while (end < last && list.time(end) == t) {
        end++;
      }
      step(t, list, first, end);
      first = end;
    }
  }

  /** The same from the end of the line to its start; those at one time stay in their order. */
  public void flipAllBackwards(FlipList list, int line) {
    int start = list.first(line);
    int end = list.end(line);
    ensure(end - start);
    while (end > start) {
      double t = list.time(end - 1);
      int first = end - 1;
      while (first > start && list.time(first - 1) == t) {
        first--;
      }
      // Times that differ are further apart than 1 − t rounds: see Crossings.groupEnd.
      step(1 - t, list, first, end);
      end = first;
    }
  }

  /** Makes room for so many more flips, each a step of its own. */
  private void ensure(int more) {
    if (flips + more > bits.length) {
      bits = Arrays.copyOf(bits, Math.max(2 * flips, flips + more));
    }
    if (steps + more > times.length) {
      int size = Math.max(2 * steps, steps + more);
      times = Arrays.copyOf(times, size);
      firstFlips = Arrays.copyOf(firstFlips, size + 1);
    }
  }

  private void step(double t, FlipList list, int first, int end) {
    if (end - first == 1) {
      // As most are, and nothing can be taken back.
      times[steps] = t;
      firstFlips[steps++] = flips;
      bits[flips++] = list.bit(first);
    } else {
      for (int f = first; f < end; f++) {
        flip(t, list.bit(f));
      }
      closeStep();
    }
  }

  public void end() {
    closeStep();
    firstFlips[steps] = flips;
  }

  private void takeBack(int bit) {
    pending[bit] = false;
    int at = firstFlips[steps - 1];
    while (bits[at] != bit) {
      at++;
    }
    System.arraycopy(bits, at + 1, bits, at, flips - at - 1);
    flips--;
  }

  private void closeStep() {
    if (steps == 0) {
      return;
    }
    int first = firstFlips[steps - 1];
    for (int i = first; i < flips; i++) {
      pending[bits[i]] = false;
    }
    if (first == flips) {
      steps--;
    }
  }

  @Override
  public WalkMode mode() {
    return mode;
  }

  @Override
  public InputPath path() {
    return Objects.requireNonNull(path, "no walk has begun");
  }

  @Override
  public CountedUnits units() {
    return units;
  }

  @Override
  public boolean startBit(int bit) {
    return start[bit] != 0;
  }

  @Override
  public int steps() {
    return steps;
  }

  @Override
  public double time(int step) {
    return times[step];
  }

  @Override
  public int firstFlip(int step) {
    return firstFlips[step];
  }

  @Override
  public int bit(int flip) {
    return bits[flip];
  }
}
