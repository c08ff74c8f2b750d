package org.folding.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;

/** Tallies beside a sorted map that counts the same numbers. */
final class TallyTest {
  private final SplittableRandom random = new SplittableRandom(4);
  private final Tally tally = new Tally();
  private final SortedMap<Double, Long> expected = new TreeMap<>();

  @Test
  void countsFewNumbersWithoutGrowing() {
    int room = tally.room();

    add(100_000, () -> random.nextInt(room));

    assertThat(tally.room()).isEqualTo(room);
    assertThat(expected).hasSize(room);
    check();
  }

  @Test
  void refusesWhatThereIsNoRoomFor() {
    int room = tally.room();
    for (int i = 0; i < room; i++) {
      assertThat(tally.add(i)).isTrue();
    }

    assertThat(tally.add(room)).isFalse();
    assertThat(tally.add(0)).isTrue();
    assertThat(tally.take().total()).isEqualTo(room + 1);
    assertThat(tally.add(room)).isTrue();
  }

  @Test
  void zerosAreOneNumber() {
    add(10, () -> random.nextBoolean() ? 0.0 : -0.0);

    Tally.Counted counted = tally.take();

    assertThat(counted.values()).containsExactly(0.0);
    assertThat(Double.doubleToRawLongBits(counted.values()[0])).isZero();
    assertThat(counted.counts()).containsExactly(10);
  }

  /** Ratios, subnormal numbers, infinities: what differs in few bits, high ones or low ones. */
  @Test
  void tellsNumbersOfEveryKindApart() {
    add(50_000, () -> random.nextInt(-30, 30) / (double) random.nextInt(31));
    add(20_000, () -> random.nextInt(-500, 500) * Double.MIN_VALUE);
    add(20_000, () -> Math.scalb(random.nextBoolean() ? 1.0 : -1.0, random.nextInt(-1074, 1025)));
    check();
  }

  /** What hardly repeats is listed from the second time on, and counted again when it does. */
  @Test
  void countsTheSameWhetherNumbersRepeatOrNot() {
    DoubleSupplier reals = random::nextDouble;
    DoubleSupplier some = () -> random.nextInt(3000) / 7.0;
    for (DoubleSupplier numbers : new DoubleSupplier[] {reals, reals, some, some, reals, reals}) {
      add(random.nextInt(5_000, 20_000), numbers);
      check();
      check();
    }
  }

  @Test
  void aListGrowsAsATableDoes() {
    add(5000, random::nextDouble);
    check();

    add(3 * tally.room(), random::nextDouble);

    check();
  }

  private void add(int count, DoubleSupplier numbers) {
    for (int i = 0; i < count; i++) {
      double number = numbers.getAsDouble();
      if (Double.isNaN(number)) {
        continue;
      }
      while (!tally.add(number)) {
        tally.grow();
      }
      expected.merge(number + 0.0, 1L, Long::sum);
    }
  }

  private void check() {
    Tally.Counted counted = tally.take();

    assertThat(counted.values())
        .containsExactly(expected.keySet().stream().mapToDouble(Double::doubleValue).toArray());
    assertThat(counted.counts())
        .containsExactly(expected.values().stream().mapToLong(Long::longValue).toArray());
    expected.clear();
  }
}
