package org.folding.engine.verify;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.folding.api.path.InputPath;
import org.folding.api.walk.CountedUnits;
import org.folding.api.walk.Walk;
import org.folding.api.walk.WalkMode;

/**
 * A walk that can be made wrong.
 *
 * @param startBits the first pattern
 * @param list the steps, in the order of time
 */
record EditedWalk(InputPath path, CountedUnits units, BitSet startBits, List<Step> list)
    implements Walk {

  record Step(double time, List<Integer> bits) {}

  /** A copy of a walk. */
  static EditedWalk copy(Walk walk) {
    BitSet start = new BitSet();
    for (int bit = 0; bit < walk.units().bits(); bit++) {
      start.set(bit, walk.startBit(bit));
    }
    List<Step> steps = new ArrayList<>();
    for (int step = 0; step < walk.steps(); step++) {
      List<Integer> bits = new ArrayList<>();
      for (int flip = walk.firstFlip(step); flip < walk.firstFlip(step + 1); flip++) {
        bits.add(walk.bit(flip));
      }
      steps.add(new Step(walk.time(step), bits));
    }
    return new EditedWalk(walk.path(), walk.units(), start, steps);
  }

  @Override
  public WalkMode mode() {
    return WalkMode.EXACT;
  }

  @Override
  public boolean startBit(int bit) {
    return startBits.get(bit);
  }

  @Override
  public int steps() {
    return list.size();
  }

  @Override
  public double time(int step) {
    return list.get(step).time();
  }

  @Override
  public int firstFlip(int step) {
    return list.subList(0, step).stream().mapToInt(s -> s.bits().size()).sum();
  }

  @Override
  public int bit(int flip) {
    return list.stream().flatMap(step -> step.bits().stream()).toList().get(flip);
  }
}
