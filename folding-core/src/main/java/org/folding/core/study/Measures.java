package org.folding.core.study;

import org.folding.core.statistics.Statistics;

/**
 * What a study tells of the values of a column.
 *
 * @param paths how many paths were measured
 * @param shareNonzero the share of values that are not 0
 * @param mean the mean
 * @param q1 the lower quartile
 * @param median the median
 * @param q3 the upper quartile
 * @param medianNonzero the median of the values that are not 0, NaN where there is none
 * @param max the greatest value measured; of a sample a lower bound of the right one
 * @param quantileError how far quantiles may be too low, as in {@link Statistics}
 */
public record Measures(
    long paths,
    Interval shareNonzero,
    Interval mean,
    Interval q1,
    Interval median,
    Interval q3,
    Interval medianNonzero,
    double max,
    double quantileError) {

  static Measures of(Statistics all) {
    return new Measures(
        all.count(),
        Interval.exact(all.shareNonzero()),
        Interval.exact(all.mean()),
        Interval.exact(all.q1()),
        Interval.exact(all.median()),
        Interval.exact(all.q3()),
        Interval.exact(all.medianNonzero()),
        all.max(),
        all.quantileError());
  }
}
