package org.folding.core.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.folding.api.data.Dataset;
import org.folding.api.network.Network;
import org.folding.api.path.InputPath;
import org.folding.api.path.Waypoint;
import org.folding.api.walk.Walk;
import org.folding.core.network.NetworkModel;
import org.folding.core.rational.RationalWalk;
import org.folding.core.testing.Networks;
import org.junit.jupiter.api.Test;

/** Lines there and back between rows of data, which are traced once where one follows the other. */
final class LinesBetweenRowsTest {
  private static final int ROWS = 5;
  private static final int INPUTS = 3;

  @Test
  void agreeWithTheRefereeInEveryOrder() {
    for (int seed = 0; seed < 150; seed++) {
      Random random = new Random(seed);
      Network network =
          Networks.integerNetwork(random, INPUTS, random.ints(4, 1, 6).toArray(), 0, 0.5, -1);
      Rows rows = Rows.ofIntegers(random);
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

  /** What was traced between two rows must not be taken for something else. */
  @Test
  void agreeWithTheRefereeAmongOtherPaths() {
    for (int seed = 0; seed < 50; seed++) {
      Random random = new Random(seed);
      Network network = Networks.integerNetwork(random, INPUTS, new int[] {4, 3}, 0);
      Rows rows = Rows.ofIntegers(random);
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

  private record Rows(double[][] values) implements Dataset {
    static Rows ofIntegers(Random random) {
      double[][] values = new double[ROWS][];
      Arrays.setAll(values, row -> Networks.integerPoint(random, INPUTS));
      return new Rows(values);
    }

    double[] row(int row) {
      return values[row];
    }

    @Override
    public int rows() {
      return values.length;
    }

    @Override
    public int width() {
      return INPUTS;
    }

    @Override
    public void copyRow(int row, double[] target, int offset) {
      System.arraycopy(values[row], 0, target, offset, INPUTS);
    }

    @Override
    public boolean labelled() {
      return false;
    }

    @Override
    public int label(int row) {
      throw new UnsupportedOperationException("no labels");
    }
  }
}
