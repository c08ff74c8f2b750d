package org.folding.core.walk;

import java.util.List;

/**
 * A network in the form that the exact walk runs on: stages one after the other, each an affine map
 * followed by a kink in each unit. Stages that no counted unit depends on are left out.
 */
final class Chain {
  final int inputs;
  final List<Stage> stages;

  /** Where the units of each stage start when those of all stages stand in one row. */
  final int[] firstUnit;

  Chain(int inputs, List<Stage> stages) {
    this.inputs = inputs;
    this.stages = List.copyOf(stages);
    this.firstUnit = new int[stages.size() + 1];
    for (int l = 0; l < stages.size(); l++) {
      firstUnit[l + 1] = Math.addExact(firstUnit[l], stages.get(l).units);
    }
  }

  int units() {
    return firstUnit[stages.size()];
  }
}
