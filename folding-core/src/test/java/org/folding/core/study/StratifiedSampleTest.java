package org.folding.core.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.data.Offset;
import org.folding.core.statistics.Aggregate;
import org.junit.jupiter.api.Test;

/** Estimates worked out by hand from the formulas. */
final class StratifiedSampleTest {
  private static final Offset<Double> ROUNDING = within(1e-12);

  /**
   * W = (¾, ¼). First stratum: mean ¼, s² = 1/12, n = 4. Second: mean ½, s² = ½, n = 2. So the mean
   * is 5/16 and its variance 9/16 · 1/48 + 1/16 · ¼ = 7/256.
   */
  @Test
  void meansAreWeightedByStratum() {
    Measures measures = twoStrata();

    double margin = 1.959963984540054 * Math.sqrt(7.0) / 16;
    assertThat(measures.paths()).isEqualTo(6);
    assertThat(measures.mean().value()).isEqualTo(0.3125, ROUNDING);
    assertThat(measures.mean().low()).isEqualTo(0.3125 - margin, ROUNDING);
    assertThat(measures.mean().high()).isEqualTo(0.3125 + margin, ROUNDING);
  }

  /** Half of each stratum is not 0; the variance is 9/16 · (1/3)/4 + 1/16 · ½/2 = 1/16. */
  @Test
  void sharesAreMeansOfIndicators() {
    Interval share = twoStrata().shareNonzero();

    assertThat(share.value()).isEqualTo(0.5, ROUNDING);
    assertThat(share.low()).isEqualTo(0.5 - 1.959963984540054 / 4, ROUNDING);
    assertThat(share.high()).isEqualTo(0.5 + 1.959963984540054 / 4, ROUNDING);
  }

  /** F(0) = ½, F(½) = ½ + ¾ · ½ = 7/8, F(1) = 1. */
  @Test
  void quantilesAreWhereTheWeightedDistributionReachesThem() {
    Measures measures = twoStrata();

    assertThat(measures.q1().value()).isEqualTo(0);
    assertThat(measures.median().value()).isEqualTo(0);
    // The standard error of F(0) is ¼: the interval reaches from F = 0.01 to 0.99.
    assertThat(measures.median().low()).isEqualTo(0);
    assertThat(measures.median().high()).isEqualTo(1);
    assertThat(measures.q3().value()).isEqualTo(0.5);
    assertThat(measures.medianNonzero().value()).isEqualTo(0.5);
    assertThat(measures.max()).isEqualTo(1);
  }

  @Test
  void whereNothingFoldsThereIsNoMedianOfWhatDoes() {
    Measures measures =
        new StratifiedSample(List.of(stratum(2, 0, 0, 0), stratum(1, 0, 0))).measures();

    assertThat(measures.medianNonzero().value()).isNaN();
    assertThat(measures.mean()).isEqualTo(new Interval(0, 0, 0));
    assertThat(measures.shareNonzero()).isEqualTo(new Interval(0, 0, 0));
  }

  /**
   * Of 1 … 999, the 95 % interval of the median by Woodruff is 500 ± 1.96 · √(999 · ¼), as is
   * known.
   */
  @Test
  void oneStratumHasTheIntervalOfASimpleSample() {
    double[] numbers = new double[999];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = i + 1;
    }
    Interval median = new StratifiedSample(List.of(stratum(1, numbers))).measures().median();

    double margin = 1.959963984540054 * Math.sqrt(999 * 0.25);
    assertThat(median.value()).isEqualTo(500);
    assertThat(median.low()).isEqualTo(500 - margin, within(1.5));
    assertThat(median.high()).isEqualTo(500 + margin, within(1.5));
  }

  private static Measures twoStrata() {
    return new StratifiedSample(List.of(stratum(30, 0, 0, 0.5, 0.5), stratum(10, 0, 1))).measures();
  }

  private static StratifiedSample.Stratum stratum(double weight, double... numbers) {
    Aggregate aggregate = new Aggregate();
    for (double number : numbers) {
      aggregate.add(number);
    }
    return new StratifiedSample.Stratum(weight, aggregate);
  }
}
