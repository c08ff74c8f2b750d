package org.folding.core.walk;

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
  void testsRunWithVectorInstructions() {
    assertThat(PointKernels.best().getClass().getSimpleName()).isEqualTo("VectorPointKernels");
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 16, 24, 40})
  void valuesAreTheSumsOfAllColumnsBetweenTheEnds(int n) {
    int length = 16;
    double[] start = numbers(n);
    double[] last = numbers(n);
    double[] weights = numbers(INPUTS * n);
    double[] bias = numbers(n);
    for (int end : new int[] {1, 2, 4, 5, 6, 12}) {
      double[] x = numbers((end + PointKernels.ROWS) * length);
      double[][] z = new double[ALL.size()][];
      for (int k = 0; k < z.length; k++) {
        double[] rows = new double[(end + PointKernels.ROWS) * n];
        ALL.get(k).apply(x, length, INPUTS, start, last, end, weights, bias, rows, n);
        z[k] = Arrays.copyOf(rows, (end + 1) * n);
      }
      assertThat(z[1]).isEqualTo(z[0]);
      for (int r = 1; r < end; r++) {
        for (int o = 0; o < n; o++) {
          BigDecimal sum = exact(bias[o]);
          for (int j = 0; j < INPUTS; j++) {
            sum = sum.add(exact(x[r * length + j]).multiply(exact(weights[j * n + o])));
          }
          assertThat(z[0][r * n + o]).isCloseTo(sum.doubleValue(), within(1e-14));
        }
      }
      assertThat(z[0]).startsWith(start).endsWith(last);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 24})
  void unitsPassOnWhatLiesBetweenTwoBreakpoints(int n) {
    double[] z = numbers(4 * n);
    int[] parent = {-1, 0, 2, 2, 1};
    double[] part = {-1, 0, 0.25, 1, 0.7};
    double[] slope = numbers(n);
    double[][] y = new double[ALL.size()][];
    for (int k = 0; k < y.length; k++) {
      y[k] = new double[5 * n];
      ALL.get(k).passOn(z, parent, part, 1, 5, slope, y[k], n);
    }
    assertThat(y[1]).isEqualTo(y[0]);
    assertThat(y[0]).startsWith(new double[n]);
    for (int r = 1; r < 5; r++) {
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
  void findsTheUnitsThatComeCloseToZeroOrCrossIt(int n) {
    int intervals = 9;
    // What stands behind the last unit is never found.
    int units = n - 3;
    double[] real = IntStream.range(0, n).mapToDouble(o -> o < units ? 1 : -1).toArray();
    double[] z = numbers((intervals + 1) * n);
    z[3] = 0;
    z[n + 4] = 1e-9;
    for (int at = units; at < z.length; at += n) {
      Arrays.fill(z, at, at + n - units, 0);
    }
    double threshold = 1e-8;
    int[] crossing =
        IntStream.range(0, intervals * n)
            .filter(at -> at % n < units)
            .filter(at -> exact(z[at]).multiply(exact(z[at + n])).doubleValue() <= threshold)
            .toArray();
    double largest =
        IntStream.rangeClosed(1, intervals)
            .mapToDouble(r -> Arrays.stream(z, r * n, (r + 1) * n).map(v -> v * v).sum())
            .max()
            .orElseThrow();
    double[][] peaks = new double[ALL.size()][LineKernels.LANES];
    for (int k = 0; k < peaks.length; k++) {
      int[] found = new int[(intervals + 1) * n + 1];
      int count = ALL.get(k).scan(z, intervals, n, real, threshold, found, peaks[k]);
      assertThat(Arrays.copyOf(found, count)).containsExactly(crossing);
      assertThat(Arrays.stream(peaks[k]).sum()).isGreaterThanOrEqualTo(largest * (1 - 1e-15));
    }
    assertThat(peaks[1]).isEqualTo(peaks[0]);
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 16, 24})
  void findsEverythingThatIsZero(int n) {
    int intervals = 5;
    double[] real = new double[n];
    Arrays.fill(real, 1);
    for (PointKernels kernels : ALL) {
      int[] found = new int[(intervals + 1) * n + 1];
      // Whatever stood there before counts for nothing.
      double[] peak = numbers(LineKernels.LANES);
      double[] z = new double[(intervals + 1) * n];
      int count = kernels.scan(z, intervals, n, real, 0, found, peak);
      assertThat(Arrays.copyOf(found, count))
          .isEqualTo(IntStream.range(0, intervals * n).toArray());
      assertThat(peak).containsOnly(0);
    }
  }

  private double[] numbers(int count) {
    return random.doubles(count, -1, 1).toArray();
  }

  private static BigDecimal exact(double x) {
    return new BigDecimal(x);
  }
}
