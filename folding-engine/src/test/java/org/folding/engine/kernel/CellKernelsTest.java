package org.folding.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Both implementations against decimal arithmetic, rounded once where they round once. */
final class CellKernelsTest {
  private static final CellKernels[] ALL = {new PlainCellKernels(), CellKernels.best()};
  private static final int LANES = LineKernels.LANES;

  private final Random random = new Random(3);

  @Test
  void vectorKernelsAreComparedWithPlainOnes() {
    VectorInstructions.assertThatTheyRun(CellKernels.best(), "VectorCellKernels");
  }

  @Test
  void addsTheGroupsOfAColumnAtTheirPlaces() {
    double[] weights = numbers(4 * LANES);
    double[] y = numbers(9 * LANES);
    // Entries 1 and 2 of the four stand 6 and 3 groups behind the second one.
    int[] offset = {0, 6 * LANES, 3 * LANES, 0};
    double[] expected = y.clone();
    for (int lane = 0; lane < LANES; lane++) {
      expected[7 * LANES + lane] = plus(y[7 * LANES + lane], 0.3, weights[LANES + lane]);
      expected[4 * LANES + lane] = plus(y[4 * LANES + lane], 0.3, weights[2 * LANES + lane]);
    }
    for (CellKernels kernels : ALL) {
      double[] sum = y.clone();
      kernels.scatter(offset, weights, 1, 3, LANES, 0.3, sum);
      assertThat(sum).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 16, 64, 104})
  void takesUnitsToABreakpointAndBendsThemThere(int n) {
    double[] slopes = numbers(2 * n);
    double[] values = numbers(2 * n);
    double[] changes = numbers(n + 5);
    values[n + 1] = 0;
    slopes[n + 2] = 0;
    values[n + 2] = 1e-13;
    double tolerance = 1e-12;
    double[] expected = new double[n];
    Arrays.setAll(expected, o -> plus(values[n + o], 0.5, slopes[n + o]));
    double[] bent = new double[n];
    Arrays.setAll(bent, o -> plus(slopes[n + o], 1, changes[5 + o]));
    int[] crossing =
        IntStream.range(0, n)
            .filter(
                o ->
                    Math.signum(values[n + o]) != Math.signum(expected[o])
                        || Math.min(Math.abs(values[n + o]), Math.abs(expected[o])) <= tolerance)
            .toArray();
    for (CellKernels kernels : ALL) {
      TurnedUnits units = new TurnedUnits(slopes.length);
      System.arraycopy(slopes, 0, units.slopes, 0, slopes.length);
      System.arraycopy(values, 0, units.values, 0, values.length);
      units.tolerance = tolerance;
      int count = kernels.turn(units, n, n, 0.5, changes, 5);
      assertThat(Arrays.copyOf(units.found, count)).containsExactly(crossing);
      assertThat(Arrays.copyOf(units.before, n)).isEqualTo(Arrays.copyOfRange(values, n, 2 * n));
      assertThat(Arrays.copyOfRange(units.values, n, 2 * n)).isEqualTo(expected);
      assertThat(Arrays.copyOfRange(units.slopes, n, 2 * n)).isEqualTo(bent);
      assertThat(Arrays.copyOf(units.values, n)).isEqualTo(Arrays.copyOf(values, n));
      assertThat(Arrays.stream(units.peak).max().orElseThrow())
          .isEqualTo(Arrays.stream(expected).map(Math::abs).max().orElseThrow());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 24, 104})
  void findsTheUnitsThatMayCrossBetweenTwoValues(int n) {
    double[] before = numbers(n);
    double[] after = numbers(n);
    before[0] = 0;
    after[7] = -1e-14;
    int[] crossing =
        IntStream.range(0, n)
            .filter(
                o ->
                    before[o] * after[o] < 0
                        || Math.min(Math.abs(before[o]), Math.abs(after[o])) <= 1e-12)
            .toArray();
    for (CellKernels kernels : ALL) {
      int[] found = new int[n];
      double[] peak = new double[LANES];
      int count = kernels.compare(before, after, n, 1e-12, found, peak);
      assertThat(Arrays.copyOf(found, count)).containsExactly(crossing);
      assertThat(Arrays.stream(peak).max().orElseThrow())
          .isEqualTo(Arrays.stream(after).map(Math::abs).max().orElseThrow());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 32, 104})
  void addsUpWholeColumns(int n) {
    double[] weights = numbers(5 * n);
    double[] x = numbers(3);
    int[] chosen = {4, 0, 3};
    double[] expected = new double[n];
    for (int k = 0; k < 3; k++) {
      for (int o = 0; o < n; o++) {
        expected[o] = plus(expected[o], x[k], weights[chosen[k] * n + o]);
      }
    }
    for (CellKernels kernels : ALL) {
      double[] y = numbers(3 * n);
      kernels.sum(x, chosen, 3, weights, n, y, n);
      assertThat(Arrays.copyOfRange(y, n, 2 * n)).isEqualTo(expected);
    }
  }

  private double[] numbers(int n) {
    return random.doubles(n, -1, 1).toArray();
  }

  /** a + x · y, rounded once. */
  private static double plus(double a, double x, double y) {
    return new BigDecimal(x).multiply(new BigDecimal(y)).add(new BigDecimal(a)).doubleValue();
  }
}
