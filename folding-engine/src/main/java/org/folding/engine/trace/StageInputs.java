package org.folding.engine.trace;

import org.folding.engine.chain.Stage;

/**
 * What a stage reads: the units of the stage before, where a line sets out.
 *
 * @param stage the stage before
 * @param units those of its units that are followed
 * @param active 1 for each unit that is active at the start of the line and 0 for others
 * @param firstUnit where those of the stage are
 */
record StageInputs(Stage stage, FollowedUnits units, byte[] active, int firstUnit) {
  /** Whether a unit of the stage is active at the start of the line. */
  boolean startsActive(int unit) {
    return active[firstUnit + unit] != 0;
  }
}
