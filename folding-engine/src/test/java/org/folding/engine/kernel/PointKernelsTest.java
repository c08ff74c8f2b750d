package org.folding.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The kernels against decimal arithmetic, and the two implementations bit for bit. */
final class PointKernelsTest {
  private static final List<PointKernels> ALL =
      List.of(new PlainPointKernels(), PointKernels.best());
  private static final int INPUTS = 11;

  private final Random random = new Random(1);

  @Test
  void vectorKernelsAreComparedWithPlainOnes() {
    VectorInstructions.assertThatTheyRun(PointKernels.best(), "VectorPointKernels");
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 16, 24, 40})
  void valuesAreTheSumsOfAllColumns(int n) {
    int length = 16;
    double[] weights = numbers(INPUTS * n);
    double[] bias = numbers(n);
    PointWeights stage = new PointWeights(INPUTS, weights, bias, n);
    for (int count : new int[] {0, 1, 4, 5, 11}) {
      double[] x = numbers((count + PointKernels.ROWS) * length);
      // Every other row, from the last to the first; what is spare goes behind them.
      int spare = 2 * count + 1;
      int[] target = new int[count + PointKernels.ROWS];
      Arrays.setAll(target, k -> k < count ? 2 * (count - k) : spare);
      double[] rest = numbers((spare + 1) * n);
      double[][] z = new double[ALL.size()][];
      for (int k = 0; k < z.length; k++) {
        double[] rows = rest.clone();
        ALL.get(k).apply(x, length, target, count, stage, rows);
        z[k] = Arrays.copyOf(rows, spare * n);
      }
      assertThat(z[1]).isEqualTo(z[0]);
      for (int r = 0; r < spare; r++) {
        boolean isRow = r > 0 && r % 2 == 0;
        for (int o = 0; o < n; o++) {
          BigDecimal expected = isRow ? exact(bias[o]) : exact(rest[r * n + o]);
          for (int j = 0; j < INPUTS && isRow; j++) {
            double factor = x[(count - r / 2) * length + j];
            expected = expected.add(exact(factor).multiply(exact(weights[j * n + o])));
          }
          assertThat(z[0][r * n + o]).isCloseTo(expected.doubleValue(), within(1e-14));
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 24})
  void unitsPassOnWhatLiesBetweenTwoBreakpoints(int n) {
    double[] z = numbers(4 * n);
    int[] parent = {0, 2, 2, 1};
    double[] part = {0, 0.25, 1, 0.7};
    double[] slope = numbers(n);
    double[][] y = new double[ALL.size()][];
    for (int k = 0; k < y.length; k++) {
      y[k] = new double[5 * n];
      ALL.get(k).passOn(z, parent, part, 4, slope, y[k], n);
    }
    assertThat(y[1]).isEqualTo(y[0]);
    assertThat(y[0]).endsWith(new double[n]);
    for (int r = 0; r < 4; r++) {
      for (int o = 0; o < n; o++) {
        BigDecimal start = exact(z[parent[r] * n + o]);
        BigDecimal end = exact(z[(parent[r] + 1) * n + o]);
        BigDecimal value = start.add(exact(part[r]).multiply(end.subtract(start)));
        BigDecimal passed = value.signum() > 0 ? value : value.multiply(exact(slope[o]));
        assertThat(y[0][r * n + o]).isCloseTo(passed.doubleValue(), within(1e-15));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 16, 24, 40})
  void copiesAsManyNumbersAsARowHas(int n) {
    double[] from = numbers(n + 8);
    double[] rest = numbers(3 * n);
    for (PointKernels kernels : ALL) {
      double[] to = rest.clone();
      kernels.copy(from, 8, to, n, n);
      double[] expected = rest.clone();
      System.arraycopy(from, 8, expected, n, n);
      assertThat(to).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 16, 24, 40})
  void findsTheUnitsThatComeCloseToZeroOrCrossIt(int n) {
    // Three lines: from the last row of one to the first of the next nothing is looked for.
    int[] first = {0, 2, 7, 10};
    int rows = first[3];
    // What stands behind the last unit is never found.
    int units = n - 3;
    double[] real = IntStream.range(0, n).mapToDouble(o -> o < units ? 1 : -1).toArray();
    double[] z = numbers(rows * n);
    z[3] = 0;
    z[n + 4] = 1e-9;
    for (int at = units; at < z.length; at += n) {
      Arrays.fill(z, at, at + n - units, 0);
    }
    double threshold = 1e-8;
    int[] crossing =
        IntStream.range(0, (rows - 1) * n)
            .filter(at -> at / n != 1 && at / n != 6)
            .filter(at -> at % n < units)
            .filter(at -> exact(z[at]).multiply(exact(z[at + n])).doubleValue() <= threshold)
            .toArray();
    double[][] peaks = new double[ALL.size()][3 * LineKernels.LANES];
    for (int k = 0; k < peaks.length; k++) {
      NearUnits found = new NearUnits();
      found.clear(rows * n);
      ALL.get(k).scan(z, first, 3, n, real, threshold, found, peaks[k]);
      assertThat(places(found, n)).containsExactly(crossing);
      for (int m = 0; m < 3; m++) {
        double largest =
            IntStream.range(first[m] + 1, first[m + 1])
                .mapToDouble(r -> Arrays.stream(z, r * n, (r + 1) * n).map(v -> v * v).sum())
                .max()
                .orElseThrow();
        int at = m * LineKernels.LANES;
        assertThat(Arrays.stream(peaks[k], at, at + LineKernels.LANES).sum())
            .isGreaterThanOrEqualTo(largest * (1 - 1e-15));
      }
    }
    assertThat(peaks[1]).isEqualTo(peaks[0]);
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 16, 24})
  void findsEverythingThatIsZero(int n) {
    int rows = 6;
    double[] real = new double[n];
    Arrays.fill(real, 1);
    for (PointKernels kernels : ALL) {
      NearUnits found = new NearUnits();
      // Whatever stood there before counts for nothing.
      found.note(2, 5, 1);
      found.clear(rows * n);
      double[] peak = numbers(LineKernels.LANES);
      int[] first = {0, rows};
      kernels.scan(new double[rows * n], first, 1, n, real, Double.MIN_NORMAL, found, peak);
      assertThat(places(found, n)).isEqualTo(IntStream.range(0, (rows - 1) * n).toArray());
      assertThat(peak).containsOnly(0);
    }
  }

  private static int[] places(NearUnits found, int n) {
    return IntStream.range(0, found.size).map(k -> found.interval[k] * n + found.unit[k]).toArray();
  }

  private double[] numbers(int count) {
    return random.doubles(count, -1, 1).toArray();
  }

  private static BigDecimal exact(double x) {
    return new BigDecimal(x);
  }
}
