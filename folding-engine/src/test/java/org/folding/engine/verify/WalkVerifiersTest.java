package org.folding.engine.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.folding.api.InvalidInputException;
import org.folding.api.model.UnitLayer;
import org.folding.api.network.Affine;
import org.folding.api.network.Clip;
import org.folding.api.network.Dense;
import org.folding.api.network.MaxOfGroups;
import org.folding.api.network.Network;
import org.folding.api.network.Rectifier;
import org.folding.api.network.Shape;
import org.folding.api.network.Tensor;
import org.folding.api.network.UnitRole;
import org.folding.api.path.InputPath;
import org.folding.api.walk.CountedUnits;
import org.folding.api.walk.Walk;
import org.folding.engine.network.NetworkModel;
import org.folding.engine.path.SegmentLengths;
import org.folding.engine.testing.Networks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Walks are made wrong by hand. The network has three units that are the coordinates; along (−1,
 * −2, 3) → (1, 2, −1) units 0 and 1 turn on at ½ and unit 2 turns off at ¾.
 */
final class WalkVerifiersTest {
  private static final Network NETWORK = Networks.identityUnits(3);
  private static final InputPath PATH =
      Networks.line(new double[] {-1, -2, 3}, new double[] {1, 2, -1});

  @ParameterizedTest
  @EnumSource
  void rightWalksAreProven(VerifyMode mode) {
    Verification found = verify(mode, walk());

    assertThat(found.isProven()).isTrue();
    assertThat(found.paths()).isEqualTo(1);
    assertThat(found.regions()).isEqualTo(3);
    assertThat(found.flips()).isEqualTo(3);
    assertThat(found.bits()).isEqualTo(9);
  }

  @Test
  void aWrongBitIsNamed() {
    EditedWalk walk = walk();
    walk.list().set(1, new EditedWalk.Step(0.75, List.of(1)));

    assertThat(verify(VerifyMode.MIDPOINTS, walk).first())
        .contains(new Difference(7, 2, 0.875, "units", 1, 0, false));
    assertThat(verify(VerifyMode.RATIONAL, walk).first())
        .contains(new Difference(7, 2, 0.75, "units", 1, 0, false));
    assertThat(verify(VerifyMode.MIDPOINTS, walk).first().orElseThrow().message())
        .isEqualTo(
            "path 7, region 2, t = 0.875: unit 1 of layer 'units' is 0 in the walk but 1 in truth");
  }

  @Test
  void aWrongStartIsNamed() {
    EditedWalk walk = walk();
    walk.startBits().set(1);

    assertThat(verify(VerifyMode.MIDPOINTS, walk).first())
        .contains(new Difference(7, 0, 0.25, "units", 1, 0, true));
    assertThat(verify(VerifyMode.RATIONAL, walk).first())
        .contains(new Difference(7, 0, 0, "units", 1, 0, true));
  }

  /** Two steps in place of one: a region that is not there. */
  @Test
  void aRegionTooManyIsFound() {
    EditedWalk walk = walk();
    walk.list().set(0, new EditedWalk.Step(0.4, List.of(0)));
    walk.list().add(1, new EditedWalk.Step(0.5, List.of(1)));

    assertThat(verify(VerifyMode.MIDPOINTS, walk).first())
        .contains(new Difference(7, 1, 0.45, "units", 0, 0, true));
    assertThat(verify(VerifyMode.RATIONAL, walk).first())
        .contains(new Difference(7, 1, 0.4, "units", 0, 0, true));
  }

  @Test
  void aStepAtAnotherTimeIsFound() {
    EditedWalk walk = walk();
    walk.list().set(1, new EditedWalk.Step(0.8, List.of(2)));

    assertThat(verify(VerifyMode.RATIONAL, walk).first())
        .contains(new Difference(7, 1, 0.75, "units", 2, 0, true));
  }

  /** relu(1 − max(x, −x)) is on from ⅓ to ⅔ of −3 … 3; a walk without that has no flip at all. */
  @Test
  void aMissingRegionIsFoundByTheRationalWalk() {
    Network.Builder builder = Network.builder("peak", Shape.of(1));
    builder.then("both", new Dense(Tensor.of(Shape.of(2, 1), 1, -1), Tensor.vector(0, 0)));
    builder.then("max", MaxOfGroups.of(List.of(List.of(0, 1))));
    builder.then("peak", new Affine(Tensor.scalar(-1), Tensor.scalar(1)));
    builder.then("relu", Rectifier.relu(UnitRole.HIDDEN));
    InputPath path = Networks.line(new double[] {-3}, new double[] {3});
    EditedWalk walk = EditedWalk.copy(Networks.exactWalker(builder.build()).walk(path));
    assertThat(walk.list()).hasSize(2);
    walk.list().clear();

    Verification found = verifier(VerifyMode.RATIONAL, builder.build()).verify(0, walk);
    assertThat(found.differences()).isEqualTo(2);
    assertThat(found.first()).contains(new Difference(0, 0, 1.0 / 3, "relu", 0, 0, false));
  }

  /** Flips that are 10⁻¹³ of the path apart may be one step, but that is no proof. */
  @Test
  void stepsMergedWithinRoundingAreUndecided() {
    double[] from = {-1, -1 - 1e-13, 3};
    InputPath path = Networks.line(from, new double[] {1, 1, 3});
    EditedWalk walk = EditedWalk.copy(Networks.exactWalker(NETWORK).walk(path));
    walk.list().clear();
    walk.list().add(new EditedWalk.Step(0.5, List.of(0, 1)));

    Verification found = verify(VerifyMode.RATIONAL, walk);
    assertThat(found.differences()).isZero();
    assertThat(found.undecided()).isEqualTo(1);
    assertThat(found.isProven()).isFalse();
  }

  @Test
  void theUpperBitOfAClippedUnitIsNamed() {
    Network.Builder builder = Network.builder("clip", Shape.of(1));
    builder.then("clip", new Clip("Clip", Tensor.scalar(-1), Tensor.scalar(1), UnitRole.HIDDEN));
    InputPath path = Networks.line(new double[] {-2}, new double[] {2});
    EditedWalk walk = EditedWalk.copy(Networks.exactWalker(builder.build()).walk(path));
    walk.startBits().set(1);

    for (VerifyMode mode : VerifyMode.values()) {
      Difference first = verifier(mode, builder.build()).verify(0, walk).first().orElseThrow();
      assertThat(first.message())
          .isIn(
              "path 0, region 0, t = 0.125: unit 0 of layer 'clip' has its upper bit 1 in the walk"
                  + " but 0 in truth",
              "path 0, region 0, t = 0.0: unit 0 of layer 'clip' has its upper bit 1 in the walk"
                  + " but 0 in truth");
    }
  }

  /** 0.1·a + 0.2·b − 0.1·a − 0.2·b is zero, though float64 cannot know. */
  @Test
  void zerosThatFloatsCannotTellAreResolvedOrCounted() {
    Network.Builder builder = Network.builder("zero", Shape.of(4));
    builder.then(
        "dense", new Dense(Tensor.of(Shape.of(1, 4), 0.1, 0.2, -0.1, -0.2), Tensor.vector(0)));
    builder.then("relu", Rectifier.relu(UnitRole.HIDDEN));
    Network network = builder.build();
    InputPath path = Networks.line(new double[] {1, 3, 1, 3}, new double[] {7, 2, 7, 2});
    Walk walk = Networks.exactWalker(network).walk(path);

    Verification resolved = verifier(VerifyMode.MIDPOINTS, network).verify(0, walk);
    assertThat(resolved.isProven()).isTrue();
    assertThat(resolved.resolved()).isEqualTo(1);

    CountedUnits units = new CountedUnits(UnitLayer.of(network));
    WalkVerifier floatsAlone =
        new MidpointVerifier(
            network,
            units,
            new int[] {0},
            1,
            new SegmentLengths(Optional.empty()),
            Optional::empty);
    Verification counted = floatsAlone.verify(0, walk);
    assertThat(counted.undecided()).isEqualTo(1);
    assertThat(counted.differences()).isZero();
    assertThat(counted.isProven()).isFalse();
  }

  @Test
  void largeNetworksAreRefusedByTheRationalWalk() {
    int width = 1500;
    double[] weights = new double[width * width];
    Arrays.fill(weights, 1);
    Network.Builder builder = Network.builder("large", Shape.of(width));
    builder.then(
        "dense",
        new Dense(Tensor.of(Shape.of(width, width), weights), Tensor.vector(new double[width])));
    builder.then("relu", Rectifier.relu(UnitRole.HIDDEN));

    assertThatThrownBy(() -> verifier(VerifyMode.RATIONAL, builder.build()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            "walk.verify=rational: model 'large' is too large, as one evaluation takes more than"
                + " 2,000,000 multiplications; use walk.verify=midpoints");
  }

  private static EditedWalk walk() {
    return EditedWalk.copy(Networks.exactWalker(NETWORK).walk(PATH));
  }

  private static Verification verify(VerifyMode mode, Walk walk) {
    return verifier(mode, NETWORK).verify(7, walk);
  }

  private static WalkVerifier verifier(VerifyMode mode, Network network) {
    NetworkModel model = new NetworkModel(network, List.of());
    return new WalkVerifiers(mode, model, new CountedUnits(UnitLayer.of(network)), Optional.empty())
        .newVerifier();
  }
}
