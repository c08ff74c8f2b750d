package org.folding.testkit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import org.folding.api.Options;
import org.folding.api.data.Dataset;
import org.folding.api.path.InputPath;
import org.folding.api.path.PathContext;
import org.folding.api.path.PathGenerator;
import org.folding.api.path.PathGeneratorFactory;
import org.folding.api.path.Waypoint;

/** The rules for path generators. */
public final class PathGeneratorContract {
  /** Of how many paths the first ones and as many others are looked at. */
  private static final int SAMPLE = 32;

  private final Subject subject;
  private final PathContext context;

  private PathGeneratorContract(Subject subject, PathContext context) {
    this.subject = subject;
    this.context = context;
  }

  /**
   * Checks a path generator: there are paths, each lies in the model's input space, and an index
   * gives the same path always, in any order, from two threads and from another instance.
   *
   * @param factory the generator's factory
   * @param options values of its options, by key without prefix
   * @param context what the generator is told of the run
   * @throws AssertionError if it breaks a rule
   */
  public static void check(
      PathGeneratorFactory factory, Map<String, String> options, PathContext context) {
    FactoryContract.check(factory);
    Subject subject = Subject.of(factory);
    Options checked = subject.options(factory, options);
    PathGenerator generator = subject.call("create()", () -> factory.create(checked, context));
    PathGenerator another = subject.call("create()", () -> factory.create(checked, context));
    new PathGeneratorContract(subject, context).check(generator, another);
  }

  private void check(PathGenerator generator, PathGenerator another) {
    long count = subject.call("count()", generator::count);
    if (count < 1) {
      throw subject.broken("count() must be 1 or more: found " + count);
    }
    List<Long> indices = sample(count);
    SortedMap<Long, String> expected = new TreeMap<>();
    for (long index : indices) {
      expected.put(index, path(generator, index));
    }
    subject.same("count() must always return the same", count, generator.count());
    List<Long> reversed = new ArrayList<>(indices);
    Collections.reverse(reversed);
    requireSame("asked for again in another order", expected, paths(generator, reversed));
    requireSame("from a second instance", expected, paths(another, reversed));
    checkThreads(another, indices, reversed, expected);
  }

  /** The first indices, the last ones, and some between. */
  private static List<Long> sample(long count) {
    TreeSet<Long> indices = new TreeSet<>();
    for (long i = 0; i < Math.min(SAMPLE, count); i++) {
      indices.add(i);
      indices.add(count - 1 - i);
      indices.add(count / SAMPLE * i);
    }
    return List.copyOf(indices);
  }

  private SortedMap<Long, String> paths(PathGenerator generator, List<Long> indices) {
    SortedMap<Long, String> paths = new TreeMap<>();
    for (long index : indices) {
      paths.put(index, path(generator, index));
    }
    return paths;
  }

  private void requireSame(
      String when, SortedMap<Long, String> expected, SortedMap<Long, String> found) {
    expected.forEach(
        (index, path) ->
            subject.same(
                "path(" + index + ") must always be the same, also " + when,
                path,
                found.get(index)));
  }

  private void checkThreads(
      PathGenerator generator,
      List<Long> indices,
      List<Long> reversed,
      SortedMap<Long, String> expected) {
    CountDownLatch start = new CountDownLatch(1);
    List<Caller> callers =
        List.of(new Caller(generator, indices, start), new Caller(generator, reversed, start));
    List<Thread> threads = callers.stream().map(Thread::new).toList();
    threads.forEach(Thread::start);
    start.countDown();
    try {
      for (Thread thread : threads) {
        thread.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
    for (Caller caller : callers) {
      if (caller.failure != null) {
        throw new AssertionError(caller.failure.getMessage(), caller.failure);
      }
      requireSame("from two threads at once", expected, caller.found);
    }
  }

  /** Asks for paths from a thread of its own. */
  private final class Caller implements Runnable {
    private final PathGenerator generator;
    private final List<Long> indices;
    private final CountDownLatch start;
    private SortedMap<Long, String> found;
    private AssertionError failure;

    Caller(PathGenerator generator, List<Long> indices, CountDownLatch start) {
      this.generator = generator;
      this.indices = indices;
      this.start = start;
    }

    @Override
    public void run() {
      try {
        start.await();
        found = paths(generator, indices);
      } catch (AssertionError e) {
        failure = e;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        failure = new AssertionError("interrupted", e);
      }
    }
  }

  /** A path in words, after it was found to lie in the input space. */
  private String path(PathGenerator generator, long index) {
    InputPath path = subject.call("path(" + index + ")", () -> generator.path(index));
    List<String> words = new ArrayList<>();
    for (Waypoint waypoint : path.waypoints()) {
      words.add(waypoint.isRow() ? row(index, waypoint) : point(index, waypoint));
    }
    return words.toString();
  }

  private String row(long index, Waypoint waypoint) {
    int rows = context.data().map(Dataset::rows).orElse(0);
    if (waypoint.row() >= rows) {
      throw subject.broken(
          "path("
              + index
              + ") must start, bend and end at rows of the data or points: found row "
              + waypoint.row()
              + " of "
              + rows);
    }
    return "#" + waypoint.row();
  }

  private String point(long index, Waypoint waypoint) {
    if (waypoint.width() != context.inputWidth()) {
      throw subject.broken(
          "the points of path("
              + index
              + ") must have as many coordinates as the model's input: expected "
              + context.inputWidth()
              + " but found "
              + waypoint.width());
    }
    return Arrays.toString(waypoint.coordinates());
  }
}
