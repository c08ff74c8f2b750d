package org.folding.engine.plane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.folding.api.InvalidInputException;
import org.folding.api.network.Dense;
import org.folding.api.network.MaxOfGroups;
import org.folding.api.network.Network;
import org.folding.api.network.Rectifier;
import org.folding.api.network.Shape;
import org.folding.api.network.Tensor;
import org.folding.api.network.UnitRole;
import org.folding.api.walk.Walk;
import org.folding.engine.WalkSettings;
import org.folding.engine.WalkerFactory;
import org.folding.engine.network.NetworkModel;
import org.folding.engine.path.Walker;
import org.folding.engine.testing.Networks;
import org.folding.engine.testing.RandomGraphs;
import org.folding.engine.testing.RegionChecks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PlaneRegionsTest {
  private static final int LIMIT = 200_000;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 12})
  void linesInGeneralPositionMakeAsManyRegionsAsCombinatoricsTell(int n) {
    // Tangents of the unit circle; two at angles p and q meet at distance 1 / cos((p − q) / 2).
    Random random = new Random(n);
    double[] weights = new double[2 * n];
    double[] bias = new double[n];
    for (int i = 0; i < n; i++) {
      double angle = (i + 0.6 * random.nextDouble()) * Math.PI / n;
      weights[2 * i] = Math.cos(angle);
      weights[2 * i + 1] = Math.sin(angle);
      bias[i] = -1;
    }

    PlaneRegions found = find(layer(2, weights, bias), Plane.ofTwoInputs(), square(1e3));

    assertThat(found.regions()).hasSize(1 + n + n * (n - 1) / 2);
    assertThat(found.patterns()).isEqualTo(1 + n + n * (n - 1) / 2);
    RegionChecks.assertIsAComplex(found);
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 7, 20})
  void linesThroughOnePointLeaveNoSlivers(int n) {
    // At (0.1, 0.7), where no value is exactly zero in float64.
    Random random = new Random(n);
    double[] weights = random.doubles(2L * n, -1, 1).toArray();
    double[] bias = new double[n];
    Arrays.setAll(bias, i -> -0.1 * weights[2 * i] - 0.7 * weights[2 * i + 1]);

    PlaneRegions found = find(layer(2, weights, bias), Plane.ofTwoInputs(), square(2));

    assertThat(found.regions()).hasSize(2 * n);
    RegionChecks.assertIsAComplex(found);
  }

  @Test
  void bendsLinesOfDeeperLayersAtThoseOfTheLayersBefore() {
    // relu(x) + relu(y) = 1: in the quadrants a vertical, a slanted, a horizontal line, and none.
    Network.Builder builder = Network.builder("bent", Shape.of(2));
    builder.then("dense0", dense(2, new double[] {1, 0, 0, 1}, 0, 0));
    builder.then("first", Rectifier.relu(UnitRole.HIDDEN));
    builder.then("dense1", dense(2, new double[] {1, 1}, -1));
    builder.then("second", Rectifier.relu(UnitRole.HIDDEN));

    PlaneRegions found = find(builder.build(), Plane.ofTwoInputs(), square(2));

    assertThat(found.regions()).hasSize(7);
    assertThat(found.regions().stream().mapToDouble(region -> region.polygon().area()))
        .containsExactlyInAnyOrder(4.0, 2.0, 2.0, 2.0, 2.0, 0.5, 3.5);
    RegionChecks.assertIsAComplex(found);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void gaussianNetworksAreCutIntoAComplexThatWalksAgreeWith(int depth) {
    for (int seed = 0; seed < 12; seed++) {
      Random random = new Random(100L * depth + seed);
      int[] widths = random.ints(depth, 3, 12).toArray();
      Network network = generic(random, 5, widths, 0, 0, 0.1, -1);
      Plane plane = Plane.through(gaussian(random, 5), gaussian(random, 5), gaussian(random, 5));

      PlaneRegions found = find(network, plane, new Frame(-2, 3, -1, 4));

      RegionChecks.assertCovers(found);
      RegionChecks.assertIsAComplex(found);
      RegionChecks.assertPatternsAndClasses(network, found);
      assertAgreesWithWalks(network, found, random);
    }
  }

  @Test
  void networksFullOfTiesAreCovered() {
    for (int seed = 0; seed < 400; seed++) {
      Random random = new Random(seed);
      int[] widths = random.ints(1 + random.nextInt(5), 1, 6).toArray();
      Network network = Networks.integerNetwork(random, 2, widths, 0, 0, 0.5, -1);

      PlaneRegions found = find(network, Plane.ofTwoInputs(), square(4.5));

      check(network, found, random, "seed " + seed);
    }
  }

  @Test
  void graphsAreCovered() {
    for (int seed = 0; seed < 400; seed++) {
      Random random = new Random(seed);
      Network network = RandomGraphs.next(random);
      Plane plane =
          Plane.through(new double[] {0, 0, 0}, new double[] {1, 2, 0}, new double[] {-1, 1, 3});

      PlaneRegions found = find(network, plane, square(3.5));

      check(network, found, random, "seed " + seed + " " + network.nodes());
    }
  }

  private static void check(Network network, PlaneRegions found, Random random, String what) {
    try {
      RegionChecks.assertCovers(found);
      RegionChecks.assertPatternsAndClasses(network, found);
      assertAgreesWithWalks(network, found, random);
    } catch (AssertionError e) {
      throw new AssertionError(what, e);
    }
  }

  @Test
  void distancesAreThoseOfTheWalk() {
    Random random = new Random(4);
    Network network = Networks.gaussianNetwork(random, 3, new int[] {8, 8, 8}, 0);
    double[] from = gaussian(random, 3);
    double[] to = gaussian(random, 3);
    Plane plane = Plane.through(from, to, gaussian(random, 3));
    PlaneRegions found =
        PlaneRegions.find(
            new NetworkModel(network, List.of()),
            WalkSettings.Count.HIDDEN,
            plane,
            Frame.around(List.of(plane.project(from), plane.project(to)), 0.1),
            from,
            LIMIT);
    Walk walk = Networks.exactWalker(network).walk(Networks.line(from, to));
    boolean[] differs = new boolean[walk.units().bits()];
    for (int s = 0; s < walk.steps(); s++) {
      int distance = 0;
      for (int f = walk.firstFlip(s); f < walk.firstFlip(s + 1); f++) {
        differs[walk.bit(f)] ^= true;
      }
      for (boolean bit : differs) {
        distance += bit ? 1 : 0;
      }
      double end = s + 1 < walk.steps() ? walk.time(s + 1) : 1;
      double t = (walk.time(s) + end) / 2;
      PlanePoint end1 = plane.project(to);
      assertThat(at(found, t * end1.u(), t * end1.v()).distance()).isEqualTo(distance);
    }
    assertThat(walk.steps()).isGreaterThan(5);
  }

  @Test
  void classesAreCutWhereTheLargestOutputsAreEqual() {
    // y = (x, −x, 0.5): class 1 left of −0.5, class 0 right of 0.5, class 2 between.
    Network.Builder builder = Network.builder("classes", Shape.of(2));
    builder.then("dense", dense(2, new double[] {1, 0, -1, 0, 0, 0}, 0, 0, 0.5));

    PlaneRegions found = find(builder.build(), Plane.ofTwoInputs(), square(1));

    assertThat(found.regions()).hasSize(1);
    List<Piece> pieces = found.regions().get(0).pieces();
    assertThat(pieces).extracting(Piece::predicted).containsExactly(0, 1, 2);
    assertThat(pieces)
        .extracting(piece -> piece.polygon().area())
        .satisfiesExactly(
            area -> assertThat(area).isEqualTo(1, within(1e-12)),
            area -> assertThat(area).isEqualTo(1, within(1e-12)),
            area -> assertThat(area).isEqualTo(2, within(1e-12)));
  }

  @Test
  void equalOutputsGoToTheFirstClass() {
    Network.Builder builder = Network.builder("ties", Shape.of(2));
    builder.then("dense", dense(2, new double[] {0, 0, 1, 1, 1, 1}, -9, 0, 0));

    PlaneRegions found = find(builder.build(), Plane.ofTwoInputs(), square(1));

    assertThat(found.regions().get(0).pieces()).extracting(Piece::predicted).containsExactly(1);
  }

  @Test
  void maximaThatAreNotCountedBendWithoutChangingThePattern() {
    Network.Builder builder = Network.builder("max", Shape.of(2));
    builder.then("max", new MaxOfGroups(Shape.of(1), new int[][] {{0, 1}}));
    builder.then("dense", dense(1, new double[] {1}, 0));
    builder.then("unit", Rectifier.relu(UnitRole.HIDDEN));

    PlaneRegions found = find(builder.build(), Plane.ofTwoInputs(), square(1));

    assertThat(found.regions()).hasSize(4);
    assertThat(found.patterns()).isEqualTo(2);
    RegionChecks.assertIsAComplex(found);
  }

  @Test
  void refusesMoreRegionsThanAllowed() {
    Network network = Networks.gaussianNetwork(new Random(1), 2, new int[] {30, 30}, 0);
    assertThatThrownBy(
            () ->
                PlaneRegions.find(
                    new NetworkModel(network, List.of()),
                    WalkSettings.Count.ALL,
                    Plane.ofTwoInputs(),
                    square(3),
                    new double[2],
                    100))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("the frame holds more than 100 regions; make it smaller, or allow more");
  }

  private static void assertAgreesWithWalks(Network network, PlaneRegions found, Random random) {
    Walker walker =
        new WalkerFactory(
                new NetworkModel(network, List.of()),
                Optional.empty(),
                WalkSettings.exact(WalkSettings.Count.ALL))
            .newWalker();
    for (int i = 0; i < 10; i++) {
      RegionChecks.assertAgreesWithWalk(
          found, walker, inside(found.frame(), random), inside(found.frame(), random));
    }
  }

  private static PlanePoint inside(Frame frame, Random random) {
    return new PlanePoint(
        frame.minU() + random.nextDouble() * frame.width(),
        frame.minV() + random.nextDouble() * frame.height());
  }

  private static Region at(PlaneRegions found, double u, double v) {
    for (Region region : found.regions()) {
      Polygon polygon = region.polygon();
      boolean inside = true;
      for (int i = 0; i < polygon.corners(); i++) {
        int next = (i + 1) % polygon.corners();
        inside &=
            (polygon.u(next) - polygon.u(i)) * (v - polygon.v(i))
                >= (polygon.v(next) - polygon.v(i)) * (u - polygon.u(i));
      }
      if (inside) {
        return region;
      }
    }
    throw new AssertionError("no region at " + u + ", " + v);
  }

  private static PlaneRegions find(Network network, Plane plane, Frame frame) {
    return PlaneRegions.find(
        new NetworkModel(network, List.of()),
        WalkSettings.Count.ALL,
        plane,
        frame,
        plane.input(0, 0),
        LIMIT);
  }

  private static Frame square(double half) {
    return new Frame(-half, half, -half, half);
  }

  private static Network layer(int inputs, double[] weights, double[] bias) {
    Network.Builder builder = Network.builder("layer", Shape.of(inputs));
    builder.then("dense", dense(inputs, weights, bias));
    builder.then("units", Rectifier.relu(UnitRole.HIDDEN));
    return builder.build();
  }

  /** A network in which no two units have the same line, so that an edge is of one unit. */
  private static Network generic(Random random, int inputs, int[] widths, double... slopes) {
    Network.Builder builder = Network.builder("generic", Shape.of(inputs));
    int before = inputs;
    for (int l = 0; l < widths.length; l++) {
      double[] weights = gaussian(random, widths[l] * before);
      builder.then("dense" + l, dense(before, weights, gaussian(random, widths[l])));
      double slope = slopes[random.nextInt(slopes.length)];
      builder.then("unit" + l, new Rectifier("Unit", Tensor.scalar(slope), UnitRole.HIDDEN));
      before = widths[l];
    }
    return builder.build();
  }

  private static Dense dense(int inputs, double[] weights, double... bias) {
    return new Dense(
        Tensor.of(Shape.of(bias.length, inputs), weights), Tensor.vector(bias.clone()));
  }

  private static double[] gaussian(Random random, int size) {
    double[] point = new double[size];
    Arrays.setAll(point, i -> random.nextGaussian());
    return point;
  }
}
