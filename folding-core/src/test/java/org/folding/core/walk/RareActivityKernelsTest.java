package org.folding.core.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The kernels for stages of which few units are active, against decimal arithmetic, and the two
 * implementations bit for bit.
 */
final class RareActivityKernelsTest {
  private static final LineKernels[] BOTH = {new PlainKernels(), LineKernels.best()};
  private static final int INPUTS = 11;
  private static final int[][] PASSING = {{0, 3, 10}, {3}, {2, 3, 9}, {0, 10}};
  private static final double SLACK = 0.125;

  private final Random random = new Random(1);

  @ParameterizedTest
  @ValueSource(ints = {16, 24, 32, 40, 256})
  void sweepsByValuesAtBreakpoints(int n) {
    int units = n - 3;
    double[] weights = numbers(INPUTS * n);
    double[] bias = numbers(n);
    double[] start = numbers(n + 5);
    for (int o = units; o < n; o++) {
      for (int j = 0; j < INPUTS; j++) {
        weights[j * n + o] = 0;
      }
      bias[o] = 0;
      start[5 + o] = 0;
    }
    double[] real = IntStream.range(0, n).mapToDouble(o -> o < units ? 1 : -1).toArray();
    // At four breakpoints: two inputs, none, one and three.
    int[] first = {0, 2, 3, 4, 7};
    int[] input = {3, 7, 0, 7, 1, 2, 10};
    double[] factor = {0.7, 1.3, 0, 2.5, 0.4, 0.1, 0.9};
    List<List<String>> found = new ArrayList<>();
    for (LineKernels kernels : BOTH) {
      ValueSweep sweep = new ValueSweep();
      sweep.start(weights, bias, real, 1e-15, start, 5);
      sweep.points = 4;
      sweep.first = first;
      sweep.interval = new int[] {0, 1, 2, 3};
      sweep.column = Arrays.stream(input).map(j -> j * n).toArray();
      sweep.factor = factor;
      kernels.sweepValues(sweep);
      found.add(LineKernelsTest.listed(sweep.candidates));
    }
    assertThat(found.get(1)).isEqualTo(found.get(0));

    List<String> expected = new ArrayList<>();
    for (int o = 0; o < units; o++) {
      BigDecimal z = exact(start[5 + o]);
      for (int i = 0; i < 4; i++) {
        BigDecimal next = exact(bias[o]);
        for (int k = first[i]; k < first[i + 1]; k++) {
          next = next.add(exact(factor[k]).multiply(exact(weights[input[k] * n + o])));
        }
        if (z.signum() * next.signum() < 0) {
          expected.add(LineKernelsTest.line(o, i, z.doubleValue(), next.doubleValue()));
        }
        z = next;
      }
    }
    assertThat(expected).hasSizeGreaterThan(3);
    assertThat(found.get(0)).containsExactlyInAnyOrderElementsOf(expected);
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 24, 120})
  void findsHowFarUnitsStray(int n) {
    double[] values = numbers(4 * n);
    double[] ends = numbers(3 * n);
    double[] parts = {0.25, 0.5, 0.875};
    for (int rows = 0; rows <= parts.length; rows++) {
      List<double[]> strays = new ArrayList<>();
      for (LineKernels kernels : BOTH) {
        double[] y = numbers(2 * n);
        kernels.stray(values, n, rows, parts, ends, n, 2 * n, y, n, n);
        strays.add(Arrays.copyOfRange(y, n, 2 * n));
      }
      assertThat(strays.get(1)).isEqualTo(strays.get(0));

      for (int o = 0; o < n; o++) {
        BigDecimal start = exact(ends[n + o]);
        BigDecimal way = exact(ends[2 * n + o]).subtract(start);
        BigDecimal stray = BigDecimal.ZERO;
        for (int p = 0; p < rows; p++) {
          BigDecimal passed = exact(values[n + p * n + o]).max(BigDecimal.ZERO);
          BigDecimal chord = start.add(exact(parts[p]).multiply(way));
          stray = stray.max(passed.subtract(chord).abs());
        }
        assertThat(strays.get(0)[o]).isCloseTo(stray.doubleValue(), within(1e-15));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 16, 24, 120, 256})
  void boundsUnitsOnAllSpans(int n) {
    Weights weights = new Weights(numbers(INPUTS * n), INPUTS, n);
    double[] bias = random.doubles(n, -4, 0).toArray();
    SpanRows spans = new SpanRows(INPUTS);
    for (int group = 0; group < PASSING.length; group++) {
      spans.inputs[group] = PASSING[group];
      spans.count[group] = PASSING[group].length;
      spans.factors[group] =
          random.doubles((long) SpanRows.GROUP * PASSING[group].length).toArray();
    }
    spans.start = random.doubles(n + 2, -4, 0).toArray();
    spans.finish = random.doubles(n + 2, -4, 0).toArray();
    spans.firstValue = 2;
    boolean[] below = new boolean[n];
    for (int o = 0; o < n; o++) {
      below[o] = isBelow(spans, weights, bias[o], o);
    }
    assertThat(below).contains(true).contains(false);
    for (LineKernels kernels : BOTH) {
      long[] signs = new long[n];
      kernels.bound(spans, weights, bias, SLACK, signs);
      for (int o = 0; o < n; o++) {
        assertThat(signs[o] < 0).as("unit %d", o).isEqualTo(below[o]);
      }
    }
  }

  private static boolean isBelow(SpanRows spans, Weights weights, double bias, int o) {
    boolean isBelow = true;
    BigDecimal before = exact(spans.start[2 + o]);
    for (int e = 0; e < SpanRows.SPANS; e++) {
      BigDecimal after = exact(bias).add(product(spans, e, weights, o));
      BigDecimal stray = exact(SLACK).add(product(spans, SpanRows.SPANS + e, weights, o));
      after = e + 1 < SpanRows.SPANS ? after : exact(spans.finish[2 + o]);
      isBelow &= before.max(after).add(stray).signum() < 0;
      before = after;
    }
    return isBelow;
  }

  /** The first factors are those of weights, the others those of absolute weights. */
  private static BigDecimal product(SpanRows spans, int factor, Weights weights, int o) {
    int group = factor / SpanRows.GROUP;
    BigDecimal sum = BigDecimal.ZERO;
    for (int k = 0; k < PASSING[group].length; k++) {
      BigDecimal weight = exact(weights.columns[PASSING[group][k] * weights.stride + o]);
      double x = spans.factors[group][SpanRows.GROUP * k + factor % SpanRows.GROUP];
      sum = sum.add((factor < SpanRows.SPANS ? weight : weight.abs()).multiply(exact(x)));
    }
    return sum;
  }

  private double[] numbers(int n) {
    return random.doubles(n, -1, 1).toArray();
  }

  private static BigDecimal exact(double x) {
    return new BigDecimal(x);
  }
}
