package org.folding.core.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.folding.core.statistics.Aggregate;
import org.folding.core.statistics.Statistics;

/**
 * Estimates of a population from a sample that was drawn with replacement within each of its
 * strata. With W_h the share of stratum h in the population, n_h the size of its sample and x̄_h,
 * s_h² the mean and the variance of the sample,
 *
 * <ul>
 *   <li>the mean is Σ W_h x̄_h with the variance Σ W_h² s_h² / n_h, and its interval the normal one
 *       (W. G. Cochran, "Sampling Techniques", 3rd edition 1977, sections 5.3 and 5.4); a share is
 *       the mean of an indicator;
 *   <li>the quantile of p is the least value at which the weighted distribution F reaches p, and
 *       its interval the values where F reaches p ± z·σ, with σ the standard error of F at the
 *       quantile (R. S. Woodruff, "Confidence Intervals for Medians and Other Position Measures",
 *       Journal of the American Statistical Association 47, 1952,
 *       https://doi.org/10.1080/01621459.1952.10483443); among the values that are not 0, σ is that
 *       of the ratio of two estimated shares, linearised.
 * </ul>
 */
final class StratifiedSample {
  private final List<Stratum> strata;
  private final double[] values;
  private final double[] cumulated;
  private final double zeros;

  /**
   * @param weight the size of the stratum; only its ratio to the others' matters
   * @param sample the values drawn from it, at least one
   */
  record Stratum(double weight, Aggregate sample) {}

  private record Weighted(double value, double weight) {}

  StratifiedSample(List<Stratum> given) {
    double total = given.stream().mapToDouble(Stratum::weight).sum();
    this.strata =
        given.stream()
            .map(stratum -> new Stratum(stratum.weight() / total, stratum.sample()))
            .toList();
    List<Weighted> weighted = new ArrayList<>();
    for (Stratum stratum : strata) {
      double each = stratum.weight() / stratum.sample().statistics().count();
      stratum.sample().forEach((value, count) -> weighted.add(new Weighted(value, each * count)));
    }
    weighted.sort(Comparator.comparingDouble(Weighted::value));
    this.values = weighted.stream().mapToDouble(Weighted::value).toArray();
    this.cumulated = weighted.stream().mapToDouble(Weighted::weight).toArray();
    Arrays.parallelPrefix(cumulated, Double::sum);
    this.zeros = mean(value -> value == 0 ? 1 : 0);
  }

  Measures measures() {
    long paths = 0;
    double max = Double.NEGATIVE_INFINITY;
    double error = 0;
    for (Stratum stratum : strata) {
      Statistics statistics = stratum.sample().statistics();
      paths += statistics.count();
      max = Math.max(max, statistics.max());
      error = Math.max(error, statistics.quantileError());
    }
    return new Measures(
        paths,
        estimate(value -> value == 0 ? 0 : 1, 0, 1),
        estimate(value -> value, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY),
        quantile(0.25),
        quantile(0.5),
        quantile(0.75),
        medianNonzero(),
        max,
        error);
  }

  /** The mean of a function of the values, with an interval within the function's bounds. */
  private Interval estimate(DoubleUnaryOperator function, double least, double greatest) {
    double mean = mean(function);
    double margin = Interval.Z * standardError(function);
    return new Interval(mean, Math.max(least, mean - margin), Math.min(greatest, mean + margin));
  }

  private double mean(DoubleUnaryOperator function) {
    double mean = 0;
    for (Stratum stratum : strata) {
      mean += stratum.weight() * moments(stratum.sample(), function)[0];
    }
    return mean;
  }

  private double standardError(DoubleUnaryOperator function) {
    double variance = 0;
    for (Stratum stratum : strata) {
      double[] moments = moments(stratum.sample(), function);
      variance += stratum.weight() * stratum.weight() * moments[1] / moments[2];
    }
    return Math.sqrt(variance);
  }

  /** Mean, unbiased variance (0 for a single value), and number. */
  private static double[] moments(Aggregate sample, DoubleUnaryOperator function) {
    double[] sums = new double[2];
    sample.forEach(
        (value, count) -> {
          sums[0] += count * function.applyAsDouble(value);
          sums[1] += count;
        });
    double n = sums[1];
    double mean = sums[0] / n;
    double[] squares = new double[1];
    sample.forEach(
        (value, count) -> {
          double off = function.applyAsDouble(value) - mean;
          squares[0] += count * off * off;
        });
    return new double[] {mean, n > 1 ? squares[0] / (n - 1) : 0, n};
  }

  private Interval quantile(double p) {
    double value = reached(p);
    double error = standardError(x -> x <= value ? 1 : 0);
    return new Interval(value, reached(p - Interval.Z * error), reached(p + Interval.Z * error));
  }

  private Interval medianNonzero() {
    double nonzero = 1 - zeros;
    if (nonzero <= 0 || values[values.length - 1] == 0) {
      return Interval.exact(Double.NaN);
    }
    double value = reachedByNonzero(0.5, nonzero);
    double error = standardError(x -> x == 0 ? 0 : x <= value ? 0.5 : -0.5) / nonzero;
    return new Interval(
        value,
        reachedByNonzero(0.5 - Interval.Z * error, nonzero),
        reachedByNonzero(0.5 + Interval.Z * error, nonzero));
  }

  /** For values from 0 on: the quantile of those that are not 0. */
  private double reachedByNonzero(double p, double nonzero) {
    double value = reached(zeros + Math.max(0, p) * nonzero);
    if (value > 0) {
      return value;
    }
    int first = 0;
    while (values[first] == 0) {
      first++;
    }
    return values[first];
  }

  /** The least value at which the distribution reaches a probability. */
  private double reached(double p) {
    // Sums of weights are rounded: a hair below must count as reached.
    double wanted = Math.min(p, 1) - 1e-12;
    int low = 0;
    int high = values.length - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (cumulated[middle] >= wanted) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return values[low];
  }
}
