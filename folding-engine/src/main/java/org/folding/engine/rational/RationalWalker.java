package org.folding.engine.rational;

import java.util.Arrays;
import java.util.BitSet;
import org.folding.api.path.InputPath;
import org.folding.api.walk.CountedUnits;
import org.folding.api.walk.Walk;
import org.folding.api.walk.WalkMode;
import org.folding.engine.path.PathSegments;
import org.folding.engine.path.SegmentLengths;
import org.folding.engine.path.WalkBuffer;
import org.folding.engine.path.Walker;

/**
 * The exact walk in rational arithmetic, without any rounding but that of the times: for networks
 * so deep and narrow that the errors of float64 may grow beyond what decides crossings.
 */
public final class RationalWalker implements Walker {
  private final RationalNetwork network;
  // The counted bit at each place among the bits of all units, or −1.
  private final int[] counted;
  private final SegmentLengths lengths;
  private final WalkBuffer walk;

  /**
   * @param places the place of each counted bit among the bits of all units
   * @param allBits how many bits all units have
   */
  public RationalWalker(
      RationalNetwork network,
      CountedUnits units,
      int[] places,
      int allBits,
      SegmentLengths lengths) {
    this.network = network;
    this.lengths = lengths;
    this.walk = new WalkBuffer(WalkMode.EXACT, units);
    this.counted = inverse(places, allBits);
  }

  @Override
  public Walk walk(InputPath path) {
    walk.begin(path);
    BitSet pattern = null;
    for (PathSegments.Segment segment : PathSegments.of(path, lengths)) {
      RationalWalk line = network.walk(segment.from(), segment.to());
      if (pattern == null) {
        pattern = (BitSet) line.startBits().clone();
        setStart(pattern);
      } else {
        // At a corner the pattern may differ from the one before it.
        pattern.xor(line.startBits());
        flip(segment.start(), pattern);
        pattern = (BitSet) line.startBits().clone();
      }
      for (RationalWalk.Step step : line.steps()) {
        flip(segment.pathTime(step.time().doubleValue()), step.bits());
        pattern.xor(step.bits());
      }
    }
    walk.end();
    return walk;
  }

  private static int[] inverse(int[] places, int allBits) {
    int[] bit = new int[allBits];
    Arrays.fill(bit, -1);
    for (int b = 0; b < places.length; b++) {
      bit[places[b]] = b;
    }
    return bit;
  }

  private void setStart(BitSet bits) {
    for (int place = bits.nextSetBit(0); place >= 0; place = bits.nextSetBit(place + 1)) {
      if (counted[place] >= 0) {
        walk.setStartBit(counted[place], true);
      }
    }
  }

  private void flip(double time, BitSet bits) {
    for (int place = bits.nextSetBit(0); place >= 0; place = bits.nextSetBit(place + 1)) {
      if (counted[place] >= 0) {
        walk.flip(time, counted[place]);
      }
    }
  }
}
