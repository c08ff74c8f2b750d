package org.folding.engine.adaptive;

import org.folding.engine.path.AdaptiveStatistics;

/** Sums over the adaptive walks of one walker, until somebody takes them. */
public final class AdaptiveTotals {
  private AdaptiveStatistics sums = AdaptiveStatistics.NONE;

  public void add(SearchOutcome outcome, int stepsOfSeveralFlips) {
    sums =
        sums.plus(
            new AdaptiveStatistics(
                1,
                outcome.evaluations(),
                stepsOfSeveralFlips,
                outcome.openSteps(),
                outcome.openGaps() > 0 ? 1 : 0));
  }

  public AdaptiveStatistics take() {
    AdaptiveStatistics taken = sums;
    sums = AdaptiveStatistics.NONE;
    return taken;
  }
}
