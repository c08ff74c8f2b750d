package org.folding.engine.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The order of crossings: by line, interval, time and unit, however they are added. */
final class CrossingsTest {
  private final Random random = new Random(1);

  /** Few crossings, and more of them than there are breakpoints. */
  @ParameterizedTest
  @ValueSource(ints = {2, 3, 5, 40, 700})
  void areSortedLineByLine(int count) {
    for (int lines = 1; lines <= 4; lines++) {
      Partition input = new Partition();
      input.reset(lines);
      Crossings crossings = new Crossings();
      crossings.clear();
      for (int unit = 0; unit < count; unit++) {
        // Coarse, so that some have one time; the interval of line m is 2m.
        double t = (1 + random.nextInt(99)) / 100.0;
        crossings.add(2 * random.nextInt(lines), t, 1e-12, unit);
      }
      crossings.sort(input);
      for (int k = 1; k < count; k++) {
        assertThat(compare(crossings, k - 1, k)).as("%d of %d lines", k, lines).isNegative();
      }
      assertThat(IntStream.range(0, count).map(crossings::unit).distinct().count())
          .isEqualTo(count);
    }
  }

  /** What ends an interval may be found before what happens inside it. */
  @Test
  void areSortedWhereOneWasFoundTooEarly() {
    Partition input = new Partition();
    input.reset(2);
    Crossings crossings = new Crossings();
    crossings.clear();
    crossings.add(0, 0.5, 1e-12, 0);
    crossings.add(2, 0.25, 1e-12, 1);
    crossings.add(0, 0.75, 1e-12, 2);
    crossings.sort(input);
    assertThat(IntStream.range(0, 3).map(crossings::unit)).containsExactly(0, 2, 1);
    assertThat(IntStream.range(0, 3).map(crossings::interval)).containsExactly(0, 0, 2);
    assertThat(crossings.arePlain()).isTrue();
  }

  @Test
  void areNotPlainWhereTwoHappenAtOnceOrOneAtABreakpoint() {
    Partition input = new Partition();
    input.reset(2);
    Crossings crossings = new Crossings();
    crossings.clear();
    crossings.add(0, 0.5, 1e-12, 0);
    crossings.add(2, 0.5, 1e-12, 1);
    crossings.sort(input);
    assertThat(crossings.arePlain()).isTrue();

    crossings.clear();
    crossings.add(0, 0.5, 1e-12, 0);
    crossings.add(0, 0.5 + 1e-12, 1e-12, 1);
    crossings.sort(input);
    assertThat(crossings.arePlain()).isFalse();

    crossings.clear();
    crossings.addAtStart(2, 0, 1);
    crossings.sort(input);
    assertThat(crossings.arePlain()).isFalse();
  }

  /** Each neighbour is nearer than both are certain; the third is apart, the fourth elsewhere. */
  @Test
  void neighboursThatCannotBeToldApartAreAGroup() {
    Partition input = new Partition();
    input.reset(2);
    Crossings crossings = new Crossings();
    crossings.clear();
    crossings.add(0, 0.5, 0x1p-20, 3);
    crossings.add(0, 0.5 + 0x1p-19, 0x1p-20, 1);
    crossings.add(0, 0.5 + 0x1p-19 + 0x1p-18, 0x1p-18 - 0x1p-20, 2);
    crossings.add(0, 0.75, 0x1p-20, 4);
    crossings.add(2, 0.75, 0x1p-20, 5);
    crossings.sort(input);

    assertThat(crossings.groupEnd(0)).isEqualTo(3);
    assertThat(crossings.groupEnd(1)).isEqualTo(3);
    assertThat(crossings.groupEnd(3)).isEqualTo(4);
    assertThat(crossings.groupEnd(4)).isEqualTo(5);
    // Of those that are equally certain the first.
    assertThat(crossings.sharpest(0, 3)).isZero();
    assertThat(crossings.sharpest(2, 4)).isEqualTo(3);
  }

  @Test
  void groupsEndWhereTimesAreSurelyApart() {
    Partition input = new Partition();
    input.reset(1);
    Crossings crossings = new Crossings();
    crossings.clear();
    crossings.add(0, 0.5, 0x1p-20, 0);
    crossings.add(0, 0.5 + 0x1p-19 + 0x1p-40, 0x1p-20, 1);
    crossings.sort(input);

    assertThat(crossings.groupEnd(0)).isEqualTo(1);
    assertThat(crossings.arePlain()).isTrue();
  }

  /** Two flips of a unit at the start of one interval cancel; of other units or places not. */
  @Test
  void aSecondFlipAtAStartTakesBackTheFirst() {
    Partition input = new Partition();
    input.reset(3);
    Crossings crossings = new Crossings();
    crossings.clear();
    crossings.addAtStart(0, 0, 1);
    crossings.addAtStart(0, 0, 2);
    crossings.addAtStart(0, 0, 2);
    crossings.addAtStart(2, 0, 2);
    crossings.addAtStart(4, 0, 2);
    crossings.add(4, 0.5, 1e-12, 2);
    crossings.sort(input);

    assertThat(IntStream.range(0, 6).mapToObj(crossings::isTakenBack))
        .containsExactly(false, true, false, false, false, false);
    assertThat(IntStream.range(0, 6).mapToObj(crossings::isAtStart))
        .containsExactly(true, true, true, true, true, false);
    assertThat(crossings.arePlain()).isFalse();
  }

  /** Counts are of the order in which crossings are sorted, and none is left of those before. */
  @Test
  void countsByInterval() {
    Partition input = new Partition();
    input.reset(40);
    Crossings crossings = new Crossings();
    for (int round = 1; round <= 3; round++) {
      crossings.clear();
      for (int unit = 0; unit < 2 * round; unit++) {
        crossings.add(78, 0.5 + unit / 64.0, 1e-12, unit);
        crossings.add(4, 0.25 + unit / 64.0, 1e-12, unit);
      }
      crossings.sort(input);
      int[] counts = crossings.countByInterval(input.breakpoints());
      for (int i = 0; i < input.breakpoints(); i++) {
        assertThat(counts[i]).isEqualTo(i == 4 || i == 78 ? 2 * round : 0);
      }
    }
  }

  private static int compare(Crossings crossings, int a, int b) {
    if (crossings.interval(a) != crossings.interval(b)) {
      return Integer.compare(crossings.interval(a), crossings.interval(b));
    }
    int byTime = Double.compare(crossings.time(a), crossings.time(b));
    return byTime != 0 ? byTime : Integer.compare(crossings.unit(a), crossings.unit(b));
  }
}
