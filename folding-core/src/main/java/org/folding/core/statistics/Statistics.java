package org.folding.core.statistics;

/**
 * Statistics of the numbers of one column. Quartiles and medians interpolate linearly between order
 * statistics (definition 7 of Hyndman and Fan 1996, the default of NumPy and R). Without numbers
 * everything but the count and the error is NaN.
 *
 * @param count how many numbers are defined
 * @param mean the exact sum, rounded once, divided by the count
 * @param min the least number
 * @param q1 the lower quartile
 * @param median the median
 * @param q3 the upper quartile
 * @param max the greatest number
 * @param shareNonzero the share of numbers that are not 0, from 0 to 1
 * @param medianNonzero the median of those, NaN where there are none
 * @param quantileError 0 where quartiles and medians are exact. Else there were more distinct
 *     numbers than were to be kept, and the order statistics that they come from lie below the
 *     right ones by at most this part of their magnitude. All else is exact always
 */
public record Statistics(
    long count,
    double mean,
    double min,
    double q1,
    double median,
    double q3,
    double max,
    double shareNonzero,
    double medianNonzero,
    double quantileError) {

  /** Statistics of no number at all. */
  static final Statistics NONE =
      new Statistics(
          0,
          Double.NaN,
          Double.NaN,
          Double.NaN,
          Double.NaN,
          Double.NaN,
          Double.NaN,
          Double.NaN,
          Double.NaN,
          0);

  /**
   * @return whether quartiles and medians are exact
   */
  public boolean exactQuantiles() {
    return quantileError == 0;
  }
}
