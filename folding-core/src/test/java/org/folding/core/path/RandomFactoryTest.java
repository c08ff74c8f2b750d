package org.folding.core.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.folding.api.InvalidInputException;
import org.folding.api.path.InputPath;
import org.folding.api.path.PathContext;
import org.folding.api.path.PathGenerator;
import org.folding.api.path.Waypoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RandomFactoryTest {
  private static final TestData DATA = new TestData(7, 3);

  /** SplitMix64 as published, started from the mixed pair of seed and index. */
  private static final class Reference {
    private long state;

    Reference(long seed, long index) {
      state = mix(mix(seed) + (index + 1) * 0x9e3779b97f4a7c15L);
    }

    static long mix(long z) {
      z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
      z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
      return z ^ (z >>> 31);
    }

    long next() {
      state += 0x9e3779b97f4a7c15L;
      return mix(state);
    }

    double uniform() {
      return (double) (next() >>> 11) / (1L << 53);
    }
  }

  @Test
  void boxIsDrawnFromSeedAndIndexAlone() {
    PathGenerator paths = create(3, 99, Map.of("low", "-2", "high", "6"));

    for (long index : new long[] {0, 1, 999}) {
      Reference reference = new Reference(99, index);
      for (Waypoint waypoint : paths.path(index).waypoints()) {
        for (double coordinate : waypoint.coordinates()) {
          assertThat(coordinate).isEqualTo(-2 + 8 * reference.uniform());
        }
      }
    }
  }

  @Test
  void rowsAreDrawnFromSeedAndIndexAlone() {
    PathGenerator paths = create(3, -5, Map.of("in", "data", "count", "100"));

    for (int index = 0; index < 100; index++) {
      Reference reference = new Reference(-5, index);
      // 2^63 is not reached by less than a multiple of 7 once in 10^18 draws: nothing is rejected.
      int from = (int) ((reference.next() >>> 1) % 7);
      int to = (int) ((reference.next() >>> 1) % 6);
      assertThat(paths.path(index).start().row()).isEqualTo(from);
      assertThat(paths.path(index).end().row()).isEqualTo(to < from ? to : to + 1);
    }
  }

  @Test
  void sphereIsDrawnFromSeedAndIndexAlone() {
    PathGenerator paths = create(2, 3, Map.of("in", "sphere", "radius", "2", "center", "10,20"));

    Reference reference = new Reference(3, 8);
    double[] normal = new double[4];
    for (int i = 0; i < 4; i++) {
      double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - reference.uniform()));
      normal[i] = radius * StrictMath.cos(2 * StrictMath.PI * reference.uniform());
    }
    double norm = StrictMath.sqrt(normal[0] * normal[0] + normal[1] * normal[1]);
    assertThat(paths.path(8).start().coordinates())
        .containsExactly(10 + 2 * (normal[0] / norm), 20 + 2 * (normal[1] / norm));
    norm = StrictMath.sqrt(normal[2] * normal[2] + normal[3] * normal[3]);
    assertThat(paths.path(8).end().coordinates())
        .containsExactly(10 + 2 * (normal[2] / norm), 20 + 2 * (normal[3] / norm));
  }

  @ParameterizedTest
  @ValueSource(strings = {"box", "data", "sphere"})
  void pathsDoNotDependOnTheOrderTheyAreAskedFor(String in) {
    PathGenerator paths = create(3, 42, Map.of("in", in, "count", "50"));
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      order.add(i);
    }
    Collections.shuffle(order, new Random(1));
    PathGenerator again = create(3, 42, Map.of("in", in, "count", "1000000000000"));

    Map<Integer, String> shuffled = new HashMap<>();
    for (int index : order) {
      shuffled.put(index, text(again.path(index)));
    }
    for (int index = 0; index < 50; index++) {
      assertThat(text(paths.path(index))).isEqualTo(shuffled.get(index));
    }
  }

  @Test
  void boxIsUniformOnEveryAxis() {
    int n = 20_000;
    double[][] points = starts(create(3, 42, Map.of("count", "" + n)), n);

    for (int a = 0; a < 3; a++) {
      // Mean ½ with standard error √(1/12n) = 0.002, variance 1/12.
      assertThat(mean(points, a)).isCloseTo(0.5, within(0.01));
      for (int b = 0; b < 3; b++) {
        assertThat(covariance(points, a, b)).isCloseTo(a == b ? 1 / 12.0 : 0, within(0.004));
      }
      for (double[] point : points) {
        assertThat(point[a]).isBetween(0.0, 1.0);
      }
    }
  }

  @Test
  void sphereIsUniformOnEveryAxis() {
    int n = 20_000;
    double[][] points = starts(create(3, 42, Map.of("in", "sphere", "count", "" + n)), n);

    for (int a = 0; a < 3; a++) {
      assertThat(mean(points, a)).isCloseTo(0, within(0.02));
      for (int b = 0; b < 3; b++) {
        assertThat(covariance(points, a, b)).isCloseTo(a == b ? 1 / 3.0 : 0, within(0.015));
      }
    }
    for (double[] point : points) {
      assertThat(point[0] * point[0] + point[1] * point[1] + point[2] * point[2])
          .isCloseTo(1, within(1e-15));
    }
  }

  @Test
  void rowsAreDistinctAndAllPairsAreAsLikely() {
    int n = 42_000;
    PathGenerator paths = create(3, 42, Map.of("in", "data", "count", "" + n));

    Map<List<Integer>, Integer> seen = new HashMap<>();
    for (List<Integer> pair : Generators.rows(paths)) {
      seen.merge(pair, 1, Integer::sum);
    }
    assertThat(seen).hasSize(42);
    assertThat(seen.keySet()).noneMatch(pair -> pair.get(0).equals(pair.get(1)));
    // 1000 are expected of each; five standard deviations are 158.
    assertThat(seen.values()).allMatch(count -> Math.abs(count - 1000) < 158);
  }

  @Test
  void otherSeedsGiveOtherPaths() {
    assertThat(text(create(3, 1, Map.of()).path(1)))
        .isNotEqualTo(text(create(3, 2, Map.of()).path(1)));
    assertThat(text(create(3, 1, Map.of()).path(1)))
        .isNotEqualTo(text(create(3, 2, Map.of()).path(0)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "count=0 | 'paths.random.count' is 0 but must be 1 or more",
        "low=1 | 'paths.random.low' is 1.0 and 'high' is 1.0 but low must be less than high, and"
            + " their difference finite",
        "low=-1e308 high=1e308 | 'paths.random.low' is -1.0E308 and 'high' is 1.0E308 but low must"
            + " be less than high, and their difference finite",
        "in=sphere radius=0 | 'paths.random.radius' is 0.0 but must be greater than 0",
        "in=sphere center=1,2 | 'paths.random.center' has 2 values but an input of the model has 3",
        "in=sphere low=0 | 'paths.random.low' has no effect with 'paths.random.in=sphere'",
        "in=data radius=2 | 'paths.random.radius' has no effect with 'paths.random.in=data'",
        "center=1,2,3 | 'paths.random.center' has no effect with 'paths.random.in=box'",
        "in=ball | 'paths.random.in' is 'ball' but must be one of box, data, sphere",
      })
  void optionsThatDoNotFitAreRefused(String options, String message) {
    Map<String, String> given = new HashMap<>();
    for (String option : options.split(" ", -1)) {
      given.put(
          option.substring(0, option.indexOf('=')), option.substring(option.indexOf('=') + 1));
    }

    assertThatThrownBy(() -> create(3, 42, given))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(message);
  }

  @Test
  void twoRowsAreNeeded() {
    PathContext context = Generators.context(new TestData(1, 3));

    assertThatThrownBy(() -> Generators.create(new RandomFactory(), context, Map.of("in", "data")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith("'paths.random.in=data' needs two rows but the data are ");
  }

  private static PathGenerator create(int width, long seed, Map<String, String> given) {
    return Generators.create(
        new RandomFactory(), new PathContext(width, Optional.of(DATA), seed), given);
  }

  private static String text(InputPath path) {
    StringBuilder text = new StringBuilder();
    for (Waypoint waypoint : path.waypoints()) {
      text.append(waypoint.row());
      for (double coordinate : waypoint.coordinates()) {
        text.append(' ').append(coordinate);
      }
      text.append(';');
    }
    return text.toString();
  }

  private static double[][] starts(PathGenerator paths, int n) {
    double[][] points = new double[n][];
    for (int i = 0; i < n; i++) {
      points[i] = paths.path(i).start().coordinates();
    }
    return points;
  }

  private static double mean(double[][] points, int axis) {
    double sum = 0;
    for (double[] point : points) {
      sum += point[axis];
    }
    return sum / points.length;
  }

  private static double covariance(double[][] points, int a, int b) {
    double meanA = mean(points, a);
    double meanB = mean(points, b);
    double sum = 0;
    for (double[] point : points) {
      sum += (point[a] - meanA) * (point[b] - meanB);
    }
    return sum / points.length;
  }
}
