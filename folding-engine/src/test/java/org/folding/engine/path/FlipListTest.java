package org.folding.engine.path;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Flips of many lines, added in both ways. */
final class FlipListTest {

  @Test
  void linesFollowEachOther() {
    FlipList list = new FlipList();
    int lines = 50;
    for (int line = 0; line < lines; line++) {
      list.reserve(line);
      for (int f = 0; f < line; f++) {
        list.add(f / 64.0, 100 * line + f);
      }
      list.endLine();
    }
    for (int line = 0; line < lines; line++) {
      // 0 + 1 + 2 + … flips come before.
      assertThat(list.first(line)).isEqualTo(line * (line - 1) / 2);
      assertThat(list.end(line)).isEqualTo(line * (line + 1) / 2);
      for (int f = 0; f < line; f++) {
        assertThat(list.time(list.first(line) + f)).isEqualTo(f / 64.0);
        assertThat(list.bit(list.first(line) + f)).isEqualTo(100 * line + f);
      }
    }
  }

  /** Room is filled in any order, and one place behind it may be written without counting. */
  @Test
  void roomIsThereToBeSet() {
    FlipList list = new FlipList();
    for (int round = 0; round < 40; round++) {
      int first = list.addRoom(3);
      assertThat(first).isEqualTo(3 * round);
      for (int f = 3; f >= 0; f--) {
        list.set(first + f, f / 4.0, 10 * round + f);
      }
    }
    list.endLine(60);
    list.endLine();

    assertThat(list.end(0)).isEqualTo(60);
    assertThat(list.first(1)).isEqualTo(60);
    assertThat(list.end(1)).isEqualTo(120);
    assertThat(list.time(7)).isEqualTo(0.25);
    assertThat(list.bit(7)).isEqualTo(21);

    list.clear();
    list.endLine();
    assertThat(list.first(0)).isZero();
    assertThat(list.end(0)).isZero();
  }
}
