package org.folding.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OpenHistogramTest {

  /** The bins 3 and 130 of width 1 are 128 bins apart, both counted; 131 is one too far. */
  @Test
  void wholeNumbersHaveBinsOfTheirOwnAsLongAsThereIsRoom() {
    OpenHistogram histogram = of(true, 3, 130, 130, 0);

    assertThat(histogram.width()).isEqualTo(1);
    assertThat(histogram.first()).isEqualTo(3);
    assertThat(histogram.zeros()).isEqualTo(1);
    assertThat(histogram.counts()).hasSize(128).startsWith(1, 0).endsWith(0, 2);

    histogram.add(131);

    assertThat(histogram.width()).isEqualTo(2);
    assertThat(histogram.first()).isEqualTo(1); // 2 and 3
    assertThat(histogram.counts()).hasSize(65).startsWith(1, 0).endsWith(0, 3); // 130 and 131
  }

  @Test
  void negativeNumbersLieInTheBinBelow() {
    OpenHistogram histogram = of(true, -1, -128, -3);
    assertThat(histogram.first()).isEqualTo(-128);
    assertThat(histogram.counts()).hasSize(128).endsWith(1, 0, 1);

    histogram.add(1);

    // Of width 2: [-128, -126) to [0, 2); -3 is in [-4, -2), -1 in [-2, 0).
    assertThat(histogram.width()).isEqualTo(2);
    assertThat(histogram.first()).isEqualTo(-64);
    assertThat(histogram.counts()).hasSize(65).startsWith(1, 0).endsWith(0, 1, 1, 1);
  }

  @Test
  void whatIsFarSmallerThanABinKeepsItsSide() {
    OpenHistogram histogram = of(false, 0x1p900, -0x1p-1000, 0x1p-1000);

    assertThat(histogram.first()).isEqualTo(-1);
    assertThat(histogram.counts()).startsWith(1, 1).endsWith(1);
  }

  @Test
  void whatIsNoNumberOrInfiniteIsInNoBin() {
    OpenHistogram histogram =
        of(false, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 0, -0.0);

    assertThat(histogram.zeros()).isEqualTo(2);
    assertThat(histogram.infinite()).isEqualTo(2);
    assertThat(histogram.counts()).isEmpty();
    assertThat(histogram.width()).isEqualTo(1);
  }

  /** The definition, in decimal arithmetic: the least width of at most 128 bins. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void binsAreTheNarrowestThatSuffice(long seed) {
    List<Double> numbers = numbers(new Random(seed));

    OpenHistogram histogram = of(false, numbers);

    BigDecimal width = new BigDecimal(histogram.width());
    List<Long> bins = numbers.stream().map(number -> bin(number, width)).toList();
    assertThat(histogram.first()).isEqualTo(Collections.min(bins));
    assertThat(histogram.counts()).hasSizeLessThanOrEqualTo(128);
    long[] expected = new long[(int) (Collections.max(bins) - Collections.min(bins)) + 1];
    bins.forEach(bin -> expected[(int) (bin - Collections.min(bins))]++);
    assertThat(histogram.counts()).isEqualTo(expected);
    BigDecimal half = width.divide(BigDecimal.valueOf(2));
    List<Long> narrower = numbers.stream().map(number -> bin(number, half)).toList();
    assertThat(Collections.max(narrower) - Collections.min(narrower) + 1).isGreaterThan(128);
  }

  private static long bin(double number, BigDecimal width) {
    return new BigDecimal(number).divide(width, 0, RoundingMode.FLOOR).longValueExact();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void neitherOrderNorCutNorStopMatters(long seed) throws IOException {
    Random random = new Random(seed);
    List<Double> numbers = numbers(random);
    OpenHistogram once = of(false, numbers);

    Collections.shuffle(numbers, random);
    int cut = random.nextInt(numbers.size());
    OpenHistogram first = restored(of(false, numbers.subList(0, cut)));
    OpenHistogram second = of(false, numbers.subList(cut, numbers.size()));
    second.merge(first);

    assertThat(second.width()).isEqualTo(once.width());
    assertThat(second.first()).isEqualTo(once.first());
    assertThat(second.counts()).isEqualTo(once.counts());
  }

  /** All paths are counted in wider bins than those of a pair of classes. */
  @Test
  void aPartIsToldInTheBinsOfAll() {
    OpenHistogram all = of(true, 5, 6, 7, 600);
    OpenHistogram part = of(true, 5, 6, 7);

    OpenHistogram shown = part.inBinsOf(all);

    assertThat(all.width()).isEqualTo(8);
    assertThat(shown.width()).isEqualTo(8);
    assertThat(shown.counts()).containsExactly(3);
    assertThat(part.counts()).containsExactly(1, 1, 1);
  }

  /** Of both signs and of magnitudes that differ by some powers of ten. */
  private static List<Double> numbers(Random random) {
    double scale = Math.pow(10, random.nextInt(40) - 20);
    List<Double> numbers = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      numbers.add(scale * random.nextGaussian() * Math.exp(random.nextGaussian()));
    }
    return numbers;
  }

  private static OpenHistogram of(boolean whole, double... numbers) {
    OpenHistogram histogram = new OpenHistogram(whole);
    for (double number : numbers) {
      histogram.add(number);
    }
    return histogram;
  }

  private static OpenHistogram of(boolean whole, List<Double> numbers) {
    return of(whole, numbers.stream().mapToDouble(Double::doubleValue).toArray());
  }

  private static OpenHistogram restored(OpenHistogram histogram) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    histogram.save(new DataOutputStream(bytes));
    OpenHistogram restored = new OpenHistogram(false);
    restored.restore(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    return restored;
  }
}
