package org.folding.engine.adaptive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import org.folding.engine.path.SearchLimits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Curves whose roots are known in closed form. */
final class AdaptiveSearchTest {
  private static final double RESOLUTION = 1e-9;

  private static SearchLimits atMost(int evaluations) {
    return new SearchLimits(evaluations, RESOLUTION);
  }

  @Test
  void smoothBitsFlipInTheOrderOfTheirRoots() {
    // sin(π (f t + s)) is zero where f t + s is a whole number.
    double[] frequency = {7, 5, 11, 3.3};
    double[] shift = {0.3, 0.45, 0.71, 0.2};
    TreeMap<Double, Integer> roots = new TreeMap<>();
    DoubleUnaryOperator[] bits = new DoubleUnaryOperator[frequency.length];
    for (int bit = 0; bit < bits.length; bit++) {
      double f = frequency[bit];
      double s = shift[bit];
      bits[bit] = t -> Math.sin(Math.PI * (f * t + s));
      for (int k = 1; k < f + s; k++) {
        roots.put((k - s) / f, bit);
      }
    }

    FoundWalk walk = FoundWalk.smooth(atMost(400), bits);

    assertThat(walk.order())
        .isEqualTo(String.join(" ", roots.values().stream().map(String::valueOf).toList()));
    assertThat(walk.outcome.openGaps()).isZero();
    List<Double> found = new ArrayList<>(walk.steps.keySet());
    List<Double> expected = new ArrayList<>(roots.keySet());
    for (int i = 0; i < expected.size(); i++) {
      assertThat(found.get(i)).isEqualTo(expected.get(i), within(1e-3));
    }
  }

  /** Two roots at 0.371 ± ε, far between the 100 points that the search starts from. */
  @ParameterizedTest
  @ValueSource(doubles = {1e-3, 1e-4, 1e-5, 1e-6})
  void findsAPairOfFlipsBetweenPointsThatAgree(double epsilon) {
    FoundWalk walk =
        FoundWalk.smooth(
            atMost(400), t -> (t - 0.371) * (t - 0.371) - epsilon * epsilon, t -> Math.cos(t));

    assertThat(walk.order()).isEqualTo("0 0");
    assertThat(walk.looked).anyMatch(t -> Math.abs(t - 0.371) < epsilon);
    assertThat(walk.steps.firstKey()).isEqualTo(0.371 - epsilon, within(1e-2));
    assertThat(walk.steps.lastKey()).isEqualTo(0.371 + epsilon, within(1e-2));
    assertThat(walk.outcome.openGaps()).isZero();
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-3, 1e-5, 1e-7})
  void nothingFlipsWhereAMarginStaysPositive(double least) {
    FoundWalk walk =
        FoundWalk.smooth(atMost(400), t -> (t - 0.371) * (t - 0.371) + least, t -> -1 - t);

    assertThat(walk.steps).isEmpty();
    assertThat(walk.start).containsEntry(0, true).containsEntry(1, false);
    assertThat(walk.outcome.openGaps()).isZero();
  }

  @Test
  void flipsOfOneTimeAreOneStep() {
    FoundWalk walk =
        FoundWalk.smooth(
            atMost(400),
            t -> t - 1.0 / 3,
            t -> 2 * (1.0 / 3 - t),
            t -> (t - 1.0 / 3) * (1 + t * t),
            t -> Math.sin(t - 0.3334));

    assertThat(walk.order()).isEqualTo("[0, 1, 2] 3");
    assertThat(walk.steps.firstKey()).isEqualTo(1.0 / 3, within(RESOLUTION));
    assertThat(walk.outcome.openGaps()).isZero();
  }

  @Test
  void flipsFartherApartThanTheResolutionAreTwoSteps() {
    DoubleUnaryOperator[] bits = {t -> t - 0.4, t -> Math.expm1(t - 0.4 - 1e-6)};

    assertThat(FoundWalk.smooth(new SearchLimits(400, 1e-7), bits).order()).isEqualTo("0 1");
    assertThat(FoundWalk.smooth(new SearchLimits(400, 1e-5), bits).order()).isEqualTo("[0, 1]");
  }

  @Test
  void zeroIsInactiveOnAPlateau() {
    FoundWalk walk =
        FoundWalk.smooth(atMost(1000), t -> Math.max(0, Math.abs(t - 0.5) - 0.2), t -> t - 0.6);

    assertThat(walk.start).containsEntry(0, true);
    assertThat(walk.order()).isEqualTo("0 1 0");
  }

  /**
   * Two levels of one unit each; the second dips below zero for 2e-7 around the flip of the first.
   * The first is affine, so one look at its root finds the pair.
   */
  @Test
  void provesThatNothingIsHiddenBetweenFlipsOfAffineLevels() {
    double kink = 0.4321;
    FoundWalk walk =
        FoundWalk.piecewiseLinear(atMost(30), t -> t - kink, t -> Math.abs(t - kink) - 1e-7);

    assertThat(walk.order()).isEqualTo("1 0 1");
    assertThat(walk.steps.firstKey()).isEqualTo(kink - 1e-7, within(1e-14));
    assertThat(walk.steps.lastKey()).isEqualTo(kink + 1e-7, within(1e-14));
    assertThat(walk.outcome).isEqualTo(new SearchOutcome(18, 0, 0));
  }

  /** A touch from above or below, at the flip of a lower bit, is no flip. */
  @Test
  void aTouchIsNoFlip() {
    FoundWalk walk =
        FoundWalk.piecewiseLinear(
            atMost(100),
            t -> t - 0.3,
            t -> Math.abs(t - 0.3),
            t -> -Math.abs(t - 0.3),
            t -> 0.75 - t);

    assertThat(walk.order()).isEqualTo("0 3");
  }

  /** What is zero at t = 0 or 1 only has flipped before the walk begins, or never does. */
  @Test
  void theEndsBelongToTheirNeighbourhood() {
    FoundWalk walk =
        FoundWalk.piecewiseLinear(atMost(100), t -> t, t -> -t, t -> 1 - t, t -> t - 1);

    assertThat(walk.steps).isEmpty();
    assertThat(walk.start)
        .containsEntry(0, true)
        .containsEntry(1, false)
        .containsEntry(2, true)
        .containsEntry(3, false);
  }

  /** An affine level below one that is smooth is walked exactly: its order needs no looking. */
  @Test
  void affineLevelsStayExactBelowSmoothOnes() {
    double gap = 1e-8;
    SearchedBits bits = new SearchedBits(new int[] {0, 0, 0, 1}, FoundWalk.all(4), 1);
    FoundWalk walk =
        FoundWalk.search(
            bits,
            atMost(200),
            t -> t - 0.4,
            t -> 0.4 + gap - t,
            t -> t - 0.4 - 2 * gap,
            t -> Math.cos(3 * t));

    assertThat(walk.order()).isEqualTo("0 1 2 3");
    assertThat(new ArrayList<>(walk.steps.keySet()).subList(0, 3))
        .usingElementComparator((a, b) -> Math.abs(a - b) < 1e-14 ? 0 : Double.compare(a, b))
        .containsExactly(0.4, 0.4 + gap, 0.4 + 2 * gap);
    assertThat(walk.steps.lastKey()).isEqualTo(Math.PI / 6, within(1e-3));
  }

  @ParameterizedTest
  @CsvSource({"2", "3", "16", "17", "18", "57", "100", "999"})
  void neverEvaluatesMoreThanAllowed(int evaluations) {
    FoundWalk walk =
        FoundWalk.smooth(
            atMost(evaluations), t -> Math.sin(200 * t), t -> Math.sin(201 * t + 1), t -> t - 0.5);

    assertThat(walk.looked).hasSizeLessThanOrEqualTo(evaluations).doesNotHaveDuplicates();
    assertThat(walk.outcome.evaluations()).isEqualTo(walk.looked.size());
    assertThat(walk.looked).allMatch(t -> t >= 0 && t <= 1);
  }

  @Test
  void tellsWhatIsLeftWhenEvaluationsRunOut() {
    FoundWalk walk = FoundWalk.smooth(atMost(2), t -> t - 0.3, t -> 0.6 - t, t -> 1);

    assertThat(walk.order()).isEqualTo("[0, 1]");
    assertThat(walk.outcome).isEqualTo(new SearchOutcome(2, 1, 1));
  }

  /** So many bits that the margins of all points would not be kept at once. */
  @Test
  void searchesLongPathsInParts() {
    int count = 9000;
    DoubleUnaryOperator[] bits = new DoubleUnaryOperator[count];
    Arrays.setAll(bits, bit -> t -> 1 + bit);
    bits[17] = t -> Math.cos(4 * Math.PI * t);
    bits[4711] = t -> t - 0.5;

    FoundWalk walk = FoundWalk.smooth(atMost(2000), bits);

    assertThat(walk.order()).isEqualTo("17 17 4711 17 17");
    assertThat(walk.outcome.openGaps()).isZero();
    assertThat(walk.outcome.evaluations()).isLessThanOrEqualTo(2000);
  }

  /** A path that turns at t = 1/2, seen by a unit that only touches zero there. */
  @Test
  void lookAtCornersAndPredictNothingAcrossThem() {
    SearchedBits bits = new SearchedBits(new int[] {0, 0}, FoundWalk.all(2), 1);
    FoundWalk walk = new FoundWalk();
    Curve curve =
        (times, rows) -> {
          for (int i = 0; i < times.length; i++) {
            rows[i][0] = Math.abs(times[i] - 0.5111) - 1e-4;
            rows[i][1] = Math.abs(times[i] - 0.5111);
          }
        };
    new AdaptiveSearch(bits, atMost(100)).search(curve, new double[] {0.5111}, walk);

    assertThat(walk.order()).isEqualTo("0 0");
    assertThat(walk.steps.firstKey()).isEqualTo(0.511, within(1e-12));
    assertThat(walk.steps.lastKey()).isEqualTo(0.5112, within(1e-12));
  }
}
