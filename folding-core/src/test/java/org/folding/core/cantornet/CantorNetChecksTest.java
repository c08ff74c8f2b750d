package org.folding.core.cantornet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.folding.api.network.Network;
import org.folding.api.path.InputPath;
import org.folding.api.path.Waypoint;
import org.folding.api.walk.Walk;
import org.folding.engine.WalkSettings;
import org.folding.engine.WalkerFactory;
import org.folding.engine.network.NetworkModel;
import org.folding.engine.path.SearchLimits;
import org.folding.engine.path.Walker;
import org.folding.engine.plane.Frame;
import org.folding.engine.plane.Plane;
import org.folding.engine.plane.PlaneRegions;
import org.folding.engine.rational.RationalWalk;
import org.folding.engine.testing.Networks;
import org.folding.engine.testing.RegionChecks;
import org.folding.engine.verify.Verification;
import org.folding.engine.verify.VerifyMode;
import org.folding.engine.verify.WalkVerifiers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Adaptive and rational walks of CantorNet, their verification, and its regions on the plane. */
final class CantorNetChecksTest {
  private static final double[] FROM = {0, 0.75};
  private static final double[] TO = {1, 0.75};

  @ParameterizedTest
  @CsvSource({"A,1", "A,3", "A,6", "A,8", "B,1", "B,4", "C,2", "C,4"})
  void adaptiveWalksAreTheReferees(CantorNet.Representation representation, int depth) {
    Network network = CantorNet.of(representation, depth);
    WalkerFactory factory =
        new WalkerFactory(
            new NetworkModel(network, List.of()),
            Optional.empty(),
            WalkSettings.adaptive(new SearchLimits(100_000, 1e-9), WalkSettings.Count.ALL));
    Walker walker = factory.newWalker();

    Walk walk = walker.walk(Networks.line(FROM, TO));

    Networks.assertSame(RationalWalk.of(network, FROM, TO), walk);
    assertThat(walker.takeStatistics().openPaths()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"A,11", "B,8", "B,9"})
  void deepOnesAreWalkedInRationalArithmetic(CantorNet.Representation representation, int depth) {
    NetworkModel model = new NetworkModel(CantorNet.of(representation, depth), List.of());
    WalkerFactory factory =
        new WalkerFactory(model, Optional.empty(), WalkSettings.exact(WalkSettings.Count.ALL));
    assertThat(factory.isRational()).isTrue();

    Walk walk = factory.newWalker().walk(Networks.line(FROM, TO));

    Verification found =
        new WalkVerifiers(VerifyMode.MIDPOINTS, model, factory.units(), Optional.empty())
            .newVerifier()
            .verify(0, walk);
    assertThat(found.isProven()).as(found.toString()).isTrue();
  }

  /** The hidden units of CantorNet A alone, as the projections between them are not counted. */
  @ParameterizedTest
  @EnumSource
  void uncountedUnitsAreLeftOut(VerifyMode mode) {
    Network network = CantorNet.of(CantorNet.Representation.A, 4);
    NetworkModel model = new NetworkModel(network, List.of());
    WalkerFactory factory =
        new WalkerFactory(model, Optional.empty(), WalkSettings.exact(WalkSettings.Count.HIDDEN));
    InputPath path =
        new InputPath(
            List.of(
                Waypoint.point(0, 0.75),
                Waypoint.point(1, 0.75),
                Waypoint.point(1, 0.75),
                Waypoint.point(0, 0.25)));

    Verification found =
        new WalkVerifiers(mode, model, factory.units(), Optional.empty())
            .newVerifier()
            .verify(0, factory.newWalker().walk(path));

    assertThat(found.isProven()).isTrue();
    assertThat(found.bits()).isEqualTo(12 * found.regions());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6})
  void theLineOfCantorNetMeetsAsManyRegionsAsItsConstructionTells(int recursions) {
    NetworkModel model =
        new NetworkModel(CantorNet.of(CantorNet.Representation.A, recursions), List.of());
    PlaneRegions found =
        PlaneRegions.find(
            model,
            WalkSettings.Count.HIDDEN,
            Plane.ofTwoInputs(),
            new Frame(0, 1, 0, 1),
            new double[] {0, 0.75},
            200_000);

    RegionChecks.assertCovers(found);
    // 2^(k+1) − 1 regions on the line at 3/4, all vertical strips of the square.
    assertThat(found.regions()).hasSize((2 << recursions) - 1);
    // r1 = 2k, of the closed form χ = 1 − k/(2^k − 1) with r2 = 2^(k+1) − 2.
    assertThat(found.regions().stream().mapToInt(region -> region.distance()).max())
        .hasValue(2 * recursions);
  }
}
