package org.folding.core.plugin;

import java.util.List;
import org.folding.api.model.UnitLayer;
import org.folding.api.network.Shape;
import org.folding.api.network.UnitRole;
import org.folding.api.path.InputPath;
import org.folding.api.path.Waypoint;
import org.folding.api.walk.CountedUnits;
import org.folding.api.walk.Walk;
import org.folding.api.walk.WalkMode;

/** A walk of steps of one flip each, all of bit 0. */
record HandWalk(int steps) implements Walk {
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
    return new CountedUnits(
        List.of(new UnitLayer("relu", "Relu", Shape.of(1), UnitRole.HIDDEN, 1)));
  }

  @Override
  public boolean startBit(int bit) {
    return false;
  }

  @Override
  public double time(int step) {
    return (step + 1.0) / (steps + 1);
  }

  @Override
  public int firstFlip(int step) {
    return step;
  }

  @Override
  public int bit(int flip) {
    return 0;
  }
}
