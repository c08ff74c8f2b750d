package org.folding.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Aggregates of more distinct numbers than they keep. */
final class BoundedAggregateTest {

  @Test
  void isExactUpToTheLimit() {
    Aggregate aggregate = new Aggregate(1000);
    for (int round = 0; round < 50; round++) {
      for (int i = 0; i < 1000; i++) {
        aggregate.add(1 + i / 999.0);
      }
    }
    assertThat(aggregate.statistics().quantileError()).isZero();
    assertThat(aggregate.statistics().exactQuantiles()).isTrue();
    // With 1000 equally spaced numbers, 50 times each, rank ⌊49999/2⌋ is number 499, the next 500.
    assertThat(aggregate.statistics().median())
        .isCloseTo((1 + 499 / 999.0 + 1 + 500 / 999.0) / 2, Offset.offset(1e-15));

    aggregate.add(7);

    assertThat(aggregate.statistics().exactQuantiles()).isFalse();
    assertThat(aggregate.statistics().quantileError()).isPositive();
    assertThat(aggregate.statistics().max()).isEqualTo(7);
  }

  /**
   * The whole numbers from 1 to n, n prime, in the order of a generator of the group. With b bits
   * of the fraction kept there are 2^b bins an octave, fewer in the first octaves, which are whole,
   * and in the last, which ends at n: the closed form in {@link #bins}.
   */
  @ParameterizedTest
  @CsvSource({"1000,6", "10000,9", "100000,13", "4000,8"})
  void quantilesOfWholeNumbersKeepToTheErrorTold(int limit, int bits) {
    int n = 1_000_003;
    assertThat(bins(n, bits)).isLessThanOrEqualTo(limit);
    assertThat(bins(n, bits + 1)).isGreaterThan(limit);
    Aggregate aggregate = new Aggregate(limit);
    for (int i = 1; i <= n; i++) {
      aggregate.add((double) (1 + i * 7919L % n));
    }

    Statistics statistics = aggregate.statistics();

    double error = Math.scalb(1.0, -bits);
    assertThat(statistics.quantileError()).isEqualTo(error);
    assertThat(statistics.q1()).isBetween((1 + (n - 1) * 0.25) * (1 - error), 1 + (n - 1) * 0.25);
    assertThat(statistics.median()).isBetween((1 + (n - 1) * 0.5) * (1 - error), (n + 1) / 2.0);
    assertThat(statistics.q3()).isBetween((1 + (n - 1) * 0.75) * (1 - error), 1 + (n - 1) * 0.75);
    assertThat(statistics.count()).isEqualTo(n);
    assertThat(statistics.mean()).isEqualTo((n + 1) / 2.0);
    assertThat(statistics.min()).isEqualTo(1);
    assertThat(statistics.max()).isEqualTo(n);
    assertThat(statistics.shareNonzero()).isEqualTo(1);
  }

  /** How many bins the whole numbers from 1 to n take with so many bits of the fraction. */
  private static long bins(int n, int bits) {
    long bins = 0;
    for (int octave = 0; 1L << octave <= n; octave++) {
      long width = Math.max(1, (1L << octave) >> bits);
      long last = Math.min(n, (2L << octave) - 1);
      bins += (last - (1L << octave)) / width + 1;
    }
    return bins;
  }

  /** What is told of small numbers does not suffer from a long tail of others. */
  @Test
  void wholeNumbersStayExactBesideManyOthers() {
    Aggregate aggregate = new Aggregate(2000);
    Random random = new Random(3);
    for (int i = 0; i < 100_000; i++) {
      aggregate.add(0);
      aggregate.add(3);
      aggregate.add(5);
      aggregate.add(5);
      aggregate.add(8 + random.nextDouble());
    }

    Statistics statistics = aggregate.statistics();

    assertThat(statistics.exactQuantiles()).isFalse();
    assertThat(statistics.q1()).isEqualTo(3);
    assertThat(statistics.median()).isEqualTo(5);
    assertThat(statistics.medianNonzero()).isEqualTo(5);
    assertThat(statistics.shareNonzero()).isEqualTo(0.8);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 3000, 100_000})
  void quantilesOfRealNumbersLieWithinTheErrorTold(int limit) {
    double[] numbers =
        new Random(limit).doubles(300_001, -1, 2).map(x -> x * x * x * Math.exp(9 * x)).toArray();
    Aggregate aggregate = of(limit, numbers);
    double[] sorted = numbers.clone();
    Arrays.sort(sorted);

    Statistics statistics = aggregate.statistics();

    assertThat(statistics.quantileError()).isPositive().isLessThan(0.5);
    assertWithin(statistics.q1(), sorted[75_000], statistics.quantileError());
    assertWithin(statistics.median(), sorted[150_000], statistics.quantileError());
    assertWithin(statistics.q3(), sorted[225_000], statistics.quantileError());
    assertThat(statistics.min()).isEqualTo(sorted[0]);
    assertThat(statistics.max()).isEqualTo(sorted[300_000]);
  }

  private static void assertWithin(double quantile, double expected, double error) {
    assertThat(quantile).isBetween(expected - error * Math.abs(expected), expected);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 100, 3000, 20_000})
  void neitherOrderNorCutChangesTheLastBit(int limit) {
    List<Double> numbers = numbersOfEveryKind();
    Statistics expected = of(limit, toArray(numbers)).statistics();
    assertThat(expected.exactQuantiles()).isFalse();

    Collections.sort(numbers);
    assertThat(of(limit, toArray(numbers)).statistics()).isEqualTo(expected);
    Collections.reverse(numbers);
    assertThat(of(limit, toArray(numbers)).statistics()).isEqualTo(expected);
    for (int seed = 0; seed < 5; seed++) {
      Random random = new Random(seed);
      Collections.shuffle(numbers, random);
      assertThat(inParts(limit, numbers, random).statistics()).isEqualTo(expected);
    }
  }

  /** Numbers that are settled before they would be, as by a checkpoint, change nothing. */
  @ParameterizedTest
  @ValueSource(ints = {100, 20_000, 1_000_000})
  void stopsDoNotChangeTheLastBit(int limit) throws IOException {
    List<Double> numbers = numbersOfEveryKind();
    numbers.remove(Double.POSITIVE_INFINITY);
    Statistics expected = of(limit, toArray(numbers)).statistics();
    assertThat(expected.mean()).isFinite();
    Random random = new Random(limit);

    Aggregate aggregate = new Aggregate(limit);
    for (double number : numbers) {
      aggregate.add(number);
      if (random.nextInt(3000) == 0) {
        aggregate = putAside(aggregate, limit);
      }
    }

    assertThat(aggregate.statistics()).isEqualTo(expected);
  }

  private static Aggregate putAside(Aggregate aggregate, int limit) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    aggregate.save(new DataOutputStream(bytes));
    return Aggregate.restored(
        limit, new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
  }

  /** Signs, zeros, ties, subnormal numbers, infinities, and more distinct ones than 20,000. */
  private static List<Double> numbersOfEveryKind() {
    SplittableRandom random = new SplittableRandom(11);
    List<Double> numbers = new ArrayList<>();
    for (int i = 0; i < 30_000; i++) {
      numbers.add(random.nextDouble());
      numbers.add((double) random.nextInt(-20, 20));
      if (i % 10 == 0) {
        numbers.add(-random.nextDouble() * Math.scalb(1.0, random.nextInt(-1074, 1023)));
        numbers.add(random.nextInt(-3, 4) * Double.MIN_VALUE);
        numbers.add(-0.0);
      }
    }
    numbers.add(Double.MAX_VALUE);
    numbers.add(Double.POSITIVE_INFINITY);
    return numbers;
  }

  /** Aggregates random parts and merges them pair by pair. */
  private static Aggregate inParts(int limit, List<Double> numbers, Random random) {
    List<Aggregate> parts = new ArrayList<>();
    int start = 0;
    while (start < numbers.size()) {
      int end = Math.min(numbers.size(), start + 1 + random.nextInt(9000));
      parts.add(of(limit, toArray(numbers.subList(start, end))));
      start = end;
    }
    while (parts.size() > 1) {
      Aggregate part = parts.remove(random.nextInt(parts.size()));
      parts.get(random.nextInt(parts.size())).merge(part);
    }
    return parts.get(0);
  }

  @Test
  void infinitiesAndZerosKeepToThemselves() {
    Aggregate aggregate = new Aggregate(1);
    for (int exponent = -1074; exponent <= 1023; exponent++) {
      aggregate.add(Math.scalb(1.5, exponent));
      aggregate.add(0);
      aggregate.add(Double.POSITIVE_INFINITY);
    }

    Statistics statistics = aggregate.statistics();

    assertThat(statistics.quantileError()).isEqualTo(1);
    assertThat(statistics.shareNonzero()).isEqualTo(2 / 3.0);
    assertThat(statistics.q1()).isZero();
    assertThat(statistics.q3()).isInfinite();
    // The middle of the finite ones is 1.5 · 2^−26 and the last of the 2098 nonzero ones is as
    // well.
    assertThat(statistics.median()).isBetween(Math.scalb(1.0, -26), Math.scalb(1.5, -25));
  }

  @Test
  void limitsMustAgreeToMerge() {
    assertThatThrownBy(() -> new Aggregate(10).merge(new Aggregate(11)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Aggregate(0)).isInstanceOf(IllegalArgumentException.class);
  }

  private static double[] toArray(List<Double> numbers) {
    return numbers.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static Aggregate of(int limit, double... numbers) {
    Aggregate aggregate = new Aggregate(limit);
    for (double number : numbers) {
      aggregate.add(number);
    }
    return aggregate;
  }
}
