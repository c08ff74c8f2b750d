package org.folding.core.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The kernels against sums in decimal arithmetic, and the two implementations bit for bit. */
class LineKernelsTest {
  private static final LineKernels PLAIN = new PlainKernels();
  private static final LineKernels BEST = LineKernels.best();

  private final Random random = new Random(1);

  @Test
  void testsRunWithVectorInstructions() {
    assertThat(BEST.getClass().getSimpleName()).isEqualTo("VectorKernels");
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 16, 24, 32, 40, 64, 120, 304})
  void productsAreTheSumsOfTheChosenColumns(int n) {
    int inputs = 37;
    double[][] columns = new double[inputs][];
    Arrays.setAll(columns, j -> numbers(n));
    int[] chosen = {0, 36, 5, 17, 18, 2, 9};
    double[] x = numbers(4 * chosen.length);
    double[][] plain = new double[4][n];
    double[][] best = new double[4][n];

    PLAIN.multiply(x, chosen, chosen.length, columns, plain[0], plain[1], plain[2], plain[3], n);
    BEST.multiply(x, chosen, chosen.length, columns, best[0], best[1], best[2], best[3], n);

    assertThat(best).isDeepEqualTo(plain);
    for (int r = 0; r < 4; r++) {
      for (int o = 0; o < n; o++) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int k = 0; k < chosen.length; k++) {
          sum = sum.add(exact(x[4 * k + r]).multiply(exact(columns[chosen[k]][o])));
        }
        assertThat(best[r][o]).isCloseTo(sum.doubleValue(), within(1e-14));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 16, 64, 120, 304})
  void findsTheUnitsThatComeCloseToZeroOrCrossIt(int n) {
    double[] slope = numbers(n);
    double[] value = numbers(n);
    value[3] = 0;
    slope[5] = 0;
    value[5] = 1e-9;
    double threshold = 1e-15;
    double dt = 0.25;
    int[] expected =
        IntStream.range(0, n)
            .filter(
                o ->
                    exact(value[o])
                            .multiply(exact(dt).multiply(exact(slope[o])).add(exact(value[o])))
                            .compareTo(exact(threshold))
                        <= 0)
            .toArray();
    for (LineKernels kernels : new LineKernels[] {PLAIN, BEST}) {
      double[] next = new double[n];
      int[] found = new int[n];
      double[] peak = new double[LineKernels.LANES];
      int count = kernels.advance(slope, value, next, dt, threshold, n, found, peak);
      assertThat(Arrays.copyOf(found, count)).containsExactly(expected);
      assertThat(Arrays.stream(peak).max().orElseThrow())
          .isEqualTo(Arrays.stream(next).map(Math::abs).max().orElseThrow());
      for (int o = 0; o < n; o++) {
        assertThat(next[o])
            .isEqualTo(exact(dt).multiply(exact(slope[o])).add(exact(value[o])).doubleValue());
      }
      assertThat(kernels.compare(value, next, threshold, n, found, peak)).isEqualTo(count);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 32, 120})
  void bendsByOneColumnBeforeItGoesOn(int n) {
    double[] column = numbers(n);
    double[] base = numbers(n);
    double[] value = numbers(n);
    for (LineKernels kernels : new LineKernels[] {PLAIN, BEST}) {
      double[] slope = new double[n];
      double[] next = new double[n];
      double[] bent = new double[n];
      double[] nextAfterBend = new double[n];
      int[] found = new int[n];
      double[] peak = new double[LineKernels.LANES];
      kernels.bendAndAdvance(column, 0.7, base, slope, value, next, 0.5, 0, n, found, peak);
      kernels.bend(column, 0.7, base, bent, n);
      kernels.advance(bent, value, nextAfterBend, 0.5, 0, n, found, peak);
      assertThat(slope).isEqualTo(bent);
      assertThat(next).isEqualTo(nextAfterBend);
      for (int o = 0; o < n; o++) {
        assertThat(slope[o])
            .isEqualTo(exact(0.7).multiply(exact(column[o])).add(exact(base[o])).doubleValue());
      }
    }
  }

  private double[] numbers(int n) {
    return random.doubles(n, -1, 1).toArray();
  }

  private static BigDecimal exact(double x) {
    return new BigDecimal(x);
  }
}
