package org.folding.engine.path;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.folding.api.model.UnitLayer;
import org.folding.api.network.Shape;
import org.folding.api.network.UnitRole;
import org.folding.api.path.InputPath;
import org.folding.api.walk.CountedUnits;
import org.folding.api.walk.Walk;
import org.folding.api.walk.WalkMode;
import org.junit.jupiter.api.Test;

/** Walks of four bits, written flip by flip and line by line; what they are was found by hand. */
final class WalkBufferTest {
  private static final InputPath PATH = InputPath.betweenRows(0, 1);

  private final CountedUnits units =
      new CountedUnits(List.of(new UnitLayer("units", "Relu", Shape.of(4), UnitRole.HIDDEN, 1)));
  private final WalkBuffer walk = new WalkBuffer(WalkMode.EXACT, units);

  @Test
  void flipsAtOneTimeAreOneStep() {
    walk.begin(PATH);
    walk.flip(0.25, 2);
    walk.flip(0.5, 0);
    walk.flip(0.5, 3);
    walk.flip(0.75, 2);
    walk.end();

    assertThat(steps(walk)).containsExactly("0.25 [2]", "0.5 [0, 3]", "0.75 [2]");
    assertThat(walk.flips()).isEqualTo(4);
    assertThat(walk.regions()).isEqualTo(4);
    assertThat(walk.path()).isSameAs(PATH);
    assertThat(walk.mode()).isEqualTo(WalkMode.EXACT);
    assertThat(walk.units()).isSameAs(units);
  }

  /** A bit that flips back at the same time has not flipped; the others of that step stay. */
  @Test
  void aSecondFlipAtOneTimeTakesBackTheFirst() {
    walk.begin(PATH);
    walk.flip(0.25, 3);
    walk.flip(0.5, 0);
    walk.flip(0.5, 1);
    walk.flip(0.5, 2);
    walk.flip(0.5, 1);
    walk.flip(0.75, 1);
    walk.flip(0.75, 1);
    walk.flip(0.75, 1);
    walk.end();

    assertThat(steps(walk)).containsExactly("0.25 [3]", "0.5 [0, 2]", "0.75 [1]");
  }

  /** In whatever place it stands: first, between others, and last. */
  @Test
  void aStepWhoseFlipsAreAllTakenBackVanishes() {
    walk.begin(PATH);
    flipTwice(0.125, 0, 1);
    walk.flip(0.25, 0);
    flipTwice(0.375, 2);
    flipTwice(0.5, 0, 3);
    walk.flip(0.625, 0);
    flipTwice(0.75, 1);
    walk.end();

    assertThat(steps(walk)).containsExactly("0.25 [0]", "0.625 [0]");
    assertThat(walk.flips()).isEqualTo(2);
  }

  private void flipTwice(double time, int... bits) {
    for (int round = 0; round < 2; round++) {
      for (int bit : bits) {
        walk.flip(time, bit);
      }
    }
  }

  @Test
  void aWalkOfNoStepHasOneRegion() {
    walk.begin(PATH);
    flipTwice(0.5, 1);
    walk.end();

    assertThat(walk.steps()).isZero();
    assertThat(walk.flips()).isZero();
    assertThat(walk.regions()).isEqualTo(1);
  }

  /**
   * The second of three lines: a step alone, one that vanishes, one that is left in part. The lines
   * around it have flips at the times that it starts and ends with.
   */
  @Test
  void takesOverALineInBothDirections() {
    FlipList list = new FlipList();
    list.reserve(10);
    list.add(0.125, 0);
    list.endLine();
    list.add(0.125, 2);
    list.add(0.25, 0);
    list.add(0.25, 0);
    list.add(0.5, 2);
    list.add(0.625, 1);
    list.add(0.625, 3);
    list.add(0.625, 0);
    list.add(0.625, 3);
    list.endLine();
    list.add(0.625, 3);
    list.endLine();

    walk.begin(PATH);
    walk.flipAll(list, 1);
    walk.end();
    assertThat(steps(walk)).containsExactly("0.125 [2]", "0.5 [2]", "0.625 [1, 0]");

    walk.begin(PATH);
    walk.setStartBit(0, true);
    walk.turnStart(list, 1);
    walk.flipAllBackwards(list, 1);
    walk.end();
    assertThat(steps(walk)).containsExactly("0.375 [1, 0]", "0.5 [2]", "0.875 [2]");
    // 0 flips three times and was 1; 1 flips once, 2 twice, 3 twice.
    assertThat(startBits()).containsExactly(false, true, false, false);

    walk.begin(PATH);
    walk.flipAll(list, 0);
    walk.end();
    assertThat(steps(walk)).containsExactly("0.125 [0]");
    walk.begin(PATH);
    walk.flipAllBackwards(list, 2);
    walk.end();
    assertThat(steps(walk)).containsExactly("0.375 [3]");
  }

  @Test
  void startsAnewWithEachPath() {
    walk.begin(PATH);
    walk.setStartBits(1, new byte[] {9, 9, 1, 1, 9}, 2, 2);
    walk.setStartBit(3, true);
    walk.setStartBit(3, false);
    assertThat(startBits()).containsExactly(false, true, true, false);
    walk.flip(0.5, 1);
    walk.end();

    walk.begin(PATH);
    walk.end();
    assertThat(startBits()).containsExactly(false, false, false, false);
    assertThat(walk.steps()).isZero();
  }

  /** More than there is room for at first, of all ways to add flips. */
  @Test
  void growsWithItsFlips() {
    int many = 1000;
    FlipList list = new FlipList();
    for (int f = 0; f < many; f++) {
      list.reserve(1);
      list.add(f / 1024.0, f % 4);
    }
    list.endLine();
    List<String> expected =
        IntStream.range(0, many).mapToObj(f -> f / 1024.0 + " [" + f % 4 + "]").toList();

    walk.begin(PATH);
    IntStream.range(0, many).forEach(f -> walk.flip(f / 1024.0, f % 4));
    walk.end();
    assertThat(steps(walk)).isEqualTo(expected);

    WalkBuffer other = new WalkBuffer(WalkMode.EXACT, units);
    other.begin(PATH);
    other.flipAll(list, 0);
    other.end();
    assertThat(steps(other)).isEqualTo(expected);

    WalkBuffer backwards = new WalkBuffer(WalkMode.EXACT, units);
    backwards.begin(PATH);
    backwards.flipAllBackwards(list, 0);
    backwards.end();
    assertThat(backwards.steps()).isEqualTo(many);
    assertThat(steps(backwards)).startsWith("0.0244140625 [3]").endsWith("1.0 [0]");
  }

  /** However full the storage is when the last flip is taken back. */
  @Test
  void takesBackTheLastOfManyFlips() {
    for (int many = 50; many < 140; many++) {
      WalkBuffer full = new WalkBuffer(WalkMode.EXACT, units);
      full.begin(PATH);
      for (int f = 0; f < many; f++) {
        full.flip(f / 256.0, f % 4);
      }
      full.flip((many - 1) / 256.0, (many - 1) % 4);
      full.end();

      assertThat(full.steps()).isEqualTo(many - 1);
      assertThat(full.flips()).isEqualTo(many - 1);
    }
  }

  private List<Boolean> startBits() {
    return IntStream.range(0, 4).mapToObj(walk::startBit).toList();
  }

  private static List<String> steps(Walk walk) {
    List<String> steps = new ArrayList<>();
    for (int s = 0; s < walk.steps(); s++) {
      steps.add(
          walk.time(s)
              + " "
              + IntStream.range(walk.firstFlip(s), walk.firstFlip(s + 1))
                  .map(walk::bit)
                  .boxed()
                  .toList());
    }
    return steps;
  }
}
