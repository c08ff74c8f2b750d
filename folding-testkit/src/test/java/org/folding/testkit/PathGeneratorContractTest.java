package org.folding.testkit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.folding.api.data.Dataset;
import org.folding.api.path.InputPath;
import org.folding.api.path.PathContext;
import org.folding.api.path.PathGenerator;
import org.folding.api.path.Waypoint;
import org.folding.testkit.StandIns.HandPathFactory;
import org.folding.testkit.StandIns.HandPaths;
import org.junit.jupiter.api.Test;

final class PathGeneratorContractTest {

  @Test
  void acceptsWhatKeepsTheRules() {
    check(() -> new HandPaths(1_000_000_000_000L, PathGeneratorContractTest::diagonal));
    check(() -> new HandPaths(1, index -> InputPath.betweenRows(0, 4)));
  }

  @Test
  void refusesNoPathsAndNull() {
    broken(
        () -> new HandPaths(0, PathGeneratorContractTest::diagonal),
        "count() must be 1 or more: found 0");
    broken(() -> new HandPaths(1, index -> null), "path(0) must not return null");
    broken(() -> null, "create() must not return null");
  }

  @Test
  void refusesPathsOutsideTheInputSpace() {
    broken(
        () ->
            new HandPaths(
                9, index -> new InputPath(List.of(Waypoint.point(0, 1), Waypoint.point(1)))),
        "the points of path(0) must have as many coordinates as the model's input: expected 2 but"
            + " found 1");
    // Only the last of many paths is wrong.
    broken(
        () -> new HandPaths(5000, index -> InputPath.betweenRows(0, index < 4999 ? 4 : 5)),
        "path(4999) must start, bend and end at rows of the data or points: found row 5 of 5");
  }

  /** The next path of a sequence, whatever index is asked for. */
  @Test
  void refusesPathsThatDependOnTheOrder() {
    broken(
        () -> {
          AtomicLong next = new AtomicLong();
          return new HandPaths(3, index -> diagonal(next.getAndIncrement()));
        },
        "path(0) must always be the same, also asked for again in another order: expected"
            + " [[0.0, 0.0], [1.0, 1.0]] but found [[5.0, 0.0], [1.0, 1.0]]");
  }

  @Test
  void refusesPathsThatDependOnTheInstance() {
    AtomicInteger instances = new AtomicInteger();
    broken(
        () -> {
          int instance = instances.getAndIncrement();
          return new HandPaths(1, index -> diagonal(instance));
        },
        "path(0) must always be the same, also from a second instance: expected"
            + " [[0.0, 0.0], [1.0, 1.0]] but found [[1.0, 0.0], [1.0, 1.0]]");
  }

  @Test
  void refusesPathsThatDependOnTheThread() {
    Thread first = Thread.currentThread();
    broken(
        () -> new HandPaths(1, index -> diagonal(Thread.currentThread() == first ? 0 : 7)),
        "path(0) must always be the same, also from two threads at once: expected"
            + " [[0.0, 0.0], [1.0, 1.0]] but found [[7.0, 0.0], [1.0, 1.0]]");
    broken(
        () ->
            new HandPaths(
                1,
                index -> {
                  if (Thread.currentThread() != first) {
                    throw new IllegalStateException("busy");
                  }
                  return diagonal(0);
                }),
        "path(0) must not throw: found java.lang.IllegalStateException: busy");
  }

  @Test
  void refusesACountThatChanges() {
    AtomicLong count = new AtomicLong(1);
    broken(
        () ->
            new PathGenerator() {
              @Override
              public long count() {
                return count.getAndIncrement();
              }

              @Override
              public InputPath path(long index) {
                return diagonal(index);
              }
            },
        "count() must always return the same: expected 1 but found 2");
  }

  private static InputPath diagonal(long index) {
    return new InputPath(List.of(Waypoint.point((double) index, 0), Waypoint.point(1, 1)));
  }

  private static void check(Supplier<PathGenerator> generators) {
    PathGeneratorContract.check(
        new HandPathFactory((options, context) -> generators.get()),
        Map.of(),
        new PathContext(2, Optional.of(new Rows(5)), 42));
  }

  private static void broken(Supplier<PathGenerator> generators, String message) {
    assertThatThrownBy(() -> check(generators))
        .isInstanceOf(AssertionError.class)
        .hasMessage("path generator 'acme-paths': " + message);
  }

  /** Data of which only the size matters. */
  private record Rows(int rows) implements Dataset {
    @Override
    public int width() {
      return 2;
    }

    @Override
    public void copyRow(int row, double[] target, int offset) {
      throw new UnsupportedOperationException();
    }

    @Override
    public boolean labelled() {
      return false;
    }

    @Override
    public int label(int row) {
      throw new IllegalStateException("no labels");
    }
  }
}
