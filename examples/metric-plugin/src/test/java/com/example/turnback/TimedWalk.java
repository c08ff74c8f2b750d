package com.example.turnback;

import java.util.List;
import org.folding.api.model.UnitLayer;
import org.folding.api.network.Shape;
import org.folding.api.network.UnitRole;
import org.folding.api.path.InputPath;
import org.folding.api.path.Waypoint;
import org.folding.api.walk.CountedUnits;
import org.folding.api.walk.Walk;
import org.folding.api.walk.WalkMode;

/**
 * A walk given by hand, through four units that all start inactive.
 *
 * @param times when the steps happen
 * @param flipsOfSteps the bits that each step flips
 */
record TimedWalk(List<Double> times, List<List<Integer>> flipsOfSteps) implements Walk {
  static final CountedUnits UNITS =
      new CountedUnits(List.of(new UnitLayer("hidden", "Relu", Shape.of(4), UnitRole.HIDDEN, 1)));

  @Override
  public WalkMode mode() {
    return WalkMode.EXACT;
  }

  @Override
  public InputPath path() {
    return new InputPath(List.of(Waypoint.point(0), Waypoint.point(1)));
  }

  @Override
  public CountedUnits units() {
    return UNITS;
  }

  @Override
  public boolean startBit(int bit) {
    return false;
  }

  @Override
  public int steps() {
    return times.size();
  }

  @Override
  public double time(int step) {
    return times.get(step);
  }

  @Override
  public int firstFlip(int step) {
    return flipsOfSteps.subList(0, step).stream().mapToInt(List::size).sum();
  }

  @Override
  public int bit(int flip) {
    return flipsOfSteps.stream().flatMap(List::stream).toList().get(flip);
  }
}
