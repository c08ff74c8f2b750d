package org.folding.engine.trace;

import org.folding.engine.kernel.Candidates;
import org.folding.engine.kernel.Weights;

/**
 * The units of a stage that are followed along a line. Rows of values and slopes have a place for
 * each of them.
 */
sealed interface FollowedUnits permits AllUnits, ChosenUnits {
  /** How many they are. */
  int count();

  /** The length of a row: their number, padded to whole vectors. */
  int stride();

  Weights weights();

  /** 1 for each of them, and −1 for what stands behind the last one. */
  double[] real();

  /** Their values where the line sets out, from {@link #firstStart} on; not to be changed. */
  double[] start();

  int firstStart();

  /** Whether all units of the stage are followed. */
  boolean isAll();

  /** The unit at a place. */
  int unit(int at);

  /** The place of a unit that is followed. */
  int place(int unit);

  /** Gives candidates the numbers of their units instead of their places. */
  void number(Candidates candidates);

  /**
   * Copies a row of the whole stage to the first row of these units.
   *
   * @param from where it starts
   */
  void gather(double[] whole, int from, double[] rows);
}
