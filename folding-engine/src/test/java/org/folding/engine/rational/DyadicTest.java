package org.folding.engine.rational;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Random;
import org.folding.api.network.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Doubles as whole numbers, against their decimals. */
final class DyadicTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "1, 0",
    "-6, 0",
    "0.5, 1",
    "-0.75, 2",
    "5.375, 3",
    "1e300, 0",
    // 0.1 is a whole number over 2⁵⁵; the least normal double is 2⁻¹⁰²², the least 2⁻¹⁰⁷⁴.
    "0.1, 55",
    "0x1p-1022, 1022",
    "0x1p-1074, 1074",
    "0x1.8p-1030, 1031"
  })
  void theScaleIsTheLeast(String value, int scale) {
    assertThat(Dyadic.scale(Double.parseDouble(value))).isEqualTo(scale);
  }

  @Test
  void theScaleOfATensorIsItsLargest() {
    assertThat(Dyadic.scale(Tensor.vector(3, 0.75, -0.5, 0))).isEqualTo(2);
  }

  @Test
  void scaledValuesAreWhole() {
    Random random = new Random(1);
    for (int i = 0; i < 2000; i++) {
      double value = Double.longBitsToDouble(random.nextLong());
      if (!Double.isFinite(value)) {
        continue;
      }
      int scale = Dyadic.scale(value) + random.nextInt(3);
      BigDecimal whole = new BigDecimal(value).multiply(new BigDecimal(BigInteger.TWO.pow(scale)));
      assertThat(Dyadic.scaled(value, scale)).isEqualTo(whole.toBigIntegerExact());
    }
    assertThat(Dyadic.scaled(Double.MIN_NORMAL, 1023)).isEqualTo(2);
    assertThat(Dyadic.scaled(-0.0, 5)).isEqualTo(0);
  }
}
