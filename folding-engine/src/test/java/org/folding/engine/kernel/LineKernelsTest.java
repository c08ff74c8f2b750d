package org.folding.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The kernels against sums in decimal arithmetic, and the two implementations bit for bit. */
final class LineKernelsTest {
  private static final LineKernels PLAIN = new PlainKernels();
  private static final LineKernels BEST = LineKernels.best();
  private static final int INPUTS = 37;
  private static final int[] CHOSEN = {0, 36, 5, 17, 18, 2, 9};

  private final Random random = new Random(1);

  @Test
  void vectorKernelsAreComparedWithPlainOnes() {
    VectorInstructions.assertThatTheyRun(BEST, "VectorKernels");
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 16, 24, 32, 40, 64, 120, 304})
  void productsAreTheSumsOfTheChosenColumns(int n) {
    Weights weights = new StageWeights(numbers(INPUTS * n), INPUTS, n);
    for (int rows : new int[] {1, 3, 4, 7, 8, 19}) {
      RowBatch batch = new RowBatch();
      batch.start(numbers(5 + rows * (INPUTS + 2)), 5, INPUTS + 2);
      for (int r = 0; r < rows; r++) {
        batch.add((rows - r) * n);
        if (r % 4 == 3 || r == rows - 1) {
          batch.endGroup(CHOSEN, chosen(r));
        }
      }
      double[] plain = new double[(rows + 1) * n];
      double[] best = new double[(rows + 1) * n];

      PLAIN.multiply(batch, weights, plain);
      BEST.multiply(batch, weights, best);

      assertThat(best).isEqualTo(plain);
      for (int r = 0; r < rows; r++) {
        for (int o = 0; o < n; o++) {
          BigDecimal sum = BigDecimal.ZERO;
          for (int k = 0; k < chosen(r); k++) {
            BigDecimal factor = exact(batch.x[5 + r * (INPUTS + 2) + CHOSEN[k]]);
            sum = sum.add(factor.multiply(exact(weights.columns()[CHOSEN[k] * n + o])));
          }
          assertThat(best[(rows - r) * n + o]).isCloseTo(sum.doubleValue(), within(1e-14));
        }
      }
    }
  }

  /** How many of the columns take part in a row: each group of four has other ones. */
  private static int chosen(int row) {
    return CHOSEN.length - row / 4;
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 16, 64, 120, 304})
  void findsTheUnitsThatComeCloseToZeroOrCrossIt(int n) {
    double[] slopes = numbers(3 * n);
    double[] before = numbers(n);
    before[3] = 0;
    slopes[n + 5] = 0;
    before[5] = 1e-9;
    double threshold = 1e-15;
    double dt = 0.25;
    double[] expected = new double[n];
    Arrays.setAll(
        expected,
        o -> exact(dt).multiply(exact(slopes[n + o])).add(exact(before[o])).doubleValue());
    int[] crossing =
        IntStream.range(0, n)
            .filter(
                o -> exact(before[o]).multiply(exact(expected[o])).compareTo(exact(threshold)) <= 0)
            .toArray();
    for (LineKernels kernels : new LineKernels[] {PLAIN, BEST}) {
      FollowedRows rows = rows(n, slopes, Arrays.copyOf(before, 3 * n));
      rows.slope = n;
      rows.to = 2 * n;
      rows.threshold = threshold;
      kernels.advance(rows, 7, dt);
      kernels.list(rows);
      Candidates found = rows.candidates;
      assertThat(Arrays.copyOf(found.unit, found.size)).containsExactly(crossing);
      for (int k = 0; k < found.size; k++) {
        assertThat(found.interval[k]).isEqualTo(7);
        assertThat(found.before[k]).isEqualTo(before[crossing[k]]);
        assertThat(found.after[k]).isEqualTo(expected[crossing[k]]);
      }
      assertThat(Arrays.copyOfRange(rows.values, 2 * n, 3 * n)).isEqualTo(expected);
      assertThat(Arrays.stream(rows.peak).sum())
          .isCloseTo(Arrays.stream(expected).map(v -> v * v).sum(), within(1e-12));
    }
  }

  private static FollowedRows rows(int n, double[] slopes, double[] values) {
    FollowedRows rows = new FollowedRows();
    rows.stride = n;
    rows.slopes = slopes;
    rows.values = values;
    rows.candidates.startLog(LineKernels.LANES);
    rows.candidates.reserveEvents(LineKernels.mostEvents(n));
    return rows;
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 32, 120})
  void bendsByOneColumnBeforeItGoesOn(int n) {
    double[] weights = numbers(4 * n);
    double[] base = numbers(n);
    double[] value = numbers(n);
    for (LineKernels kernels : new LineKernels[] {PLAIN, BEST}) {
      double[] slopes = Arrays.copyOf(base, 3 * n);
      double[] values = Arrays.copyOf(value, 2 * n);
      FollowedRows rows = rows(n, slopes, values);
      rows.weights = weights;
      rows.slope = n;
      rows.to = n;
      kernels.bendAndAdvance(rows, 0, 0.5, 0, 2 * n, 0.7);
      kernels.bend(weights, 2 * n, 0.7, slopes, 0, 2 * n, n);
      for (int o = 0; o < n; o++) {
        BigDecimal slope = exact(0.7).multiply(exact(weights[2 * n + o])).add(exact(base[o]));
        assertThat(slopes[n + o]).isEqualTo(slope.doubleValue());
        assertThat(slopes[2 * n + o]).isEqualTo(slope.doubleValue());
        assertThat(values[n + o])
            .isEqualTo(
                exact(0.5).multiply(exact(slopes[n + o])).add(exact(value[o])).doubleValue());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 16, 24, 32, 40, 56, 64, 120, 304})
  void sweepFindsWhereUnitsComeCloseToZeroOrCrossIt(int n) {
    int units = n - 3;
    double[] weights = numbers(INPUTS * n);
    double[] slopes = numbers(5 * n);
    double[] start = numbers(n);
    // A unit that stays at zero up to rounding, and what stands behind the last one.
    start[4] = 1e-17;
    for (int o = 0; o < n; o++) {
      if (o == 4 || o >= units) {
        for (int row = 0; row < 5; row++) {
          slopes[row * n + o] = 0;
        }
        for (int j = 0; j < INPUTS; j++) {
          weights[j * n + o] = 0;
        }
        start[o] = o == 4 ? start[o] : 0;
      }
    }
    double[] real = IntStream.range(0, n).mapToDouble(o -> o < units ? 1 : -1).toArray();
    List<List<String>> found = new ArrayList<>();
    for (LineKernels kernels : new LineKernels[] {PLAIN, BEST}) {
      StageSweep sweep = new StageSweep();
      sweep.weights = weights;
      sweep.stride = n;
      sweep.real = real;
      sweep.start = start;
      sweep.threshold = 1e-15;
      sweep.slopes = slopes;
      sweep.start();
      sweep.addRun(0, 0.25);
      sweep.addBend(1, 7, 0.7, 0.5);
      sweep.addBend(3, -0.4);
      sweep.addBend(2, 36, 1.9, 0.25);
      sweep.addRun(3, 1);
      sweep.addRun(4, 0.5);
      kernels.sweep(sweep);
      found.add(listed(sweep.candidates));
    }
    assertThat(found.get(1)).isEqualTo(found.get(0));

    BigDecimal[] length = {exact(0.25), exact(0.5), exact(0.25), exact(1), exact(0.5)};
    List<String> expected = new ArrayList<>();
    for (int o = 0; o < units; o++) {
      BigDecimal z = exact(start[o]);
      BigDecimal slope = BigDecimal.ZERO;
      for (int i = 0; i < 5; i++) {
        slope =
            switch (i) {
              case 1 -> slope.add(exact(0.7).multiply(exact(weights[7 * n + o])));
              case 2 ->
                  slope
                      .add(exact(-0.4).multiply(exact(weights[3 * n + o])))
                      .add(exact(1.9).multiply(exact(weights[36 * n + o])));
              default -> exact(slopes[i * n + o]);
            };
        BigDecimal next = z.add(length[i].multiply(slope));
        if (z.multiply(next).compareTo(exact(1e-15)) < 0) {
          expected.add(line(o, i, z.doubleValue(), next.doubleValue()));
        }
        z = next;
      }
    }
    assertThat(expected).hasSizeGreaterThan(5);
    assertThat(found.get(0)).containsExactlyInAnyOrderElementsOf(expected);
  }

  /** Unit by unit, each in the order in which it was found. */
  static List<String> listed(Candidates found) {
    return IntStream.range(0, found.size)
        .boxed()
        .sorted(Comparator.comparing(k -> found.unit[k]))
        .map(k -> line(found.unit[k], found.interval[k], found.before[k], found.after[k]))
        .toList();
  }

  static String line(int unit, int interval, double before, double after) {
    return "unit %d on %d from %.10f to %.10f".formatted(unit, interval, before, after);
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 24, 64})
  void passesOnWhatUnitsGet(int n) {
    double[] gain = numbers(n);
    double[] slopes = numbers(2 * n);
    double[] values = numbers(2 * n);
    // Both zeros, where the sign of a zero could depend on the implementation.
    slopes[n] = 0;
    values[n] = 0;
    slopes[n + 1] = -0.0;
    values[n + 1] = -0.0;
    int[] start = {n, 0, n};
    double[] dt = {0.5, 0.25, 0};
    for (double[] negativeSlope : new double[][] {gain, null}) {
      List<double[]> passed = new ArrayList<>();
      for (LineKernels kernels : new LineKernels[] {PLAIN, BEST}) {
        double[] h = new double[3 * n];
        passed.add(h);
        kernels.activate(values, slopes, start, dt, 3, negativeSlope, h, n);
        for (int at = 0; at < h.length; at++) {
          int from = start[at / n] + at % n;
          BigDecimal z = exact(dt[at / n]).multiply(exact(slopes[from])).add(exact(values[from]));
          double slope = negativeSlope == null ? 0 : negativeSlope[at % n];
          double expected =
              z.signum() > 0 ? z.doubleValue() : exact(slope).multiply(z).doubleValue();
          assertThat(h[at]).isCloseTo(expected, within(1e-15));
        }
      }
      assertThat(passed.get(1)).isEqualTo(passed.get(0));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 24, 120})
  void scalesEachNumberOfARow(int n) {
    double[] x = numbers(2 * n);
    double[] factor = numbers(n);
    for (LineKernels kernels : new LineKernels[] {PLAIN, BEST}) {
      double[] y = new double[3 * n];
      kernels.scale(x, n, factor, y, 2 * n, n);
      for (int o = 0; o < n; o++) {
        assertThat(y[o]).isZero();
        assertThat(y[2 * n + o])
            .isEqualTo(exact(x[n + o]).multiply(exact(factor[o])).doubleValue());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 16, 120})
  void sumsProductsAndSquares(int n) {
    double[] a = numbers(2 * n);
    double[] rows = numbers(4 * n);
    double[] scratch = new double[LineKernels.LANES];
    BigDecimal[] dots = {BigDecimal.ONE, BigDecimal.ZERO, BigDecimal.TEN};
    int[] first = {n, 0, n};
    int[] second = {0, 3 * n, 2 * n};
    BigDecimal[] squares = {BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO};
    int[] low = {n, 0, 2 * n};
    int[] middle = {2 * n, 2 * n, 0};
    int[] high = {3 * n, 3 * n, n};
    double[] part = {0.25, 0.5, 1};
    for (int o = 0; o < n; o++) {
      for (int k = 0; k < dots.length; k++) {
        dots[k] = dots[k].add(exact(a[first[k] + o]).multiply(exact(rows[second[k] + o])));
        BigDecimal start = exact(rows[low[k] + o]);
        BigDecimal way = exact(rows[high[k] + o]).subtract(start);
        BigDecimal chord = start.add(exact(part[k]).multiply(way));
        squares[k] = squares[k].add(exact(rows[middle[k] + o]).subtract(chord).pow(2));
      }
    }
    double[] sums = {1, 0, 10};
    double[] plainSums = sums.clone();
    BEST.addDots(a, first, rows, second, dots.length, n, sums, scratch);
    PLAIN.addDots(a, first, rows, second, dots.length, n, plainSums, scratch);
    assertThat(sums).isEqualTo(plainSums);
    RowBends triples = new RowBends();
    triples.first = low;
    triples.middle = middle;
    triples.last = high;
    triples.part = part;
    triples.size = squares.length;
    triples.squares = new double[squares.length];
    BEST.squaredBends(rows, n, triples);
    double[] bends = triples.squares.clone();
    PLAIN.squaredBends(rows, n, triples);
    assertThat(bends).isEqualTo(triples.squares);
    for (int k = 0; k < dots.length; k++) {
      assertThat(sums[k]).isCloseTo(dots[k].doubleValue(), within(1e-13));
      assertThat(bends[k]).isCloseTo(squares[k].doubleValue(), within(1e-13));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 24, 120})
  void findsTheUnitsThatMayBeZeroBetweenTwoPoints(int n) {
    double[] values = numbers(3 * n);
    double[] norm = Arrays.stream(numbers(n)).map(Math::abs).toArray();
    int[] near =
        IntStream.range(0, n)
            .filter(
                o -> {
                  BigDecimal limit = exact(norm[o]).multiply(exact(0.5)).add(exact(0.125));
                  BigDecimal a = exact(values[n + o]);
                  BigDecimal b = exact(values[2 * n + o]);
                  boolean above = a.compareTo(limit) > 0 && b.compareTo(limit) > 0;
                  boolean below =
                      a.negate().compareTo(limit) > 0 && b.negate().compareTo(limit) > 0;
                  return !above && !below;
                })
            .toArray();
    assertThat(near).hasSizeBetween(1, n - 1);
    for (LineKernels kernels : new LineKernels[] {PLAIN, BEST}) {
      int[] found = new int[n];
      StrayLimit limit = new StrayLimit();
      limit.norm = norm;
      limit.deviation = 0.5;
      limit.slack = 0.125;
      int count = kernels.nearZero(values, n, 2 * n, limit, n, found);
      assertThat(Arrays.copyOf(found, count)).containsExactly(near);
    }
  }

  private double[] numbers(int n) {
    return random.doubles(n, -1, 1).toArray();
  }

  private static BigDecimal exact(double x) {
    return new BigDecimal(x);
  }
}
