package org.folding.engine.rational;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Random;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;

/** The order of times against that of fractions. */
final class LineTimeTest {
  private final Random random = new Random(1);

  /** One time over denominators of any length, of which doubles are rounded differently. */
  @Test
  void oneTimeIsEqualHoweverItIsWritten() {
    LineTime third = LineTime.ofZero(BigInteger.valueOf(-1), BigInteger.valueOf(3));
    for (int bits = 1; bits < 600; bits++) {
      BigInteger k = new BigInteger(bits, random).add(BigInteger.ONE);
      LineTime same = LineTime.ofZero(k.negate(), k.multiply(BigInteger.valueOf(3)));

      assertThat(same.compareTo(third)).as("%s / 3 of it", k).isZero();
      assertThat(third.compareTo(same)).as("%s / 3 of it", k).isZero();
    }
    assertThat(LineTime.of(0).compareTo(LineTime.ZERO)).isZero();
    assertThat(LineTime.of(1).compareTo(LineTime.ONE)).isZero();
  }

  /** Times that differ by 10⁻¹ to 10⁻⁵⁹, and by less than doubles can hold. */
  @Test
  void nearTimesHaveTheOrderOfFractions() {
    for (int digits = 1; digits < 400; digits++) {
      BigInteger k = BigInteger.TEN.pow(digits);
      BigInteger alpha = new BigInteger(40, random).negate();
      BigInteger beta = new BigInteger(40, random).add(BigInteger.ONE);
      LineTime time = LineTime.ofZero(alpha, beta);
      LineTime later =
          LineTime.ofZero(alpha.multiply(k).subtract(BigInteger.ONE), beta.multiply(k));

      assertThat(later.compareTo(time)).as("%d digits", digits).isPositive();
      assertThat(time.compareTo(later)).as("%d digits", digits).isNegative();
    }
  }

  @Test
  void aZeroIsWhereTheFunctionIs() {
    // 6 − 4t and its negative are zero at 3/2.
    BigFraction expected = new BigFraction(3, 2);
    assertThat(LineTime.ofZero(BigInteger.valueOf(6), BigInteger.valueOf(-4)).toFraction())
        .isEqualTo(expected);
    assertThat(LineTime.ofZero(BigInteger.valueOf(-6), BigInteger.valueOf(4)).toFraction())
        .isEqualTo(expected);
    assertThat(LineTime.of(0.3).toFraction()).isEqualTo(new BigFraction(0.3));
  }
}
