package org.folding.core.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lengths on both sides of the strides of the loops. */
final class KernelsTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 6, 7, 8, 13, 64, 207, 513, 4098})
  void addsTheChosenColumns(int n) {
    Random random = new Random(n);
    double[][] columns = new double[11][];
    for (int j = 0; j < columns.length; j++) {
      columns[j] = random.doubles(n, -1, 1).toArray();
    }
    double[] x = random.doubles(columns.length, -1, 1).toArray();
    for (int count = 0; count <= columns.length; count++) {
      int[] chosen = IntStream.range(0, columns.length).map(j -> (j * 4) % 11).toArray();
      double[] y = new double[n];
      Kernels.addColumns(columns, x, chosen, count, y, n);
      for (int o = 0; o < n; o++) {
        double sum = 0;
        for (int k = 0; k < count; k++) {
          sum += x[chosen[k]] * columns[chosen[k]][o];
        }
        assertThat(y[o]).isEqualTo(sum, within(1e-14));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 6, 7, 8, 13, 64, 207, 511, 512, 513, 4098})
  void findsTheBlockOfEachEntryThatChangesSign(int n) {
    double[] v = new Random(n).doubles(n, 0.5, 1).toArray();
    double[] next = v.clone();
    assertThat(Kernels.below(v, next, 1e-9, n)).isZero();
    for (int o = 0; o < n; o += 1 + n / 50) {
      next[o] = -next[o];
      long blocks = Kernels.below(v, next, 1e-9, n);
      assertThat(Long.bitCount(blocks)).isEqualTo(1);
      int first = Long.numberOfTrailingZeros(blocks) * Kernels.blockLength(n);
      assertThat(o).isBetween(first, first + Kernels.blockLength(n) - 1);
      next[o] = -next[o];
    }
  }
}
