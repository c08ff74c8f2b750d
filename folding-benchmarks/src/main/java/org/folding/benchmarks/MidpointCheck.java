package org.folding.benchmarks;

import org.folding.api.data.Dataset;
import org.folding.api.model.Model;
import org.folding.api.walk.Walk;
import org.folding.core.network.NetworkEvaluator;

/**
 * Evaluates a network from scratch in the middle of every region of a walk and compares the
 * pattern. For networks all of whose units are counted.
 */
final class MidpointCheck {
  private final NetworkEvaluator evaluator;
  private final Dataset data;

  MidpointCheck(Model model, Dataset data) {
    this.evaluator = new NetworkEvaluator(model.network().orElseThrow());
    this.data = data;
  }

  void verify(Walk walk, int from, int to) {
    int width = data.width();
    double[] start = new double[width];
    double[] end = new double[width];
    data.copyRow(from, start, 0);
    data.copyRow(to, end, 0);
    boolean[] pattern = new boolean[walk.units().bits()];
    for (int bit = 0; bit < pattern.length; bit++) {
      pattern[bit] = walk.startBit(bit);
    }
    double[] point = new double[width];
    double[] margins = new double[pattern.length];
    for (int region = 0; region < walk.regions(); region++) {
      double left = region == 0 ? 0 : walk.time(region - 1);
      double right = region == walk.steps() ? 1 : walk.time(region);
      double t = (left + right) / 2;
      for (int i = 0; i < width; i++) {
        point[i] = (1 - t) * start[i] + t * end[i];
      }
      evaluator.margins(point, 1, margins);
      for (int bit = 0; bit < pattern.length; bit++) {
        if (pattern[bit] != margins[bit] > 0) {
          throw new IllegalStateException(
              "line " + from + " to " + to + ", t = " + t + ": bit " + bit + " is wrong");
        }
      }
      if (region < walk.steps()) {
        for (int flip = walk.firstFlip(region); flip < walk.firstFlip(region + 1); flip++) {
          pattern[walk.bit(flip)] ^= true;
        }
      }
    }
  }
}
