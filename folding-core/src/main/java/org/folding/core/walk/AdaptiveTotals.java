package org.folding.core.walk;

import java.util.concurrent.atomic.LongAdder;
import org.folding.core.walk.adaptive.SearchOutcome;

/** Sums over the adaptive walks of all threads. */
final class AdaptiveTotals {
  private final LongAdder paths = new LongAdder();
  private final LongAdder evaluations = new LongAdder();
  private final LongAdder multiFlipSteps = new LongAdder();
  private final LongAdder openSteps = new LongAdder();
  private final LongAdder openPaths = new LongAdder();

  void add(SearchOutcome outcome, int stepsOfSeveralFlips) {
    paths.increment();
    evaluations.add(outcome.evaluations());
    multiFlipSteps.add(stepsOfSeveralFlips);
    openSteps.add(outcome.openSteps());
    if (outcome.openGaps() > 0) {
      openPaths.increment();
    }
  }

  AdaptiveStatistics statistics() {
    return new AdaptiveStatistics(
        paths.sum(), evaluations.sum(), multiFlipSteps.sum(), openSteps.sum(), openPaths.sum());
  }
}
