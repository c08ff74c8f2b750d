package org.folding.engine.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.folding.api.model.UnitLayer;
import org.folding.api.network.Affine;
import org.folding.api.network.Dense;
import org.folding.api.network.MaxOfGroups;
import org.folding.api.network.Network;
import org.folding.api.network.Rectifier;
import org.folding.api.network.Shape;
import org.folding.api.network.Tensor;
import org.folding.api.network.UnitRole;
import org.folding.api.path.InputPath;
import org.folding.api.path.Waypoint;
import org.folding.api.walk.CountedUnits;
import org.folding.api.walk.Walk;
import org.folding.engine.network.NetworkModel;
import org.folding.engine.testing.Networks;
import org.junit.jupiter.api.Test;

/** Walks that are written by hand, held against steps that are known: units are coordinates. */
final class RationalVerifierTest {
  /** As near as flips must be for a walk in float64 to make one step of them. */
  private static final double NEAR = 0x1p-40;

  /** Unit 0 turns on at ¼, unit 1 off at ½, unit 2 on at ¾. */
  private static final InputPath PATH =
      Networks.line(new double[] {-1, 2, -3}, new double[] {3, -2, 1});

  @Test
  void everyBitIsDecided() {
    Network network = Networks.identityUnits(3);
    Verification found = verify(network, Networks.exactWalker(network).walk(PATH));

    assertThat(found.isProven()).isTrue();
    assertThat(found.bits()).isEqualTo(4 * 3);
    assertThat(found.resolved()).isEqualTo(4 * 3);
    assertThat(found.timeError()).isZero();
  }

  /** Times that are a little off are those of the steps, and their error is told. */
  @Test
  void theLargestErrorOfATimeIsTold() {
    Verification found =
        verify(walk(step(0.25 - 0x1p-32, 0), step(0.5 + 0x1p-30, 1), step(0.75 - 0x1p-31, 2)));

    assertThat(found.isProven()).isTrue();
    assertThat(found.timeError()).isEqualTo(0x1p-30);
  }

  /** A step that flips another unit than the truth is one difference, and a bit of it is named. */
  @Test
  void aStepOfOtherUnitsIsOneDifference() {
    Verification other = verify(walk(step(0.25, 0), step(0.5, 2), step(0.75, 2)));
    assertThat(other.differences()).isEqualTo(1);
    assertThat(other.first()).contains(new Difference(7, 2, 0.5, "units", 1, 0, true));

    Verification more = verify(walk(step(0.25, 0, 2), step(0.5, 1), step(0.75, 2)));
    assertThat(more.differences()).isEqualTo(1);
    assertThat(more.first()).contains(new Difference(7, 1, 0.25, "units", 2, 0, true));
  }

  @Test
  void missingAndAddedStepsAreDifferences() {
    Verification missing = verify(walk(step(0.25, 0), step(0.75, 2)));
    assertThat(missing.differences()).isEqualTo(1);
    assertThat(missing.first()).contains(new Difference(7, 1, 0.5, "units", 1, 0, true));

    Verification last = verify(walk(step(0.25, 0), step(0.5, 1)));
    assertThat(last.differences()).isEqualTo(1);
    assertThat(last.first()).contains(new Difference(7, 2, 0.75, "units", 2, 0, false));

    Verification added =
        verify(walk(step(0.25, 0), step(0.375, 1), step(0.5, 1), step(0.75, 2), step(0.875, 2)));
    assertThat(added.differences()).isEqualTo(2);
    assertThat(added.first()).contains(new Difference(7, 2, 0.375, "units", 1, 0, false));
  }

  /** Three flips, each within rounding of the one before: two steps that nobody can prove. */
  @Test
  void flipsThatAreNearMayBeOneStep() {
    InputPath path =
        Networks.line(
            new double[] {-1, -2, -2 - 2 * NEAR, -2 - 4 * NEAR},
            new double[] {3, 2, 2 - 2 * NEAR, 2 - 4 * NEAR});
    Network network = Networks.identityUnits(4);

    Verification found =
        verify(network, walk(network, path, bits(), step(0.25, 0), step(0.5, 1, 2, 3)));

    assertThat(found.differences()).isZero();
    assertThat(found.undecided()).isEqualTo(2);
    assertThat(found.isProven()).isFalse();
  }

  /** h − |x| is positive for so short a time that float64 may not see it, once x + ½ has been. */
  @Test
  void flipsThatAreTakenBackAtOnceAreUndecided() {
    Network.Builder builder = Network.builder("peak", Shape.of(1));
    builder.then("three", new Dense(Tensor.of(Shape.of(3, 1), 1, 1, -1), Tensor.vector(0.5, 0, 0)));
    builder.then("max", new MaxOfGroups(Shape.of(2), new int[][] {{0}, {1, 2}}));
    builder.then("peak", new Affine(Tensor.vector(1, -1), Tensor.vector(0, NEAR)));
    builder.then("relu", Rectifier.relu(UnitRole.HIDDEN));
    Network network = builder.build();
    InputPath path = Networks.line(new double[] {-1}, new double[] {1});

    Verification merged = verify(network, walk(network, path, bits(), step(0.25, 0)));
    assertThat(merged.differences()).isZero();
    assertThat(merged.undecided()).isEqualTo(2);

    Verification seen =
        verify(
            network,
            walk(
                network,
                path,
                bits(),
                step(0.25, 0),
                step(0.5 - NEAR / 2, 1),
                step(0.5 + NEAR / 2, 1)));
    assertThat(seen.isProven()).isTrue();
  }

  /**
   * −1 → 0 → 3 → −1 turns a unit on at the first corner, where it is zero, and off at the end of ¾
   * of the last way; −1 → 1 → 3 turns it on inside a way and leaves it alone at the corner.
   */
  @Test
  void cornersMayHaveSteps() {
    Network network = Networks.identityUnits(1);
    InputPath corners = path(-1, 0, 3, -1);
    assertThat(
            verify(network, walk(network, corners, bits(), step(0.125, 0), step(0.875, 0)))
                .isProven())
        .isTrue();
    assertThat(verify(network, walk(network, corners, bits(), step(0.875, 0))).first())
        .contains(new Difference(7, 0, 0.125, "units", 0, 0, false));

    InputPath through = path(-1, 1, 3);
    assertThat(verify(network, walk(network, through, bits(), step(0.25, 0))).isProven()).isTrue();
  }

  /** Of two layers the second alone is counted. */
  @Test
  void countedBitsAloneAreCompared() {
    Network.Builder builder = Network.builder("net", Shape.of(1));
    builder.then("abs", new Rectifier("Abs", Tensor.scalar(-1), UnitRole.HIDDEN));
    builder.then("less", new Affine(Tensor.scalar(1), Tensor.scalar(-0.5)));
    builder.then("relu", Rectifier.relu(UnitRole.HIDDEN));
    Network network = builder.build();
    CountedUnits units = new CountedUnits(UnitLayer.of(network).subList(1, 2));
    InputPath path = Networks.line(new double[] {-1}, new double[] {1});
    List<EditedWalk.Step> steps = new ArrayList<>(List.of(step(0.25, 0), step(0.75, 0)));

    Verification found = verify(network, new EditedWalk(path, units, bits(0), steps));

    assertThat(found.isProven()).isTrue();
    assertThat(found.resolved()).isEqualTo(3);
  }

  private static EditedWalk walk(EditedWalk.Step... steps) {
    return walk(Networks.identityUnits(3), PATH, bits(1), steps);
  }

  private static EditedWalk walk(
      Network network, InputPath path, BitSet start, EditedWalk.Step... steps) {
    return new EditedWalk(
        path, new CountedUnits(UnitLayer.of(network)), start, Arrays.asList(steps));
  }

  private static EditedWalk.Step step(double time, Integer... bits) {
    return new EditedWalk.Step(time, List.of(bits));
  }

  private static Verification verify(Walk walk) {
    return verify(Networks.identityUnits(3), walk);
  }

  private static Verification verify(Network network, Walk walk) {
    return new WalkVerifiers(
            VerifyMode.RATIONAL,
            new NetworkModel(network, List.of()),
            walk.units(),
            Optional.empty())
        .newVerifier()
        .verify(7, walk);
  }

  private static InputPath path(double... points) {
    return new InputPath(Arrays.stream(points).mapToObj(x -> Waypoint.point(x)).toList());
  }

  private static BitSet bits(int... set) {
    BitSet bits = new BitSet();
    Arrays.stream(set).forEach(bits::set);
    return bits;
  }
}
