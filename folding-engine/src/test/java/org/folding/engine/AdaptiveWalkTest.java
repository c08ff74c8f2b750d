package org.folding.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.folding.api.InvalidInputException;
import org.folding.api.model.Evaluator;
import org.folding.api.model.Model;
import org.folding.api.model.UnitLayer;
import org.folding.api.network.Network;
import org.folding.api.network.Shape;
import org.folding.api.network.UnitRole;
import org.folding.api.path.InputPath;
import org.folding.api.path.Waypoint;
import org.folding.api.walk.Walk;
import org.folding.api.walk.WalkMode;
import org.folding.engine.network.NetworkModel;
import org.folding.engine.path.SearchLimits;
import org.folding.engine.path.Walker;
import org.folding.engine.rational.RationalWalk;
import org.folding.engine.testing.Networks;
import org.folding.engine.testing.RandomGraphs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With evaluations enough the adaptive walk of a piecewise-linear network is the exact one. */
final class AdaptiveWalkTest {
  private static final SearchLimits GENEROUS = new SearchLimits(100_000, 1e-9);

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6})
  void isTheRefereesOnIntegerNetworks(int depth) {
    for (int seed = 0; seed < 300; seed++) {
      Random random = new Random(57L * seed + depth);
      int inputs = 1 + random.nextInt(3);
      int[] widths = random.ints(depth, 1, 6).toArray();
      Network network = Networks.integerNetwork(random, inputs, widths, 0, 0, 0, 0.5, -1, 2);
      double[] from = Networks.integerPoint(random, inputs);
      double[] to = Networks.integerPoint(random, inputs);
      assertSameAsReferee(network, from, to, "seed " + seed);
    }
  }

  @Test
  void isTheRefereesOnGraphs() {
    for (int seed = 0; seed < 1000; seed++) {
      Random random = new Random(seed);
      Network network = RandomGraphs.next(random);
      int inputs = network.inputShape().size();
      double[] from = Networks.integerPoint(random, inputs);
      double[] to = Networks.integerPoint(random, inputs);
      assertSameAsReferee(network, from, to, "seed " + seed);
    }
  }

  private static void assertSameAsReferee(
      Network network, double[] from, double[] to, String what) {
    WalkerFactory factory = factory(new NetworkModel(network, List.of()), GENEROUS);
    Walker walker = factory.newWalker();
    Walk walk = walker.walk(Networks.line(from, to));
    assertThat(walk.mode()).isEqualTo(WalkMode.ADAPTIVE);
    try {
      Networks.assertSame(RationalWalk.of(network, from, to), walk);
    } catch (AssertionError e) {
      throw new AssertionError(what + " " + network.nodes(), e);
    }
    assertThat(walker.takeStatistics().openPaths()).as(what).isZero();
  }

  private static WalkerFactory factory(Model model, SearchLimits limits) {
    return new WalkerFactory(
        model, Optional.empty(), WalkSettings.adaptive(limits, WalkSettings.Count.ALL));
  }

  /** A polyline's walk is that of its parts, with the flips at their share of the length. */
  @Test
  void followsPolylines() {
    Network network = Networks.identityUnits(2);
    InputPath path =
        new InputPath(
            List.of(
                Waypoint.point(-1, 1), Waypoint.point(1, 1),
                Waypoint.point(1, 1), Waypoint.point(1, -1)));
    Walk walk = factory(new NetworkModel(network, List.of()), GENEROUS).newWalker().walk(path);

    assertThat(walk.steps()).isEqualTo(2);
    assertThat(walk.bit(0)).isZero();
    assertThat(walk.time(0)).isEqualTo(0.25);
    assertThat(walk.bit(1)).isEqualTo(1);
    assertThat(walk.time(1)).isEqualTo(0.75);
  }

  /** A model that can only be evaluated: its hidden layer is a circle and a line in the plane. */
  private static final class Circle implements Model {
    private int largestCall;
    private int closed;

    @Override
    public String name() {
      return "circle";
    }

    @Override
    public Shape inputShape() {
      return Shape.of(2);
    }

    @Override
    public List<UnitLayer> layers() {
      return List.of(
          new UnitLayer("first", "Tanh", Shape.of(1), UnitRole.READOUT, 1),
          new UnitLayer("second", "Gelu", Shape.of(2), UnitRole.HIDDEN, 1));
    }

    @Override
    public Optional<Network> network() {
      return Optional.empty();
    }

    @Override
    public Optional<Evaluator> newEvaluator() {
      return Optional.of(
          new Evaluator() {
            @Override
            public void margins(double[] points, int rows, double[] margins) {
              largestCall = Math.max(largestCall, rows);
              for (int row = 0; row < rows; row++) {
                double x = points[2 * row];
                double y = points[2 * row + 1];
                margins[3 * row] = Math.sin(40 * x);
                margins[3 * row + 1] = 1 - x * x - y * y;
                margins[3 * row + 2] = x > 9 ? Double.NaN : x - 0.25;
              }
            }

            @Override
            public void close() {
              closed++;
            }
          });
    }
  }

  @Test
  void refusesAModelWithoutNumbers() {
    try (Walker walker = factory(new Circle(), SearchLimits.DEFAULT).newWalker()) {
      assertThatThrownBy(
              () -> walker.walk(Networks.line(new double[] {0, 0.5}, new double[] {10, 0.5})))
          .isInstanceOf(InvalidInputException.class)
          .hasMessage(
              "the model gives NaN as pre-activation of bit 2 at the input that starts with"
                  + " [10.0, 0.5]; a walk needs finite numbers");
    }
  }

  @Test
  void searchesTheCountedBitsOfAnEvaluator() {
    Circle model = new Circle();
    WalkerFactory factory =
        new WalkerFactory(
            model,
            Optional.empty(),
            WalkSettings.adaptive(SearchLimits.DEFAULT, WalkSettings.Count.HIDDEN));
    Walk walk;
    try (Walker walker = factory.newWalker()) {
      walk = walker.walk(Networks.line(new double[] {-2, 0.6}, new double[] {2, 0.6}));
    }

    // In at x = −0.8, across the line at 0.25, out at 0.8.
    assertThat(walk.flips()).isEqualTo(3);
    assertThat(new int[] {walk.bit(0), walk.bit(1), walk.bit(2)}).containsExactly(0, 1, 0);
    assertThat(walk.time(0)).isCloseTo(0.3, within(1e-3));
    assertThat(walk.time(1)).isCloseTo(0.5625, within(1e-12));
    assertThat(walk.time(2)).isCloseTo(0.7, within(1e-3));
    assertThat(model.largestCall).isGreaterThan(100);
    assertThat(model.closed).isEqualTo(1);
  }
}
