package org.folding.engine.adaptive;

/**
 * How probable it is that a margin which is positive at both ends of a gap is not so in between.
 *
 * <p>The forecast is the cubic with the margin's values and slopes at both ends (Hermite), where
 * the slopes are those of the parabolas through each end and its neighbours. By the turns of the
 * chords at both ends it is also judged how far the margin may be from the forecast; errors are
 * taken to be distributed like Laplace's, 1/2 exp(−|x|/scale).
 */
final class DipForecast {
  /** How far a margin strays from its forecast, as a part of what the turns could make it stray. */
  private static final double STRAY = 0.5;

  /** The forecast is looked at in so many equal parts of the gap. */
  private static final int PARTS = 8;

  /** A margin that is at both ends greater than this many times the turns is not looked at. */
  private static final double FAR = 8;

  private double place;

  /**
   * Forecasts. The turn at an end is the slope of the chord after it less that of the chord before
   * it, so both are positive where the margin bends upwards.
   *
   * @param from the margin at the left end, not negative
   * @param to the margin at the right end, not negative
   * @param turnFrom the turn at the left end, times the length of the gap
   * @param turnTo the turn at the right end, times the length of the gap
   * @param shareFrom the length of the gap by that of the gap and the one before it together
   * @param shareTo the length of the gap by that of the gap and the one after it together
   * @return the probability of a dip to zero or below
   */
  double chance(
      double from, double to, double turnFrom, double turnTo, double shareFrom, double shareTo) {
    double turns = Math.abs(turnFrom) + Math.abs(turnTo);
    if (turns == 0 || Math.min(from, to) > FAR * turns) {
      return 0;
    }
    double least = Double.POSITIVE_INFINITY;
    for (int i = 1; i < PARTS; i++) {
      double s = (double) i / PARTS;
      double bump = s * (1 - s);
      double sag = bump * ((1 - s) * shareFrom * turnFrom + s * shareTo * turnTo);
      double deviations = (from + (to - from) * s - sag) / (STRAY * bump * turns);
      if (deviations < least) {
        least = deviations;
        place = s;
      }
    }
    return least > 0 ? 0.5 * Math.exp(-least) : 1 - 0.5 * Math.exp(least);
  }

  /** Where the last forecast saw the dip, as a part of the gap from its left end. */
  double place() {
    return place;
  }
}
