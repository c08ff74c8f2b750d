package org.folding.metrics;

import java.util.List;
import org.folding.api.metric.Metric;
import org.folding.api.metric.MetricValue;
import org.folding.api.metric.Phrase;
import org.folding.api.walk.CountedUnits;
import org.folding.api.walk.Walk;

/**
 * The convexity defect: this project's own measure, from the Hamming intervals of arXiv 2503.08502.
 * The interval [π_1, π_m] holds the patterns that agree with both ends wherever these agree; a walk
 * is convex between its ends iff it never leaves it.
 *
 * <ul>
 *   <li>defect(Γ) = max_j #{ n : π_1(n) = π_m(n) ≠ π_j(n) }, in flips: the distance of the farthest
 *       pattern to the interval;
 *   <li>excess(Γ) = r2 − d_H(π_1, π_m), in flips, always even: the flips that were taken back;
 *   <li>excess ratio = excess / r2 in [0, 1], and 0 where r2 = 0.
 * </ul>
 *
 * All three are the same for the reversed path. The defect is the headline: it is the distance that
 * gives the metric its name, and tells what χ does not, while the excess ratio bounds χ from above
 * (½ of it ≤ χ ≤ all of it), so that its distribution would repeat that of χ.
 */
public final class ConvexityDefectMetric implements Metric {
  private static final List<MetricValue> VALUES =
      List.of(
          MetricValue.count(
                  "defect",
                  "in how many bits at most a pattern differs from both ends where these agree")
              .asHeadline()
              .saying(Phrase.LABEL, "convexity defect")
              .saying(Phrase.SYMBOL, "defect")
              .saying(Phrase.ZERO, "convex")
              .saying(Phrase.REMARK_ON_CLASSES, "The defect of a path is that of its reverse"),
          MetricValue.count(
              "excess", "flips that were taken back: r2 less the distance between the two ends"),
          MetricValue.share(
              "excess-ratio",
              "the share of flips that were taken back: excess / r2; 0 where r2 = 0"));

  // Of each bit whether it differs from the first pattern at the step at hand (1), and whether the
  // last pattern does (2). All 0 between two walks. Numbers, as their branches cannot be foretold.
  private final int[] differs;

  /**
   * @param units the counted units
   */
  public ConvexityDefectMetric(CountedUnits units) {
    this.differs = new int[units.bits()];
  }

  @Override
  public List<MetricValue> values() {
    return VALUES;
  }

  @Override
  public void measure(Walk walk, double[] row, int offset) {
    int flips = walk.flips();
    int endDistance = 0;
    for (int flip = 0; flip < flips; flip++) {
      int bit = walk.bit(flip);
      differs[bit] ^= 2;
      endDistance += differs[bit] - 1;
    }
    int excess = flips - endDistance;
    row[offset] = defect(walk);
    row[offset + 1] = excess;
    row[offset + 2] = flips == 0 ? 0 : (double) excess / flips;
    for (int flip = 0; flip < flips; flip++) {
      differs[walk.bit(flip)] = 0;
    }
  }

  private int defect(Walk walk) {
    int outside = 0;
    int defect = 0;
    int flip = 0;
    for (int step = 0; step < walk.steps(); step++) {
      int end = walk.firstFlip(step + 1);
      for (; flip < end; flip++) {
        int bit = walk.bit(flip);
        int now = differs[bit] ^ 1;
        differs[bit] = now;
        // 1 or −1, and 0 where the ends differ.
        outside += (2 * (now & 1) - 1) * (1 - (now >> 1));
      }
      defect = Math.max(defect, outside);
    }
    return defect;
  }
}
