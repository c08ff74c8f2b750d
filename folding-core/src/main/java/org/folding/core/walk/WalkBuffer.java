package org.folding.core.walk;

import java.util.Arrays;
import org.folding.api.path.InputPath;
import org.folding.api.walk.CountedUnits;
import org.folding.api.walk.Walk;
import org.folding.api.walk.WalkMode;

/** A walk whose storage is used again for the next path. Filled in the order of time. */
final class WalkBuffer implements Walk {
  private final WalkMode mode;
  private final CountedUnits units;
  private final boolean[] start;
  // Whether a bit flips in the step being written, and the flips written so far.
  private final boolean[] pending;
  private InputPath path;
  private double[] times = new double[64];
  private int[] firstFlips = new int[65];
  private int[] bits = new int[64];
  private int steps;
  private int flips;

  WalkBuffer(WalkMode mode, CountedUnits units) {
    this.mode = mode;
    this.units = units;
    this.start = new boolean[units.bits()];
    this.pending = new boolean[units.bits()];
  }

  void begin(InputPath newPath) {
    path = newPath;
    steps = 0;
    flips = 0;
    Arrays.fill(start, false);
  }

  void setStartBit(int bit, boolean value) {
    start[bit] = value;
  }

  /** Sets the bits from {@code first} on. */
  void setStartBits(int first, boolean[] values) {
    System.arraycopy(values, 0, start, first, values.length);
  }

  /** Toggles bits of the start: makes the end of a walk of its start. */
  void turnStart(FlipList flips) {
    for (int f = 0; f < flips.size(); f++) {
      start[flips.bit(f)] ^= true;
    }
  }

  /**
   * Toggles a bit at a time not before those given so far. Within one time a second toggle of a bit
   * takes back the first.
   */
  void flip(double time, int bit) {
    if (steps == 0 || times[steps - 1] != time) {
      closeStep();
      if (steps == times.length) {
        times = Arrays.copyOf(times, 2 * steps);
        firstFlips = Arrays.copyOf(firstFlips, 2 * steps + 1);
      }
      times[steps] = time;
      firstFlips[steps++] = flips;
    }
    if (pending[bit]) {
      takeBack(bit);
    } else {
      if (flips == bits.length) {
        bits = Arrays.copyOf(bits, 2 * flips);
      }
      pending[bit] = true;
      bits[flips++] = bit;
    }
  }

  void end() {
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
    return path;
  }

  @Override
  public CountedUnits units() {
    return units;
  }

  @Override
  public boolean startBit(int bit) {
    return start[bit];
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
