package org.folding.core.walk;

/** The flips of a line, gathered stage by stage. */
final class TraceFlips {
  private final FlipList stageFlips = new FlipList();
  private FlipList flips = new FlipList();
  private FlipList merged = new FlipList();

  void clear() {
    flips.clear();
  }

  /** The flips of counted bits so far, in the order of time. */
  FlipList inOrder() {
    return flips;
  }

  /**
   * Cuts intervals at the crossings of a stage.
   *
   * @param output receives the intervals
   */
  void split(Stage stage, Partition input, Crossings crossings, Partition output) {
    int intervals = input.intervals();
    crossings.sort(intervals);
    output.clear();
    stageFlips.clear();
    int size = crossings.size();
    int k = 0;
    for (int i = 0; i < intervals; i++) {
      double start = input.start(i);
      output.open(start, input.startBlur(i), i);
      while (k < size && crossings.interval(k) == i && crossings.isAtStart(k)) {
        if (crossings.isTakenBack(k)) {
          k += 2;
        } else {
          flip(stage, start, crossings.unit(k++), output);
        }
      }
      while (k < size && crossings.interval(k) == i) {
        int end = crossings.groupEnd(k);
        int sharpest = crossings.sharpest(k, end);
        double t = crossings.time(sharpest);
        output.open(t, crossings.blur(sharpest), i);
        for (; k < end; k++) {
          flip(stage, t, crossings.unit(k), output);
        }
      }
    }
    if (stageFlips.size() > 0) {
      FlipList swap = merged;
      swap.merge(flips, stageFlips);
      merged = flips;
      flips = swap;
    }
  }

  private void flip(Stage stage, double t, int unit, Partition output) {
    output.flip(unit);
    if (stage.bit[unit] >= 0) {
      stageFlips.add(t, stage.bit[unit]);
    }
  }
}
