package org.folding.core.study;

import java.util.ArrayList;
import java.util.List;
import org.folding.api.walk.Walk;

/**
 * How the folding of a walk grows along its path: χ of the part of the path from 0 to t.
 *
 * @param times the times t at which the pattern changes, rising, after 0
 * @param foldings χ from each of these times on; before the first it is 0
 * @param range r1 of the whole walk
 * @param total r2 of the whole walk
 */
record FoldingCurve(List<Double> times, List<Double> foldings, int range, int total) {

  /** Copies the lists. */
  FoldingCurve {
    times = List.copyOf(times);
    foldings = List.copyOf(foldings);
  }

  static FoldingCurve of(Walk walk) {
    boolean[] differs = new boolean[walk.units().bits()];
    List<Double> times = new ArrayList<>();
    List<Double> foldings = new ArrayList<>();
    int distance = 0;
    int range = 0;
    for (int step = 0; step < walk.steps(); step++) {
      int end = walk.firstFlip(step + 1);
      for (int flip = walk.firstFlip(step); flip < end; flip++) {
        int bit = walk.bit(flip);
        differs[bit] = !differs[bit];
        distance += differs[bit] ? 1 : -1;
      }
      range = Math.max(range, distance);
      times.add(walk.time(step));
      foldings.add(1 - (double) range / end);
    }
    return new FoldingCurve(times, foldings, range, walk.flips());
  }

  /** χ of the whole walk. */
  double folding() {
    return foldings.isEmpty() ? 0 : foldings.get(foldings.size() - 1);
  }

  /** The number of patterns that the path runs through, as far as the walk has seen. */
  int regions() {
    return times.size() + 1;
  }
}
