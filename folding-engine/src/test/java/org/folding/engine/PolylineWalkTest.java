package org.folding.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.apache.commons.math3.fraction.BigFraction;
import org.folding.api.network.Network;
import org.folding.api.path.InputPath;
import org.folding.api.path.Waypoint;
import org.folding.api.walk.Walk;
import org.folding.engine.rational.RationalWalk;
import org.folding.engine.testing.Networks;
import org.junit.jupiter.api.Test;

final class PolylineWalkTest {

  /** There and back: the referee's flips, mirrored in time. */
  @Test
  void aPathThereAndBackTakesBackEveryFlip() {
    for (int seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      Network network = Networks.integerNetwork(random, 2, new int[] {4, 5, 3}, 0);
      double[] start = Networks.integerPoint(random, 2);
      double[] turn = Networks.integerPoint(random, 2);
      if (start[0] == turn[0] && start[1] == turn[1]) {
        continue;
      }
      RationalWalk there = RationalWalk.of(network, start, turn);
      RationalWalk back = RationalWalk.of(network, turn, start);

      Walk walk = walk(network, start, turn, start);

      List<Double> times = new ArrayList<>();
      List<BitSet> bits = new ArrayList<>();
      for (RationalWalk.Step step : there.steps()) {
        times.add(step.time().doubleValue() / 2);
        bits.add(step.bits());
      }
      for (RationalWalk.Step step : back.steps()) {
        times.add(0.5 + step.time().doubleValue() / 2);
        bits.add(step.bits());
      }
      assertThat(walk.steps()).as("seed %d", seed).isEqualTo(times.size());
      for (int step = 0; step < times.size(); step++) {
        assertThat(walk.time(step)).isEqualTo(times.get(step), within(1e-12));
        assertThat(bitsOf(walk, step)).isEqualTo(bits.get(step));
      }
    }
  }

  @Test
  void waypointsOnALineChangeNothing() {
    for (int seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      Network network = Networks.integerNetwork(random, 2, new int[] {4, 5, 3}, 0);
      double[] start = Networks.integerPoint(random, 2);
      double[] step = Networks.integerPoint(random, 2);
      double[] middle = {start[0] + step[0], start[1] + step[1]};
      double[] end = {start[0] + 4 * step[0], start[1] + 4 * step[1]};
      RationalWalk straight = RationalWalk.of(network, start, end);
      // Repeated waypoints have no length and must not matter either.
      Networks.assertSame(straight, walk(network, start, start, middle, middle, end));
    }
  }

  @Test
  void timesGoByArcLength() {
    Network network = Networks.identityUnits(2);
    // Unit 0 flips where x passes 0: after 1 of 1 + 1 + 2 units of length.
    Walk walk = walk(network, new double[] {-1, 1}, new double[] {1, 1}, new double[] {1, 3});
    assertThat(walk.steps()).isEqualTo(1);
    assertThat(walk.time(0)).isEqualTo(new BigFraction(1, 4).doubleValue());
  }

  @Test
  void aFlipAtACornerIsOneStep() {
    Network network = Networks.identityUnits(2);
    // At the corner (0, 0) unit 0 turns off and unit 1 turns on.
    Walk walk = walk(network, new double[] {1, 0}, new double[] {0, 0}, new double[] {0, 1});
    assertThat(walk.steps()).isEqualTo(1);
    assertThat(walk.time(0)).isEqualTo(0.5);
    assertThat(bitsOf(walk, 0).stream()).containsExactly(0, 1);
  }

  private static Walk walk(Network network, double[]... waypoints) {
    List<Waypoint> path = new ArrayList<>();
    for (double[] waypoint : waypoints) {
      path.add(Waypoint.point(waypoint));
    }
    return Networks.exactWalker(network).walk(new InputPath(path));
  }

  private static BitSet bitsOf(Walk walk, int step) {
    BitSet bits = new BitSet();
    for (int flip = walk.firstFlip(step); flip < walk.firstFlip(step + 1); flip++) {
      bits.set(walk.bit(flip));
    }
    return bits;
  }
}
