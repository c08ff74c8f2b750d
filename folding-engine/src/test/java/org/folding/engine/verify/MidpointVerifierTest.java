package org.folding.engine.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.folding.api.model.UnitLayer;
import org.folding.api.network.Clip;
import org.folding.api.network.Dense;
import org.folding.api.network.Network;
import org.folding.api.network.Operation;
import org.folding.api.network.Rectifier;
import org.folding.api.network.Shape;
import org.folding.api.network.Tensor;
import org.folding.api.network.UnitRole;
import org.folding.api.path.InputPath;
import org.folding.api.path.Waypoint;
import org.folding.api.walk.CountedUnits;
import org.folding.api.walk.Walk;
import org.folding.engine.network.NetworkModel;
import org.folding.engine.path.SegmentLengths;
import org.folding.engine.testing.Networks;
import org.junit.jupiter.api.Test;

/** Walks that are written by hand, held against evaluations at midpoints that are rounded. */
final class MidpointVerifierTest {
  /** The doubles next to 1 are 1 − UNIT and 1 + 2 · UNIT. */
  private static final double UNIT = 0x1p-53;

  /** The middle of 1 and the next double is above 1, but float64 rounds it to 1. */
  @Test
  void aMidpointThatIsRoundedOntoALimitDecidesNothing() {
    Network network = network(1, clip(1, 9));
    EditedWalk walk = walk(network, line(1, 1 + 2 * UNIT), bits(0));

    assertResolved(1, network, walk);
  }

  /** Half of the least double is 0 in float64, and positive in truth. */
  @Test
  void aMidpointThatVanishesDecidesNothing() {
    Network network = network(1, Rectifier.relu(UnitRole.HIDDEN));

    assertResolved(1, network, walk(network, line(0, Double.MIN_VALUE), bits(0)));
  }

  /**
   * 4a − b − c − d − e − 2g is the least g all along the line, where a goes from 1 to s − 1; in the
   * middle it is −g in float64, as the ways of all but a are rounded. The sum itself is too small
   * for errors of its own. With numbers as large as 2²⁰ and as they are.
   */
  @Test
  void aLongWayToAMidpointIsRounded() {
    for (double scale : new double[] {1, 0x1p20}) {
      double s = 0x1p-9;
      double g = UNIT * scale;
      double[] from = {scale, scale, scale, scale, scale - 3 * g};
      double end = scale * (s - 1);
      double[] to = {end, end - g, end - g, end - g, end};
      Dense dense = new Dense(Tensor.of(Shape.of(1, 5), 4, -1, -1, -1, -1), Tensor.vector(-2 * g));
      Network network = network(5, dense, Rectifier.relu(UnitRole.HIDDEN));
      EditedWalk walk = walk(network, Networks.line(from, to), bits(0));

      assertResolved(1, network, walk);
    }
  }

  /** A coordinate that is zero all along is exactly that, and its unit inactive. */
  @Test
  void aConstantZeroIsCertain() {
    Network network = network(2, Rectifier.relu(UnitRole.HIDDEN));
    InputPath path = Networks.line(new double[] {0, -1}, new double[] {0, 1});

    assertResolved(0, network, walk(network, path, bits(), step(0.5, 1)));

    Verification found = verify(network, walk(network, path, bits(0), step(0.5, 1)));
    assertThat(found.differences()).isEqualTo(2);
    assertThat(found.first()).contains(new Difference(7, 0, 0.25, "node0", 0, 0, true));
  }

  /** From 1 − u to 1 + 2u, where everything is within rounding, 1 is passed at ⅓. */
  @Test
  void eachRegionIsResolvedAtItsOwnMidpoint() {
    Network network = network(1, clip(1, 9));

    assertResolved(
        2, network, walk(network, line(1 - UNIT, 1 + 2 * UNIT), bits(), step(1.0 / 3, 0)));
  }

  /** The middle between the last double before 1 and 1 is 1 in float64, where the line ends. */
  @Test
  void theLastRegionMayBeTheSmallest() {
    Network network = network(1, Rectifier.relu(UnitRole.HIDDEN));

    assertResolved(1, network, walk(network, line(UNIT - 1, UNIT), bits(), step(1 - UNIT, 0)));
  }

  /** −1 → 3 → 1 → 3 → −1 has length 12; the region in the middle has three corners. */
  @Test
  void midpointsLieOnTheirOwnSegments() {
    Network network = network(1, clip(0, 1.25));
    InputPath path = path(-1, 3, 1, 3, -1);
    EditedWalk walk =
        walk(
            network,
            path,
            bits(),
            step(1 / 12.0, 0),
            step(2.25 / 12, 1),
            step(5.75 / 12, 1),
            step(6.25 / 12, 1),
            step(9.75 / 12, 1),
            step(11 / 12.0, 0));

    assertResolved(0, network, walk);

    // Above 0 at its corner in the middle, which is the midpoint of the whole path too.
    Network above = network(1, Rectifier.relu(UnitRole.HIDDEN));
    assertResolved(0, above, walk(above, path, bits(), step(1 / 12.0, 0), step(11 / 12.0, 0)));
  }

  /** Two clipped units with limits of their own and a layer behind them. */
  @Test
  void bitsAreThoseOfEachLimitAndLayer() {
    Clip clip = new Clip("Clip", Tensor.vector(-1, 0), Tensor.vector(1, 3), UnitRole.HIDDEN);
    // Clipped they are −1 … 1 and 0 … 3; half of that, less ¼ and ½.
    Dense half = new Dense(Tensor.of(Shape.of(2, 2), 0.5, 0, 0, 0.5), Tensor.vector(-0.25, -0.5));
    Network network = network(2, clip, half, Rectifier.relu(UnitRole.HIDDEN));
    InputPath path = Networks.line(new double[] {-2, -2}, new double[] {4, 4});
    EditedWalk walk =
        walk(
            network,
            path,
            bits(),
            step(1 / 6.0, 0),
            step(2 / 6.0, 2),
            step(2.5 / 6, 4),
            step(3 / 6.0, 1, 5),
            step(5 / 6.0, 3));

    assertResolved(0, network, walk);

    walk.list().set(3, step(3 / 6.0, 1));
    Verification found = verify(network, walk);
    assertThat(found.differences()).isEqualTo(2);
    assertThat(found.first().map(Difference::message))
        .contains(
            "path 7, region 4, t = "
                + (0.5 + (5 / 6.0 - 0.5) / 2)
                + ": unit 1 of layer 'node2' is 0 in the walk but 1 in truth");
  }

  /** The walk is right: so it is found, with so many bits that float64 alone leaves open. */
  private static void assertResolved(int bits, Network network, Walk walk) {
    Verification found = verify(network, walk);
    assertThat(found.first()).isEmpty();
    assertThat(found.isProven()).isTrue();
    assertThat(found.resolved()).isEqualTo(bits);

    CountedUnits units = walk.units();
    WalkVerifier floatsAlone =
        new MidpointVerifier(
            network,
            units,
            Arrays.copyOf(new int[] {0, 1, 2, 3, 4, 5}, units.bits()),
            units.bits(),
            new SegmentLengths(Optional.empty()),
            Optional::empty);
    Verification open = floatsAlone.verify(7, walk);
    assertThat(open.first()).isEmpty();
    assertThat(open.undecided()).isEqualTo(bits);
  }

  private static Verification verify(Network network, Walk walk) {
    return new WalkVerifiers(
            VerifyMode.MIDPOINTS,
            new NetworkModel(network, List.of()),
            walk.units(),
            Optional.empty())
        .newVerifier()
        .verify(7, walk);
  }

  private static EditedWalk walk(
      Network network, InputPath path, BitSet start, EditedWalk.Step... steps) {
    CountedUnits units = new CountedUnits(UnitLayer.of(network));
    return new EditedWalk(path, units, start, Arrays.asList(steps));
  }

  private static EditedWalk.Step step(double time, Integer... bits) {
    return new EditedWalk.Step(time, List.of(bits));
  }

  private static Clip clip(double lower, double upper) {
    return new Clip("Clip", Tensor.scalar(lower), Tensor.scalar(upper), UnitRole.HIDDEN);
  }

  private static Network network(int inputs, Operation... operations) {
    Network.Builder builder = Network.builder("net", Shape.of(inputs));
    for (int i = 0; i < operations.length; i++) {
      builder.then("node" + i, operations[i]);
    }
    return builder.build();
  }

  private static InputPath line(double from, double to) {
    return path(from, to);
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
