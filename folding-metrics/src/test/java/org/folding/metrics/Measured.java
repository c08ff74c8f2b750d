package org.folding.metrics;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.folding.api.network.Network;
import org.folding.api.walk.Walk;
import org.folding.engine.testing.Networks;

/**
 * What the definitions say of a walk, computed from its list of patterns by the letter: every
 * pattern is stored and every distance counted. The metrics, which see only flips, must agree.
 */
record Measured(
    int r1, int r2, int r1Reverse, int endDistance, int defect, int regions, double[] metrics) {

  static Measured along(Network network, double[] from, double[] to) {
    return of(Networks.exactWalker(network).walk(Networks.line(from, to)));
  }

  static Measured of(Walk walk) {
    List<BitSet> patterns = patterns(walk);
    BitSet first = patterns.get(0);
    BitSet last = patterns.get(patterns.size() - 1);
    int r1 = 0;
    int r1Reverse = 0;
    int r2 = 0;
    int defect = 0;
    for (int i = 0; i < patterns.size(); i++) {
      BitSet pattern = patterns.get(i);
      r1 = Math.max(r1, distance(first, pattern));
      r1Reverse = Math.max(r1Reverse, distance(last, pattern));
      r2 += i == 0 ? 0 : distance(patterns.get(i - 1), pattern);
      int outside = 0;
      for (int bit = 0; bit < walk.units().bits(); bit++) {
        boolean endsAgree = first.get(bit) == last.get(bit);
        outside += endsAgree && pattern.get(bit) != first.get(bit) ? 1 : 0;
      }
      defect = Math.max(defect, outside);
    }
    double[] row = new double[8];
    new RangeMetric(walk.units(), false).measure(walk, row, 0);
    new ConvexityDefectMetric(walk.units()).measure(walk, row, 5);
    return new Measured(r1, r2, r1Reverse, distance(first, last), defect, patterns.size(), row);
  }

  static List<BitSet> patterns(Walk walk) {
    BitSet pattern = new BitSet();
    for (int bit = 0; bit < walk.units().bits(); bit++) {
      pattern.set(bit, walk.startBit(bit));
    }
    List<BitSet> patterns = new ArrayList<>();
    patterns.add((BitSet) pattern.clone());
    for (int step = 0; step < walk.steps(); step++) {
      for (int flip = walk.firstFlip(step); flip < walk.firstFlip(step + 1); flip++) {
        pattern.flip(walk.bit(flip));
      }
      patterns.add((BitSet) pattern.clone());
    }
    return patterns;
  }

  private static int distance(BitSet a, BitSet b) {
    BitSet differing = (BitSet) a.clone();
    differing.xor(b);
    return differing.cardinality();
  }

  double folding() {
    return metrics[0];
  }

  double foldingReverse() {
    return metrics[3];
  }
}
