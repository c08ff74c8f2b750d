package org.folding.engine.adaptive;

import org.folding.api.path.InputPath;
import org.folding.api.walk.CountedUnits;
import org.folding.api.walk.Walk;
import org.folding.api.walk.WalkMode;
import org.folding.engine.path.AdaptiveStatistics;
import org.folding.engine.path.SearchLimits;
import org.folding.engine.path.SegmentLengths;
import org.folding.engine.path.WalkBuffer;
import org.folding.engine.path.Walker;

/** The adaptive walk: flips found by evaluations where something is likely to be found. */
public final class AdaptiveWalker implements Walker {
  private final MarginSource margins;
  private final int inputWidth;
  private final SegmentLengths lengths;
  private final AdaptiveSearch search;
  private final AdaptiveTotals totals = new AdaptiveTotals();
  private final WalkBuffer walk;
  private final FlipSink sink;

  public AdaptiveWalker(
      MarginSource margins,
      int inputWidth,
      SearchLimits limits,
      CountedUnits units,
      SegmentLengths lengths) {
    this.margins = margins;
    this.inputWidth = inputWidth;
    this.lengths = lengths;
    this.search = new AdaptiveSearch(margins.bits(), limits);
    this.walk = new WalkBuffer(WalkMode.ADAPTIVE, units);
    this.sink =
        new FlipSink() {
          @Override
          public void start(int bit, boolean value) {
            walk.setStartBit(bit, value);
          }

          @Override
          public void flip(double time, int bit) {
            walk.flip(time, bit);
          }
        };
  }

  @Override
  public Walk walk(InputPath path) {
    walk.begin(path);
    PathCurve curve = new PathCurve(margins, inputWidth, lengths, path.waypoints());
    SearchOutcome outcome = search.search(curve, curve.bends(), sink);
    walk.end();
    totals.add(outcome, stepsOfSeveralFlips());
    return walk;
  }

  private int stepsOfSeveralFlips() {
    int count = 0;
    for (int step = 0; step < walk.steps(); step++) {
      count += walk.firstFlip(step + 1) - walk.firstFlip(step) > 1 ? 1 : 0;
    }
    return count;
  }

  @Override
  public AdaptiveStatistics takeStatistics() {
    return totals.take();
  }

  @Override
  public void close() {
    margins.close();
  }
}
