package org.folding.engine.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Sums of verifications, counted by hand. */
final class VerificationTest {
  private static final Difference OF_PATH_3 = new Difference(3, 1, 0.5, "relu", 2, 0, true);
  private static final Difference OF_PATH_5 = new Difference(5, 0, 0.25, "relu", 1, 0, false);

  private static Verification of(Optional<Difference> first, double timeError) {
    return new Verification(VerifyMode.RATIONAL, 1, 2, 3, 4, 5, 6, 7, first, timeError);
  }

  @Test
  void countsAddUp() {
    Verification others =
        new Verification(VerifyMode.RATIONAL, 10, 20, 30, 40, 50, 60, 70, Optional.empty(), 0.125);

    assertThat(of(Optional.empty(), 0.25).plus(others))
        .isEqualTo(
            new Verification(
                VerifyMode.RATIONAL, 11, 22, 33, 44, 55, 66, 77, Optional.empty(), 0.25));
  }

  /** In whatever order threads give them: that of the path with the lowest number. */
  @Test
  void theFirstDifferenceIsKept() {
    Verification none = of(Optional.empty(), 0);
    Verification third = of(Optional.of(OF_PATH_3), 0);
    Verification fifth = of(Optional.of(OF_PATH_5), 0);
    Verification alsoThird = of(Optional.of(OF_PATH_5.ofPath(3)), 0);

    assertThat(none.plus(none).first()).isEmpty();
    assertThat(none.plus(third).first()).contains(OF_PATH_3);
    assertThat(third.plus(none).first()).contains(OF_PATH_3);
    assertThat(third.plus(fifth).first()).contains(OF_PATH_3);
    assertThat(fifth.plus(third).first()).contains(OF_PATH_3);
    assertThat(third.plus(alsoThird).first()).contains(OF_PATH_3);
  }

  /** Times are compared in a rational walk alone; elsewhere their error is no number. */
  @Test
  void noneHasAnErrorWhereTimesAreCompared() {
    assertThat(Verification.none(VerifyMode.RATIONAL).timeError()).isZero();
    assertThat(Verification.none(VerifyMode.MIDPOINTS).timeError()).isNaN();
    assertThat(Verification.none(VerifyMode.RATIONAL).plus(of(Optional.empty(), 0.25)))
        .isEqualTo(of(Optional.empty(), 0.25));
  }

  @Test
  void aDifferenceOfAnotherPathIsTheSameElsewhere() {
    assertThat(OF_PATH_3.ofPath(9)).isEqualTo(new Difference(9, 1, 0.5, "relu", 2, 0, true));
  }

  @Test
  void modesHaveTheWordsThatUsersWrite() {
    assertThat(VerifyMode.MIDPOINTS.word()).isEqualTo("midpoints");
    assertThat(VerifyMode.RATIONAL.word()).isEqualTo("rational");
  }
}
