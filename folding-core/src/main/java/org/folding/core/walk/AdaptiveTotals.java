package org.folding.core.walk;

import org.folding.core.walk.adaptive.SearchOutcome;

/** Sums over the adaptive walks of one walker, until somebody takes them. */
final class AdaptiveTotals {
  private AdaptiveStatistics sums = AdaptiveStatistics.NONE;

  void add(SearchOutcome outcome, int stepsOfSeveralFlips) {
    sums =
        sums.plus(
            new AdaptiveStatistics(
                1,
                outcome.evaluations(),
                stepsOfSeveralFlips,
                outcome.openSteps(),
                outcome.openGaps() > 0 ? 1 : 0));
  }

  AdaptiveStatistics take() {
    AdaptiveStatistics taken = sums;
    sums = AdaptiveStatistics.NONE;
    return taken;
  }
}
