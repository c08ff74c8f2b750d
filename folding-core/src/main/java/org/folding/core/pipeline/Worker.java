package org.folding.core.pipeline;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.folding.api.FoldingException;
import org.folding.api.metric.Metric;
import org.folding.api.metric.MetricContext;
import org.folding.api.metric.MetricValue;
import org.folding.api.path.InputPath;
import org.folding.api.path.PathGenerator;
import org.folding.api.walk.Walk;
import org.folding.core.config.MetricChoice;
import org.folding.core.plugin.MetricRoles;
import org.folding.core.sink.PathBlock;
import org.folding.core.statistics.Column;
import org.folding.engine.WalkerFactory;
import org.folding.engine.path.Walker;
import org.folding.engine.verify.Verification;
import org.folding.engine.verify.WalkVerifier;

/** One thread's share of a run: a walker and an instance of each metric. */
final class Worker implements AutoCloseable {
  private final PathGenerator paths;
  private final PathCheck check;
  private final Walker walker;
  private final Optional<WalkCheck> walkCheck;
  private final Optional<WalkVerifier> verifier;
  private final List<Measure> measures = new ArrayList<>();
  // The paths to come, and the index of the first of them.
  private final List<InputPath> ahead = new ArrayList<>();
  private long firstAhead;

  // What verifying the walks of the block at hand has shown.
  private Optional<Verification> verified;

  private record Measure(String name, Metric metric, int width) {}

  Worker(
      PathGenerator paths,
      PathCheck check,
      WalkerFactory walkers,
      List<MetricChoice> metrics,
      MetricContext context,
      List<Column> columns,
      Optional<WalkCheck> walkCheck) {
    this.paths = paths;
    this.check = check;
    for (MetricChoice choice : metrics) {
      String name = choice.factory().name();
      Metric metric = choice.factory().create(choice.options(), context);
      List<MetricValue> values = metric.values();
      requireValues(name, values, columns);
      measures.add(new Measure(name, metric, values.size()));
    }
    this.walkCheck = walkCheck;
    this.verifier = walkCheck.map(WalkCheck::newVerifier);
    this.verified = walkCheck.map(WalkCheck::none);
    // Last, as it is to be closed: nothing that fails may come after.
    this.walker = walkers.newWalker();
  }

  /** What a worker measures, in the order of its rows. */
  static List<Column> columns(List<MetricChoice> metrics, MetricContext context) {
    List<Column> columns = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (MetricChoice choice : metrics) {
      String metric = choice.factory().name();
      List<MetricValue> values = choice.factory().create(choice.options(), context).values();
      MetricRoles.fault(values)
          .ifPresent(
              fault -> {
                throw new FoldingException("metric '" + metric + "' " + fault);
              });
      for (MetricValue value : values) {
        Column column = new Column(metric, value);
        if (!names.add(column.name())) {
          throw new FoldingException(
              "metric '" + metric + "' gives two values named '" + value.name() + "'");
        }
        columns.add(column);
      }
    }
    return List.copyOf(columns);
  }

  /** A metric that gave other values for this worker would write into columns of others. */
  private static void requireValues(String metric, List<MetricValue> values, List<Column> columns) {
    List<String> given = values.stream().map(MetricValue::name).toList();
    List<String> before =
        columns.stream()
            .filter(column -> column.metric().equals(metric))
            .map(column -> column.value().name())
            .toList();
    if (!given.equals(before)) {
      throw new FoldingException(
          "metric '"
              + metric
              + "' gives the values "
              + before
              + " and, made anew, "
              + given
              + "; this is a fault of the metric");
    }
  }

  /**
   * Tells which paths will be measured next: walks of neighbours may be made together.
   *
   * @param first the index of the first of them
   * @param end the one after the last
   */
  void expect(long first, long end) {
    ahead.clear();
    firstAhead = first;
    try {
      for (long index = first; index < end; index++) {
        ahead.add(checkedPath(index));
      }
    } catch (RuntimeException e) {
      // It is thrown again when that path's turn comes: those before it may fail too.
    }
    walker.expect(ahead);
  }

  private InputPath checkedPath(long index) {
    InputPath path = paths.path(index);
    check.check(number(index), path);
    return path;
  }

  private long number(long index) {
    return paths instanceof PathSample sample ? sample.number(index) : index;
  }

  /** Walks one of the paths that are expected and adds its row to a block. */
  void measure(long index, PathBlock block) {
    int place = (int) (index - firstAhead);
    InputPath path = place < ahead.size() ? ahead.get(place) : checkedPath(index);
    long number = number(index);
    Walk walk = walker.walk(path);
    if (verifier.isPresent()) {
      Verification found = verifier.get().verify(number, walk);
      verified = verified.map(found::plus);
    }
    int offset = block.offset();
    for (Measure measure : measures) {
      measure(measure, walk, block.measured(), offset, index);
      offset += measure.width();
    }
    block.add(row(path.start().row()), row(path.end().row()), walk.flips(), walk.regions());
  }

  /** Adds to a block what concerns all of its paths. */
  void complete(PathBlock block) {
    block.setSearched(walker.takeStatistics());
    verified.ifPresent(block::setVerified);
    verified = walkCheck.map(WalkCheck::none);
  }

  private static int row(int row) {
    return Math.max(row, -1);
  }

  private static void measure(Measure measure, Walk walk, double[] row, int offset, long index) {
    try {
      measure.metric().measure(walk, row, offset);
    } catch (FoldingException e) {
      throw e;
    } catch (RuntimeException e) {
      throw new FoldingException(
          "metric '" + measure.name() + "' failed on path " + index + ": " + e, e);
    }
  }

  @Override
  public void close() {
    walker.close();
  }
}
