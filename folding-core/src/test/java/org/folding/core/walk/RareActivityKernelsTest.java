package org.folding.core.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
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
  private static final int[] PASSING = {0, 3, 10};
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
      sweep.column = Arrays.stream(input).map(j -> j * n).toArray();
      sweep.factor = factor;
      kernels.sweepValues(sweep);
      found.add(listed(sweep.candidates));
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
          expected.add(line(o, i, z.doubleValue(), next.doubleValue()));
        }
        z = next;
      }
    }
    assertThat(expected).hasSizeGreaterThan(3);
    assertThat(found.get(0)).containsExactlyInAnyOrderElementsOf(expected);
  }

  /** Unit by unit, each in the order in which it was found. */
  private static List<String> listed(Candidates found) {
    return IntStream.range(0, found.size)
        .boxed()
        .sorted(Comparator.comparing(k -> found.unit[k]))
        .map(k -> line(found.unit[k], found.interval[k], found.before[k], found.after[k]))
        .toList();
  }

  private static String line(int unit, int interval, double before, double after) {
    return "unit %d on %d from %.10f to %.10f".formatted(unit, interval, before, after);
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 24, 120})
  void findsHowFarUnitsStray(int n) {
    double[] values = numbers(2 * n);
    double[] ends = numbers(3 * n);
    double[] known = random.doubles(2L * n, 0, 0.5).toArray();
    List<double[]> strays = new ArrayList<>();
    for (LineKernels kernels : BOTH) {
      double[] y = known.clone();
      kernels.stray(values, n, ends, n, 2 * n, 0.25, y, n, n);
      strays.add(y);
    }
    assertThat(strays.get(1)).isEqualTo(strays.get(0));

    for (int o = 0; o < n; o++) {
      BigDecimal start = exact(ends[n + o]);
      BigDecimal chord = start.add(exact(0.25).multiply(exact(ends[2 * n + o]).subtract(start)));
      BigDecimal stray = exact(values[n + o]).max(BigDecimal.ZERO).subtract(chord).abs();
      assertThat(strays.get(0)[o]).isEqualTo(known[o]);
      assertThat(strays.get(0)[n + o])
          .isCloseTo(stray.max(exact(known[n + o])).doubleValue(), within(1e-15));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 16, 24, 120, 256})
  void boundsUnitsOnAllSpans(int n) {
    Weights weights = new Weights(numbers(INPUTS * n), INPUTS, n);
    double[] bias = random.doubles(n, -4, 0).toArray();
    SpanRows spans = new SpanRows();
    spans.passing = PASSING;
    spans.passingCount = PASSING.length;
    spans.factors = random.doubles((long) SpanRows.FACTORS * PASSING.length).toArray();
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
      BigDecimal after = exact(bias);
      BigDecimal stray = exact(SLACK);
      for (int k = 0; k < PASSING.length; k++) {
        BigDecimal weight = exact(weights.columns[PASSING[k] * weights.stride + o]);
        int at = k * SpanRows.FACTORS + e;
        after = after.add(weight.multiply(exact(spans.factors[at])));
        stray = stray.add(weight.abs().multiply(exact(spans.factors[at + SpanRows.SPANS])));
      }
      after = e + 1 < SpanRows.SPANS ? after : exact(spans.finish[2 + o]);
      isBelow &= before.max(after).add(stray).signum() < 0;
      before = after;
    }
    return isBelow;
  }

  private double[] numbers(int n) {
    return random.doubles(n, -1, 1).toArray();
  }

  private static BigDecimal exact(double x) {
    return new BigDecimal(x);
  }
}
