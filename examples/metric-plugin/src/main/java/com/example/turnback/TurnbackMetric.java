package com.example.turnback;

import java.util.List;
import org.folding.api.metric.Metric;
import org.folding.api.metric.MetricValue;
import org.folding.api.metric.Phrase;
import org.folding.api.walk.Walk;

/**
 * Where a walk folds, and how deep. Space folding χ tells that a walk comes back towards its start,
 * but not when. With the distance to the start d_i = d_H(π_1, π_i), the highest distance so far M_i
 * = max_{j ≤ i} d_j and the fall D_i = M_i − d_i of a walk π_1 … π_m, where π_i is entered at time
 * t_i:
 *
 * <pre>
 *   at     = min { t_i : D_i > tolerance }          NaN where there is no such i
 *   depth  = max_i D_i                              bits; 0 for a walk that never turns back
 *   beyond = 1 − min { t_i : d_i = max_j d_j }      share of the path behind the farthest pattern
 * </pre>
 *
 * <p>The depth is the greatest drawdown of the distance. A walk without folding, χ = 0, has depth
 * 0; where each step is one flip the converse holds, too. A walk without flips has at = NaN, depth
 * 0 and beyond = 1. Costs O(flips) time; it keeps one bit for each counted bit.
 */
final class TurnbackMetric implements Metric {
  private static final List<MetricValue> VALUES =
      List.of(
          MetricValue.share("at", "The time t at which the walk first turns back, NaN if never."),
          MetricValue.count("depth", "The greatest fall max_i (max_{j<=i} d_j - d_i), in bits.")
              .asHeadline()
              .saying(Phrase.LABEL, "depth of turning back")
              .saying(Phrase.SYMBOL, "depth"),
          MetricValue.share("beyond", "The share of the path behind its farthest pattern."));

  private final int tolerance;
  private final boolean[] away;

  /**
   * @param bits the number of counted bits
   * @param tolerance the fall that is still none, in bits, at least 0
   */
  TurnbackMetric(int bits, int tolerance) {
    this.tolerance = tolerance;
    this.away = new boolean[bits];
  }

  @Override
  public List<MetricValue> values() {
    return VALUES;
  }

  @Override
  public void measure(Walk walk, double[] row, int offset) {
    int distance = 0;
    int farthest = 0;
    int depth = 0;
    double farthestAt = 0;
    double turnedAt = Double.NaN;
    int flip = 0;
    for (int step = 0; step < walk.steps(); step++) {
      // The flips of one step happen at once: only the state behind them counts.
      for (int end = walk.firstFlip(step + 1); flip < end; flip++) {
        int bit = walk.bit(flip);
        away[bit] = !away[bit];
        distance += away[bit] ? 1 : -1;
      }
      if (distance > farthest) {
        farthest = distance;
        farthestAt = walk.time(step);
      }
      depth = Math.max(depth, farthest - distance);
      if (Double.isNaN(turnedAt) && depth > tolerance) {
        turnedAt = walk.time(step);
      }
    }
    row[offset] = turnedAt;
    row[offset + 1] = depth;
    row[offset + 2] = 1 - farthestAt;
    forget(walk);
  }

  /** Clears only what the walk touched, as most walks flip few of many bits. */
  private void forget(Walk walk) {
    for (int flip = 0; flip < walk.flips(); flip++) {
      away[walk.bit(flip)] = false;
    }
  }
}
