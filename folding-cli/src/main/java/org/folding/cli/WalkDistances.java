package org.folding.cli;

import org.folding.api.walk.Walk;

/** How far each pattern of a walk is from the first one. */
final class WalkDistances {
  // Of the patterns, from the first on.
  private final int[] distance;
  private final boolean[] leadsBack;

  WalkDistances(Walk walk) {
    this.distance = new int[walk.regions()];
    this.leadsBack = new boolean[walk.flips()];
    boolean[] differs = new boolean[walk.units().bits()];
    for (int step = 0; step < walk.steps(); step++) {
      int now = distance[step];
      for (int flip = walk.firstFlip(step); flip < walk.firstFlip(step + 1); flip++) {
        int bit = walk.bit(flip);
        leadsBack[flip] = differs[bit];
        now += differs[bit] ? -1 : 1;
        differs[bit] ^= true;
      }
      distance[step + 1] = now;
    }
  }

  int before(int step) {
    return distance[step];
  }

  int after(int step) {
    return distance[step + 1];
  }

  /** Whether a flip takes back one before it, so that its unit is as at the start again. */
  boolean leadsBack(int flip) {
    return leadsBack[flip];
  }
}
