package org.folding.reports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class ChartNumbersTest {

  @Test
  void roundedOnceMoreItIsAsIfRoundedOnce() {
    Random random = new Random(1);
    for (int i = 0; i < 20_000; i++) {
      // Among them many that end near a half: 0.1234 and then 4999… or 5000….
      double number = (random.nextInt(20_000) - 10_000 + 0.5) / 10_000 + near(random);
      BigDecimal copied = ChartNumbers.rounded(JsonNodeFactory.instance.numberNode(number));
      for (int digits = 1; digits <= 6; digits++) {
        MathContext halfUp = new MathContext(digits, RoundingMode.HALF_UP);
        assertThat(copied.round(halfUp))
            .as("%s to %d digits", number, digits)
            .isEqualByComparingTo(BigDecimal.valueOf(number).round(halfUp));
      }
      assertThat(copied.precision()).isLessThanOrEqualTo(8);
    }
  }

  private static double near(Random random) {
    return random.nextBoolean() ? 0 : (random.nextDouble() - 0.5) * 1e-9;
  }

  @Test
  void whatIsShortStaysAsItIs() {
    assertThat(ChartNumbers.rounded(JsonNodeFactory.instance.numberNode(0.12345)))
        .isEqualByComparingTo("0.12345");
    assertThat(ChartNumbers.rounded(JsonNodeFactory.instance.numberNode(-250)))
        .isEqualByComparingTo("-250");
  }
}
