package org.folding.engine.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.folding.api.InvalidInputException;
import org.folding.api.data.Dataset;
import org.folding.api.network.Network;
import org.folding.api.path.InputPath;
import org.folding.api.path.Waypoint;
import org.folding.api.walk.Walk;
import org.folding.engine.WalkSettings;
import org.folding.engine.WalkerFactory;
import org.folding.engine.network.NetworkModel;
import org.folding.engine.path.Walker;
import org.folding.engine.rational.RationalWalk;
import org.folding.engine.testing.LayeredNetworks;
import org.folding.engine.testing.Networks;
import org.folding.engine.testing.PointRows;
import org.junit.jupiter.api.Test;

/** Lines there and back between rows of data, which are traced once where one follows the other. */
final class LinesBetweenRowsTest {
  private static final int ROWS = 5;
  private static final int INPUTS = 3;
  private static final int AHEAD = 13;

  @Test
  void agreeWithTheRefereeInEveryOrder() {
    for (int seed = 0; seed < 150; seed++) {
      Random random = new Random(seed);
      Network network =
          Networks.integerNetwork(random, INPUTS, random.ints(4, 1, 6).toArray(), 0, 0.5, -1);
      PointRows rows = PointRows.ofIntegers(random, ROWS, INPUTS);
      WalkerFactory factory = factory(network, rows);
      Walker walker = factory.newWalker();
      for (InputPath path : shuffled(random)) {
        Walk walk = walker.walk(path);
        double[] from = rows.row(path.start().row());
        double[] to = rows.row(path.end().row());
        try {
          Networks.assertSame(RationalWalk.of(network, from, to), walk);
          assertSameBits(walk, factory.newWalker().walk(path));
        } catch (AssertionError e) {
          throw new AssertionError("seed " + seed + ", " + path, e);
        }
      }
    }
  }

  /** Lines that are told in advance are traced together, by each tracer that does so. */
  @Test
  void agreeWithTheRefereeWhereTheyAreExpected() {
    int[][] widths = {{5, 3, 4, 5, 2}, {7, 6}, {40, 30, 20}, {5}};
    for (int seed = 0; seed < 80; seed++) {
      Random random = new Random(seed);
      Network network =
          Networks.integerNetwork(random, INPUTS, widths[seed % widths.length], 0, 0.5, -1);
      PointRows rows = PointRows.ofIntegers(random, ROWS, INPUTS);
      WalkerFactory factory = factory(network, rows);
      Walker walker = factory.newWalker();
      List<InputPath> paths = shuffled(random);
      // As in a study of all pairs, and one start after the other.
      int starts = 1 + random.nextInt(ROWS);
      paths.sort(
          Comparator.comparingInt(path -> Math.min(path.start().row(), path.end().row()) % starts));
      insertOthers(paths, random);
      for (int first = 0; first < paths.size(); first += AHEAD) {
        List<InputPath> ahead = paths.subList(first, Math.min(paths.size(), first + AHEAD));
        walker.expect(ahead);
        for (InputPath path : ahead) {
          try {
            Walk walk = walker.walk(path);
            assertSameAsReferee(network, rows, path, walk);
            assertSameBits(walk, factory.newWalker().walk(path));
          } catch (AssertionError e) {
            throw new AssertionError("seed " + seed + ", " + path, e);
          }
        }
      }
    }
  }

  /** Which units are followed is each line's own business. */
  @Test
  void agreeWithTheRefereeWhereFewUnitsAreActive() {
    for (int seed = 0; seed < 3; seed++) {
      Random random = new Random(seed);
      double[] shares = random.doubles(4, 0.05, 0.2).toArray();
      Network network = LayeredNetworks.rarelyActive(random, INPUTS, 70, shares);
      double[][] points = new double[ROWS][];
      Arrays.setAll(points, row -> random.doubles(INPUTS).toArray());
      PointRows rows = new PointRows(List.of(points));
      WalkerFactory factory = factory(network, rows);
      Walker walker = factory.newWalker();
      List<InputPath> paths = new ArrayList<>();
      for (int row = 1; row < ROWS; row++) {
        // Each from another start.
        paths.add(InputPath.betweenRows(row - 1, row));
        paths.add(InputPath.betweenRows(row, row - 1));
      }
      walker.expect(paths);
      for (InputPath path : paths) {
        Walk walk = walker.walk(path);
        assertSameAsReferee(network, rows, path, walk);
        assertSameBits(walk, factory.newWalker().walk(path));
      }
    }
  }

  private static void insertOthers(List<InputPath> paths, Random random) {
    for (int k = 0; k < 6; k++) {
      int at = random.nextInt(paths.size());
      InputPath path = paths.get(at);
      Waypoint point = Waypoint.point(Networks.integerPoint(random, INPUTS));
      paths.add(at, new InputPath(List.of(path.end(), point)));
      paths.add(at, new InputPath(List.of(path.start(), Waypoint.row(0), point)));
    }
  }

  /** What is expected need not come. */
  @Test
  void agreeWithTheRefereeWhereOthersAreExpected() {
    for (int seed = 0; seed < 30; seed++) {
      Random random = new Random(seed);
      Network network = Networks.integerNetwork(random, INPUTS, new int[] {4, 3, 4}, 0);
      PointRows rows = PointRows.ofIntegers(random, ROWS, INPUTS);
      Walker walker = factory(network, rows).newWalker();
      List<InputPath> expected = shuffled(random);
      for (InputPath path : shuffled(random)) {
        if (random.nextInt(4) == 0) {
          walker.expect(expected);
        }
        assertSameAsReferee(network, rows, path, walker.walk(path));
      }
    }
  }

  /** A row that cannot be evaluated concerns the paths alone that name it. */
  @Test
  void aRowThatOverflowsIsToldWhenItsPathComes() {
    Random random = new Random(1);
    Network network = Networks.integerNetwork(random, INPUTS, new int[] {4, 3, 4, 2}, 0);
    PointRows rows = PointRows.ofIntegers(random, ROWS, INPUTS);
    Arrays.fill(rows.row(3), 1e308);
    Walker walker = factory(network, rows).newWalker();
    List<InputPath> paths =
        List.of(
            InputPath.betweenRows(0, 1), InputPath.betweenRows(0, 3), InputPath.betweenRows(0, 2));
    walker.expect(paths);
    Networks.assertSame(
        RationalWalk.of(network, rows.row(0), rows.row(1)), walker.walk(paths.get(0)));
    assertThatThrownBy(() -> walker.walk(paths.get(1)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("overflow");
    Networks.assertSame(
        RationalWalk.of(network, rows.row(0), rows.row(2)), walker.walk(paths.get(2)));
  }

  /** What was traced between two rows must not be taken for something else. */
  @Test
  void agreeWithTheRefereeAmongOtherPaths() {
    for (int seed = 0; seed < 50; seed++) {
      Random random = new Random(seed);
      Network network = Networks.integerNetwork(random, INPUTS, new int[] {4, 3}, 0);
      PointRows rows = PointRows.ofIntegers(random, ROWS, INPUTS);
      Walker walker = factory(network, rows).newWalker();
      for (InputPath path : shuffled(random)) {
        double[] from = rows.row(path.start().row());
        double[] to = rows.row(path.end().row());
        RationalWalk expected = RationalWalk.of(network, from, to);
        Networks.assertSame(expected, walker.walk(path));
        walker.walk(new InputPath(List.of(path.end(), Waypoint.row(0), path.start())));
        Networks.assertSame(expected, walker.walk(path));
        walker.walk(Networks.line(to, Networks.integerPoint(random, INPUTS)));
        Networks.assertSame(expected, walker.walk(path));
      }
    }
  }

  private static void assertSameAsReferee(
      Network network, PointRows rows, InputPath path, Walk walk) {
    // The referee walks straight lines only.
    if (path.waypoints().size() == 2) {
      double[] from = rows.corner(path.start());
      Networks.assertSame(RationalWalk.of(network, from, rows.corner(path.end())), walk);
    }
  }

  private static WalkerFactory factory(Network network, Dataset rows) {
    NetworkModel model = new NetworkModel(network, List.of());
    return new WalkerFactory(model, Optional.of(rows), WalkSettings.exact(WalkSettings.Count.ALL));
  }

  /** All ordered pairs of rows, also of one with itself, twice. */
  private static List<InputPath> shuffled(Random random) {
    List<InputPath> paths = new ArrayList<>();
    IntStream.range(0, 2 * ROWS * ROWS)
        .forEach(k -> paths.add(InputPath.betweenRows(k % ROWS, k / ROWS % ROWS)));
    Collections.shuffle(paths, random);
    return paths;
  }

  private static void assertSameBits(Walk walk, Walk alone) {
    assertThat(walk.steps()).isEqualTo(alone.steps());
    for (int step = 0; step < walk.steps(); step++) {
      assertThat(walk.time(step)).isEqualTo(alone.time(step));
      assertThat(walk.firstFlip(step + 1)).isEqualTo(alone.firstFlip(step + 1));
    }
    for (int flip = 0; flip < walk.firstFlip(walk.steps()); flip++) {
      assertThat(walk.bit(flip)).isEqualTo(alone.bit(flip));
    }
  }
}
