package org.folding.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.apache.commons.math3.stat.descriptive.rank.Percentile.EstimationType;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AggregateTest {

  /** numpy.quantile([1, 2, 4, 8, 0, 0], [.25, .5, .75]) is [.25, 1.5, 3.5]. */
  @Test
  void statisticsOfAFewNumbers() {
    assertThat(of(4, 0, 2, 8, 0, 1).statistics())
        .isEqualTo(new Statistics(6, 2.5, 0, 0.25, 1.5, 3.5, 8, 4 / 6.0, 3, 0));
  }

  @Test
  void leavesOutWhatIsNotDefined() {
    Statistics statistics = of(Double.NaN, 3, Double.NaN).statistics();

    assertThat(statistics).isEqualTo(new Statistics(1, 3, 3, 3, 3, 3, 3, 1, 3, 0));
  }

  @Test
  void withoutNumbersNothingIsDefined() {
    assertThat(of().statistics()).isEqualTo(Statistics.NONE);
    assertThat(Statistics.NONE.count()).isZero();
    assertThat(Statistics.NONE.median()).isNaN();
  }

  @Test
  void bothZerosAreZero() {
    Statistics statistics = of(-0.0, 0.0, -0.0).statistics();

    assertThat(statistics.shareNonzero()).isZero();
    assertThat(Double.doubleToRawLongBits(statistics.min())).isZero();
    assertThat(statistics.medianNonzero()).isNaN();
  }

  @Test
  void anInfiniteNumberMakesTheMeanInfinite() {
    assertThat(of(1, Double.POSITIVE_INFINITY).statistics().mean()).isInfinite();
    assertThat(of(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY).statistics().mean()).isNaN();
  }

  /** Halfway from an infinite number to a finite one is infinite; between both it is anywhere. */
  @Test
  void quantilesBetweenInfiniteNumbers() {
    double infinity = Double.POSITIVE_INFINITY;

    assertThat(of(-infinity, 5).statistics().median()).isEqualTo(-infinity);
    assertThat(of(5, infinity).statistics().median()).isEqualTo(infinity);
    assertThat(of(-infinity, infinity).statistics().median()).isNaN();
    assertThat(of(infinity, infinity).statistics().median()).isEqualTo(infinity);
    assertThat(of(-Double.MAX_VALUE, Double.MAX_VALUE).statistics().median()).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 16, 17, 100, 4097, 30_001})
  void agreesWithCommonsMathAndBigDecimal(int n) {
    check(n, x -> x);
    check(n, x -> Math.max(0, Math.rint(x * 3)));
    check(n, x -> Math.rint(x * 40) / 7);
    check(n, x -> x * Math.pow(10, 18 * x));
  }

  /** Half of the numbers nearly take back the other half, whose sum is far beyond all doubles. */
  @Test
  void aSumMayOverflowOnTheWay() {
    List<Double> numbers = new ArrayList<>(List.of(3.0, 0.1, 0.1, -Double.MIN_VALUE));
    for (double x : new Random(8).doubles(2000, 0x1p950, 0x1p1023).toArray()) {
      numbers.add(x);
      numbers.add(-x * (1 - 0x1p-40));
    }
    BigDecimal sum = numbers.stream().map(BigDecimal::new).reduce(BigDecimal::add).orElseThrow();

    for (int seed = 0; seed < 5; seed++) {
      assertThat(mean(numbers)).isEqualTo(sum.doubleValue() / numbers.size());
      Collections.shuffle(numbers, new Random(seed));
    }
    double most = Double.MAX_VALUE;
    assertThat(of(most, most, 0.1, -most, -most).statistics().mean()).isEqualTo(0.1 / 5);
    assertThat(of(-most, -most, 1).statistics().mean()).isEqualTo(Double.NEGATIVE_INFINITY);
  }

  private static double mean(List<Double> numbers) {
    double[] array = numbers.stream().mapToDouble(Double::doubleValue).toArray();
    Aggregate one = part(array, 0, 2);
    one.merge(part(array, 1, 2));
    return one.statistics().mean();
  }

  private static void check(int n, DoubleUnaryOperator shape) {
    double[] numbers = new Random(n).doubles(n, -1, 1).map(shape).toArray();
    Statistics statistics = of(numbers).statistics();

    Percentile percentile = new Percentile().withEstimationType(EstimationType.R_7);
    percentile.setData(numbers);
    double[] sorted = numbers.clone();
    Arrays.sort(sorted);
    assertThat(statistics.count()).isEqualTo(n);
    assertThat(statistics.min()).isEqualTo(sorted[0] + 0.0);
    assertThat(statistics.max()).isEqualTo(sorted[n - 1] + 0.0);
    double scale = 1e-15 * Math.max(Math.abs(sorted[0]), Math.abs(sorted[n - 1]));
    assertThat(statistics.q1()).isCloseTo(percentile.evaluate(25), within(scale));
    assertThat(statistics.median()).isCloseTo(percentile.evaluate(50), within(scale));
    assertThat(statistics.q3()).isCloseTo(percentile.evaluate(75), within(scale));
    BigDecimal sum =
        Arrays.stream(numbers).mapToObj(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(statistics.mean()).isEqualTo(sum.doubleValue() / n);
    double[] nonzero = Arrays.stream(numbers).filter(x -> x != 0).toArray();
    assertThat(statistics.shareNonzero()).isEqualTo((double) nonzero.length / n);
  }

  private static Offset<Double> within(double scale) {
    return Offset.offset(Math.max(scale, Double.MIN_VALUE));
  }

  @Test
  void mergingInAnyOrderGivesTheSameToTheLastBit() {
    double[] numbers = new Random(5).doubles(20_000, -1, 1).map(x -> x * 1e16 * x).toArray();
    Statistics expected = of(numbers).statistics();

    for (int parts : new int[] {2, 3, 64}) {
      Aggregate forward = new Aggregate();
      Aggregate backward = new Aggregate();
      for (int i = 0; i < parts; i++) {
        forward.merge(part(numbers, i, parts));
        backward.merge(part(numbers, parts - 1 - i, parts));
      }
      assertThat(forward.statistics()).isEqualTo(expected);
      assertThat(backward.statistics()).isEqualTo(expected);
    }
  }

  @Test
  void mergingGoesOnAfterwards() {
    Aggregate one = of(1, 2);
    Aggregate other = of(2, 3);
    one.merge(other);
    one.add(7);
    other.add(5);

    assertThat(one.statistics()).isEqualTo(of(1, 2, 2, 3, 7).statistics());
    assertThat(other.statistics()).isEqualTo(of(2, 3, 5).statistics());
    assertThatThrownBy(() -> one.merge(one)).isInstanceOf(IllegalArgumentException.class);
  }

  private static Aggregate part(double[] numbers, int part, int parts) {
    int from = (int) ((long) numbers.length * part / parts);
    int to = (int) ((long) numbers.length * (part + 1) / parts);
    return of(Arrays.copyOfRange(numbers, from, to));
  }

  private static Aggregate of(double... numbers) {
    Aggregate aggregate = new Aggregate();
    for (double number : numbers) {
      aggregate.add(number);
    }
    return aggregate;
  }
}
