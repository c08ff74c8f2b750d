package org.folding.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The kernels for stages of which few units are active, against decimal arithmetic, and the two
 * implementations bit for bit.
 */
final class RareActivityKernelsTest {
  private static final LineKernels[] BOTH = {new PlainKernels(), LineKernels.best()};
  private static final int INPUTS = 11;
  private static final int[][] PASSING = {{0, 3, 10}, {3}, {2, 3, 9}, {0, 10}};
  private static final float SLACK = 0.125f;

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
      sweep.weights = weights;
      sweep.bias = bias;
      sweep.real = real;
      sweep.stride = n;
      sweep.start = start;
      sweep.firstStart = 5;
      sweep.threshold = 1e-15;
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
    double[] ends = numbers(4 * n);
    double[] parts = {0.25, 0.5, 0.875};
    for (int rows = 0; rows <= parts.length; rows++) {
      List<double[]> strays = new ArrayList<>();
      for (LineKernels kernels : BOTH) {
        StrayRows spans = new StrayRows(3, n);
        spans.values = values;
        spans.stride = n;
        spans.part = parts;
        System.arraycopy(ends, 0, spans.ends, 0, ends.length);
        kernels.stray(spans, 1, n, rows);
        strays.add(Arrays.copyOfRange(spans.strays, n, 2 * n));
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
  @CsvSource({"8, 8", "16, 12", "24, 16", "120, 8", "256, 8", "256, 16"})
  void boundsUnitsOnAllSpans(int n, int spanCount) {
    double[] bias = random.doubles(n, -4, 0).toArray();
    SingleWeights weights = new SingleWeights(numbers(INPUTS * n), INPUTS, bias, n);
    SpanRows spans = new SpanRows(Math.max(n, INPUTS));
    spans.size = spanCount;
    for (int group = 0; group < spans.groups(); group++) {
      int[] passing = PASSING[group % PASSING.length];
      spans.count[group] = passing.length;
      System.arraycopy(passing, 0, spans.inputs[group], 0, passing.length);
      fill(spans.factors[group], SpanRows.GROUP * passing.length, 1);
    }
    fill(spans.start, n, -4);
    fill(spans.finish, n, -4);
    boolean[] below = new boolean[n];
    for (int o = 0; o < n; o++) {
      below[o] = isBelow(spans, weights, o);
    }
    assertThat(below).contains(true).contains(false);
    for (LineKernels kernels : BOTH) {
      int[] signs = new int[weights.stride];
      kernels.bound(spans, weights, SLACK, signs);
      for (int o = 0; o < n; o++) {
        assertThat(signs[o] < 0).as("unit %d", o).isEqualTo(below[o]);
      }
    }
  }

  /** Draws numbers between zero and a bound. */
  private void fill(float[] numbers, int count, float bound) {
    for (int k = 0; k < count; k++) {
      numbers[k] = bound * random.nextFloat();
    }
  }

  private static boolean isBelow(SpanRows spans, SingleWeights weights, int o) {
    boolean isBelow = true;
    BigDecimal before = exact(spans.start[o]);
    for (int e = 0; e < spans.size; e++) {
      BigDecimal after = exact(weights.bias[o]).add(product(spans, e, weights, o));
      BigDecimal stray = exact(SLACK).add(product(spans, spans.size + e, weights, o));
      after = e + 1 < spans.size ? after : exact(spans.finish[o]);
      isBelow &= before.max(after).add(stray).signum() < 0;
      before = after;
    }
    return isBelow;
  }

  /** The first factors are those of weights, the others those of absolute weights. */
  private static BigDecimal product(SpanRows spans, int factor, SingleWeights weights, int o) {
    int group = factor / SpanRows.GROUP;
    BigDecimal sum = BigDecimal.ZERO;
    for (int k = 0; k < spans.count[group]; k++) {
      BigDecimal weight = exact(weights.tiles[weights.index(spans.inputs[group][k], o)]);
      float x = spans.factors[group][SpanRows.GROUP * k + factor % SpanRows.GROUP];
      sum = sum.add((factor < spans.size ? weight : weight.abs()).multiply(exact(x)));
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
