package org.folding.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.RoundingMode;
import org.junit.jupiter.api.Test;

final class DecimalsTest {

  /** By whole numbers alone: so many thousandths, a half rounded up. */
  @Test
  void sharesAreRoundedAsTheRatiosThatTheyAre() {
    for (int all = 1; all <= 2000; all += all < 200 ? 1 : 100) {
      for (int some = 0; some <= all; some++) {
        int thousandths = (2 * 1000 * some + all) / (2 * all);
        assertThat(Decimals.percent((double) some / all))
            .as("%d of %d", some, all)
            .isEqualTo(thousandths / 10 + "." + thousandths % 10 + " %");
      }
    }
  }

  @Test
  void halvesGoAwayFromZero() {
    assertThat(Decimals.percent(1951.0 / 2000)).isEqualTo("97.6 %");
    // The double lies below 0.1235.
    assertThat(Decimals.percent(247.0 / 2000)).isEqualTo("12.4 %");
    assertThat(Decimals.text(21.0 / 32)).isEqualTo("0.6563");
    assertThat(Decimals.text(-21.0 / 32)).isEqualTo("-0.6563");
    assertThat(Decimals.fixed(0.5, 0)).isEqualTo("1");
    assertThat(Decimals.fixed(-0.04, 1)).isEqualTo("0.0");
  }

  @Test
  void wholeNumbersHaveNoDecimals() {
    assertThat(Decimals.text(0)).isEqualTo("0");
    assertThat(Decimals.text(-0.0)).isEqualTo("0");
    assertThat(Decimals.text(-12)).isEqualTo("-12");
    assertThat(Decimals.text(99_990_000)).isEqualTo("99990000");
  }

  @Test
  void veryLargeAndSmallNumbersHaveAnExponent() {
    assertThat(Decimals.text(2e-5)).isEqualTo("2.000e-5");
    assertThat(Decimals.text(9.99995e-5)).isEqualTo("1.000e-4");
    assertThat(Decimals.text(12_345_678.5)).isEqualTo("1.235e7");
    assertThat(Decimals.text(-1e22)).isEqualTo("-1.000e22");
    assertThat(Decimals.text(Double.MIN_VALUE)).isEqualTo("5.000e-324");
    assertThat(Decimals.scientific(1.01e-13, 2, RoundingMode.CEILING)).isEqualTo("1.1e-13");
    assertThat(Decimals.scientific(0, 2, RoundingMode.CEILING)).isEqualTo("0");
  }

  @Test
  void whatIsNoFiniteNumberIsTold() {
    assertThat(Decimals.text(Double.NaN)).isEqualTo("-");
    assertThat(Decimals.percent(Double.NaN)).isEqualTo("-");
    assertThat(Decimals.text(Double.POSITIVE_INFINITY)).isEqualTo("∞");
    assertThat(Decimals.fixed(Double.NEGATIVE_INFINITY, 2)).isEqualTo("-∞");
  }
}
