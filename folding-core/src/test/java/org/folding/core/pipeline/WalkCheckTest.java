package org.folding.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.folding.api.model.UnitLayer;
import org.folding.api.network.Dense;
import org.folding.api.network.Network;
import org.folding.api.network.Rectifier;
import org.folding.api.network.Shape;
import org.folding.api.network.Tensor;
import org.folding.api.network.UnitRole;
import org.folding.api.walk.CountedUnits;
import org.folding.api.walk.Walk;
import org.folding.engine.network.NetworkModel;
import org.folding.engine.testing.Networks;
import org.folding.engine.verify.Verification;
import org.folding.engine.verify.VerifyMode;
import org.folding.engine.verify.WalkDifferenceException;
import org.folding.engine.verify.WalkVerifier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The walk is made through another network than it is verified with: along −4 … 4 the unit x − 1
 * turns on at ⅝, in truth it is x + 3 and turns on at ⅛.
 */
final class WalkCheckTest {
  private static final Network RIGHT = shifted(3);

  @ParameterizedTest
  @EnumSource
  void aRunEndsAtTheFirstWrongWalk(VerifyMode mode) {
    WalkVerifier verifier = check(mode, false).newVerifier();
    verifier.verify(0, walk(RIGHT));

    assertThatThrownBy(() -> verifier.verify(5, walk(shifted(-1))))
        .isInstanceOf(WalkDifferenceException.class)
        .hasMessageStartingWith(
            "walk.verify=" + mode.word() + " found a wrong walk: path 5, region 0, t = ")
        .hasMessageEndingWith(": unit 0 of layer 'relu' is 0 in the walk but 1 in truth");
  }

  @ParameterizedTest
  @EnumSource
  void aSampleIsVerifiedToItsEnd(VerifyMode mode) {
    WalkCheck check = check(mode, true);

    Verification found =
        check
            .none()
            .plus(check.newVerifier().verify(9, walk(shifted(-1))))
            .plus(check.newVerifier().verify(5, walk(shifted(-1))))
            .plus(check.newVerifier().verify(0, walk(RIGHT)));

    assertThat(found.paths()).isEqualTo(3);
    assertThat(found.regions()).isEqualTo(6);
    assertThat(found.isProven()).isFalse();
    // The first in the order of the paths, whichever thread was faster.
    assertThat(found.first().orElseThrow().path()).isEqualTo(5);
  }

  private static WalkCheck check(VerifyMode mode, boolean goOn) {
    CountedUnits units = new CountedUnits(UnitLayer.of(RIGHT));
    NetworkModel model = new NetworkModel(RIGHT, List.of());
    return new WalkCheck(mode, model, units, Optional.empty(), goOn);
  }

  private static Walk walk(Network network) {
    return Networks.exactWalker(network).walk(Networks.line(new double[] {-4}, new double[] {4}));
  }

  private static Network shifted(double bias) {
    Network.Builder builder = Network.builder("shifted", Shape.of(1));
    builder.then("dense", new Dense(Tensor.of(Shape.of(1, 1), 1), Tensor.vector(bias)));
    builder.then("relu", Rectifier.relu(UnitRole.HIDDEN));
    return builder.build();
  }
}
