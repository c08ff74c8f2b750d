package org.folding.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Sums beside those of BigDecimal, whose {@code doubleValue()} rounds to the nearest double, ties
 * to even.
 */
final class ExactSumTest {
  private static final double HALF_ULP = 0x1p-53;
  private static final double TINY = 0x1p-1000;

  @Test
  void theSumOfNothingIsZero() {
    assertThat(new ExactSum().value()).isZero();
    assertThat(sum(5, -5).value()).isZero();
    assertThat(sum(0.0, 0.0).value()).isZero();
  }

  /** Half-way between 1 and its neighbours 1 + 2^-52 and 1 − 2^-53. */
  @ParameterizedTest
  @ValueSource(doubles = {1, -1})
  void halfWayTheEvenNeighbourIsTaken(double sign) {
    double above = Math.nextUp(1.0);
    double below = Math.nextDown(1.0);

    check(sign, sign * 1, HALF_ULP * sign);
    check(sign * Math.nextUp(above), sign * above, HALF_ULP * sign);
    check(sign, sign * 1, -HALF_ULP / 2 * sign);
    check(sign * Math.nextDown(below), sign * below, -HALF_ULP / 2 * sign);
  }

  /** The least that lies on one side of half-way decides, however small. */
  @ParameterizedTest
  @ValueSource(doubles = {1, -1})
  void besideHalfWayTheNearerNeighbourIsTaken(double sign) {
    double above = Math.nextUp(1.0);

    check(sign * above, sign * 1, sign * HALF_ULP, sign * TINY);
    check(sign, sign * 1, sign * HALF_ULP, -sign * TINY);
    check(sign * above, sign * above, sign * HALF_ULP, -sign * TINY);
    check(sign * Math.nextUp(above), sign * above, sign * HALF_ULP, sign * TINY);
    check(sign * Math.nextDown(1.0), sign * 1, -sign * HALF_ULP / 2, -sign * TINY);
    check(sign, sign * 1, -sign * HALF_ULP / 2, sign * TINY);
    // Parts between half-way and the least one.
    check(sign * above, sign * 1, sign * HALF_ULP, sign * 0x1p-200, -sign * TINY);
    check(sign, sign * 1, sign * HALF_ULP, -sign * 0x1p-200, sign * TINY);
  }

  /** Twice what is left is no difference of doubles here: the sum is not half-way. */
  @Test
  void nearHalfWayIsNotHalfWay() {
    check(1, 1, Math.nextDown(HALF_ULP), TINY);
    check(Math.nextUp(1.0), 1, Math.nextUp(HALF_ULP), -TINY);
    check(1, 1, 0x1p-54, TINY);
  }

  @Test
  void subnormalNumbersAreSummedAsOthersAre() {
    double least = Double.MIN_VALUE;

    check(3 * least, least, least, least);
    check(Double.MIN_NORMAL, Double.MIN_NORMAL - least, least);
    check(Double.MIN_NORMAL - least, Double.MIN_NORMAL, -least);
    check(0x1p-1021, 0x1p-1021, least);
    check(Math.nextUp(0x1p-1021), 0x1p-1021, least, least);
    // 2^-1021 has an ulp of two of the least, so one is half-way, and the third comes beyond.
    check(0x1p-1021 + 4 * least, 0x1p-1021, least, least, least);
    assertThat(repeated(least, 1L << 53)).isEqualTo(0x1p-1021);
    assertThat(repeated(-least, (1L << 53) - 1)).isEqualTo(-((1L << 53) - 1) * least);
  }

  /** Half-way between the greatest double and 2^1024 the sum rounds to infinity. */
  @ParameterizedTest
  @ValueSource(doubles = {1, -1})
  void atTheEdgeOfOverflowTheExactSumDecides(double sign) {
    double most = sign * Double.MAX_VALUE;
    double half = sign * 0x1p970;

    check(sign * Double.POSITIVE_INFINITY, most, half);
    check(most, most, half, -sign * Double.MIN_VALUE);
    check(most, most, half, half, -half, -sign * TINY);
    check(most, most, Math.nextDown(0x1p970) * sign);
    check(most, most, most, -most);
    check(sign * 0.1, most, most, 0.1 * sign, -most, -most);
    check(sign * Double.POSITIVE_INFINITY, most, most);
  }

  /** On either side of 2^960 numbers are kept in different ways. */
  @Test
  void hugeNumbersAndOthersMeet() {
    double border = 0x1p960;

    check(border, Math.nextDown(border), 0x1p907);
    check(0.5, border, Math.nextDown(border), 0.5, -border, -Math.nextDown(border));
    check(border, border, 0x1p907);
    check(Math.nextUp(border), border, 0x1p907, TINY);
    check(-0x1p961, -border, -border);
    assertThat(repeated(Math.nextDown(border), 1L << 53)).isEqualTo(Math.nextDown(border) * 0x1p53);
    assertThat(repeated(0x1p1000, 1L << 53)).isEqualTo(Double.POSITIVE_INFINITY);
  }

  @Test
  void infinityStaysAndOppositeOnesAreNotDefined() {
    double infinity = Double.POSITIVE_INFINITY;

    assertThat(sum(1, infinity, -Double.MAX_VALUE).value()).isEqualTo(infinity);
    assertThat(sum(-infinity, 5, -infinity).value()).isEqualTo(-infinity);
    assertThat(sum(infinity, 5, -infinity).value()).isNaN();
    ExactSum one = sum(infinity);
    one.add(sum(-infinity));
    assertThat(one.value()).isNaN();
  }

  @Test
  void aNumberThatOccursOftenCountsAsOften() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 2000; i++) {
      double value = draw(random, 300);
      long count = random.nextLong(1, 1L << random.nextInt(1, 54));

      BigDecimal expected = new BigDecimal(value).multiply(BigDecimal.valueOf(count));
      assertThat(repeated(value, count))
          .as("%s times %s", count, value)
          .isEqualTo(expected.doubleValue());
    }
  }

  /** Numbers whose sum is half-way or beside it, hidden among others that cancel. */
  @Test
  void agreesWithBigDecimalHalfWayAndBesideIt() {
    SplittableRandom random = new SplittableRandom(2);
    for (int i = 0; i < 5000; i++) {
      double base = draw(random, 200);
      double half = Math.ulp(base) / 2;
      double other = draw(random, 200);
      double least = random.nextInt(-1, 2) * half * Math.scalb(1.0, -random.nextInt(1, 300));
      double[] summands = {base, other, random.nextBoolean() ? half : -half, least, -other};
      shuffle(summands, random);

      check(exact(summands).doubleValue(), summands);
    }
  }

  @Test
  void agreesWithBigDecimalWhereNumbersTakeEachOtherBack() {
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < 500; i++) {
      double[] summands =
          DoubleStream.generate(() -> draw(random, random.nextInt(1, 1000)))
              .limit(random.nextInt(1, 60))
              .flatMap(x -> DoubleStream.of(x, -x * (1 - 0x1p-30)))
              .toArray();
      shuffle(summands, random);

      check(exact(summands).doubleValue(), summands);
    }
  }

  /** The sum, that of the summands in turn, that of two halves, and what is read back. */
  private static void check(double expected, double... summands) {
    assertThat(exact(summands).doubleValue()).isEqualTo(expected);
    double[] turned = summands.clone();
    for (int i = 0; i < summands.length; i++) {
      turned[i] = summands[summands.length - 1 - i];
    }
    int middle = summands.length / 2;
    ExactSum first = sum(Arrays.copyOf(summands, middle));
    ExactSum second = sum(Arrays.copyOfRange(summands, middle, summands.length));
    ExactSum saved = saved(second);
    second.add(first);
    first.add(saved);
    for (ExactSum sum : new ExactSum[] {sum(summands), sum(turned), first, second, saved(first)}) {
      assertThat(sum.value()).as(Arrays.toString(summands)).isEqualTo(expected);
    }
  }

  private static BigDecimal exact(double... summands) {
    return Arrays.stream(summands)
        .mapToObj(BigDecimal::new)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static ExactSum sum(double... summands) {
    ExactSum sum = new ExactSum();
    for (double summand : summands) {
      sum.add(summand, 1);
    }
    return sum;
  }

  private static double repeated(double value, long count) {
    ExactSum sum = new ExactSum();
    sum.add(value, count);
    return sum.value();
  }

  private static ExactSum saved(ExactSum sum) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      sum.save(new DataOutputStream(bytes));
      return ExactSum.restored(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static double draw(SplittableRandom random, int exponents) {
    double magnitude = Math.scalb(1 + random.nextDouble(), random.nextInt(-exponents, exponents));
    return random.nextBoolean() ? magnitude : -magnitude;
  }

  private static void shuffle(double[] numbers, SplittableRandom random) {
    for (int i = numbers.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      double number = numbers[i];
      numbers[i] = numbers[j];
      numbers[j] = number;
    }
  }
}
