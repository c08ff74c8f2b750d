package org.folding.testkit;

import java.util.BitSet;
import org.folding.api.path.InputPath;
import org.folding.api.walk.CountedUnits;
import org.folding.api.walk.Walk;
import org.folding.api.walk.WalkMode;

/** A walk written by hand. */
final class WrittenWalk implements Walk {
  private final WalkMode mode;
  private final InputPath path;
  private final CountedUnits units;
  private final BitSet start;
  private final double[] times;
  private final int[] firstFlips;
  private final int[] bits;

  WrittenWalk(
      WalkMode mode,
      InputPath path,
      CountedUnits units,
      BitSet start,
      double[] times,
      int[] firstFlips,
      int[] bits) {
    this.mode = mode;
    this.path = path;
    this.units = units;
    this.start = start;
    this.times = times;
    this.firstFlips = firstFlips;
    this.bits = bits;
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
    return start.get(bit);
  }

  @Override
  public int steps() {
    return times.length;
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

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("walk {start " + start);
    for (int step = 0; step < times.length; step++) {
      text.append("; t ").append(times[step]).append(": ");
      for (int flip = firstFlips[step]; flip < firstFlips[step + 1]; flip++) {
        text.append(flip == firstFlips[step] ? "" : ",").append(bits[flip]);
      }
    }
    return text.append('}').toString();
  }
}
