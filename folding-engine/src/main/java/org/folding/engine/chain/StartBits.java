package org.folding.engine.chain;

import java.util.ArrayList;
import java.util.List;

/**
 * Which bits the units of a chain are, in runs of neighbours: few, so that they are copied fast.
 */
public record StartBits(List<Run> runs) {

  /**
   * Neighbouring units that are neighbouring bits.
   *
   * @param unit the number of the first, those of all stages counted one after the other
   * @param bit its bit
   * @param count how many they are
   */
  public record Run(int unit, int bit, int count) {}

  public static StartBits of(Chain chain) {
    List<Run> runs = new ArrayList<>();
    int unit = 0;
    for (Stage stage : chain.stages) {
      for (int o = 0; o < stage.units; o++, unit++) {
        if (stage.bit[o] >= 0) {
          add(runs, unit, stage.bit[o]);
        }
      }
    }
    return new StartBits(List.copyOf(runs));
  }

  private static void add(List<Run> runs, int unit, int bit) {
    int last = runs.size() - 1;
    if (last >= 0) {
      Run run = runs.get(last);
      if (run.unit() + run.count() == unit && run.bit() + run.count() == bit) {
        runs.set(last, new Run(run.unit(), run.bit(), run.count() + 1));
        return;
      }
    }
    runs.add(new Run(unit, bit, 1));
  }
}
