package org.folding.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.folding.api.FoldingException;
import org.folding.api.InvalidInputException;
import org.folding.api.model.Model;
import org.folding.api.network.Dense;
import org.folding.api.network.Network;
import org.folding.api.network.Rectifier;
import org.folding.api.network.Shape;
import org.folding.api.network.Tensor;
import org.folding.api.network.UnitRole;
import org.folding.api.path.InputPath;
import org.folding.api.path.PathGenerator;
import org.folding.api.path.Waypoint;
import org.folding.core.cantornet.CantorNet;
import org.folding.core.path.RandomFactory;
import org.folding.core.sink.PathBlock;
import org.folding.core.sink.ResultSink;
import org.folding.core.sink.RunSummary;
import org.folding.core.sink.StatisticsSink;
import org.folding.core.statistics.StatisticsSettings;
import org.folding.engine.WalkSettings;
import org.folding.engine.network.NetworkModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class FoldingTest {
  private static final Map<String, String> BOX = Map.of("count", "3001", "low", "-3", "high", "3");

  /** As on a cluster: parts in any order, their statistics written, read and merged. */
  @Test
  void partsMergedAreTheWhole() throws IOException {
    StatisticsSettings few = new StatisticsSettings(100, 0);
    Folding whole = boxes().statistics(few);
    List<StatisticsSink> parts = new ArrayList<>();
    for (long[] part : new long[][] {{2000, 3001}, {0, 17}, {1000, 2000}, {17, 1000}}) {
      StatisticsSink gathered = boxes().statistics(few).part(part[0], part[1]);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      gathered.save(new DataOutputStream(bytes));
      StatisticsSink read = new StatisticsSink(Optional.empty(), few);
      read.resume(
          gathered.columns(), new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
      parts.add(read);
    }
    parts.subList(1, 4).forEach(parts.get(0)::merge);

    assertThat(parts.get(0).statistics()).isEqualTo(whole.run().statistics());
    assertThat(parts.get(0).statistics().paths()).isEqualTo(3001);
    assertThatThrownBy(() -> boxes().part(3000, 3002))
        .hasMessage("paths 3000 to 3002 are no part of 3001");
  }

  private static Folding boxes() {
    return Folding.of(new NetworkModel(CantorNet.of(CantorNet.Representation.A, 3), List.of()))
        .paths(new RandomFactory(), BOX)
        .metric(new FlipCount());
  }

  @Test
  void cantorNetTurnsTheLineIntoItsRegions() {
    for (int k = 1; k <= 6; k++) {
      List<PathResult> results = new ArrayList<>();
      RunSummary summary =
          Folding.of(new NetworkModel(CantorNet.of(CantorNet.Representation.A, k), List.of()))
              .path(line())
              .metric(new FlipCount())
              .eachPath(results::add)
              .run();

      // Closed form of the construction: 2^(k+1) − 1 regions, 2^(k+1) − 2 flips of hidden units.
      assertThat(results).hasSize(1);
      assertThat(results.get(0).regions()).isEqualTo((1 << (k + 1)) - 1);
      assertThat(results.get(0).metric("flip-count").number("flips")).isEqualTo((1 << (k + 1)) - 2);
      assertThat(results.get(0).from()).isEmpty();
      assertThat(summary.units().bits()).isEqualTo(3 * k);
      assertThat(summary.statistics().paths()).isEqualTo(1);
    }
  }

  @Test
  void anyNumberOfThreadsGivesTheSame() {
    Model model = randomNetwork(3, 12, 12, 12);
    List<PathResult> expected = new ArrayList<>();
    RunSummary one = randomPaths(model).threads(1).eachPath(expected::add).run();
    assertThat(expected).hasSize(3001);
    assertThat(expected)
        .extracting(PathResult::path)
        .containsExactlyElementsOf(LongStream.range(0, 3001).boxed().toList());
    assertThat(expected).extracting(PathResult::flips).anyMatch(flips -> flips > 5);

    for (int threads : new int[] {2, 3, 8}) {
      List<PathResult> results = new ArrayList<>();
      RunSummary summary = randomPaths(model).threads(threads).eachPath(results::add).run();

      assertThat(results).isEqualTo(expected);
      assertThat(summary.statistics()).isEqualTo(one.statistics());
    }
  }

  @Test
  void aSlowReaderHoldsTheWorkersUp() {
    AtomicLong made = new AtomicLong();
    AtomicLong ahead = new AtomicLong();
    PathGenerator endless = counted(50_000, made);

    Folding.of(cantorNet())
        .paths(endless)
        .metric(new FlipCount())
        .threads(2)
        .eachPath(result -> ahead.accumulateAndGet(made.get() - result.path(), Math::max))
        .run();

    // Eight places of 256 paths for two threads, and what each thread is working on.
    assertThat(ahead.get()).isPositive().isLessThanOrEqualTo((8 + 2 + 1) * 256);
  }

  @Test
  void tellsTheFailureOfTheFirstPathThatFails() {
    for (int threads : new int[] {1, 4}) {
      PathGenerator failing =
          generator(
              100_000,
              index -> {
                if (index >= 1000) {
                  throw new InvalidInputException("path " + index + " is wrong");
                }
                return line();
              });
      AtomicInteger ended = new AtomicInteger();
      List<PathResult> results = new ArrayList<>();
      Folding run =
          Folding.of(cantorNet())
              .paths(failing)
              .metric(new FlipCount())
              .threads(threads)
              .eachPath(results::add)
              .listener(
                  new ProgressListener() {
                    @Override
                    public void ended() {
                      ended.incrementAndGet();
                    }
                  });

      assertThatThrownBy(run::run)
          .isInstanceOf(InvalidInputException.class)
          .hasMessage("path 1000 is wrong");
      assertThat(ended).hasValue(1);
      assertThat(results).hasSizeLessThanOrEqualTo(1000);
    }
  }

  /** Paths are made in advance; one that cannot be made must not hide what fails before it. */
  @Test
  void tellsTheFailureOfAMetricBeforeThatOfALaterPath() {
    AtomicInteger measured = new AtomicInteger();
    PathGenerator failing =
        generator(
            100,
            index -> {
              if (index >= 3) {
                throw new InvalidInputException("path " + index + " is wrong");
              }
              return line();
            });
    FlipCount second =
        new FlipCount(
            flips -> {
              if (measured.incrementAndGet() == 2) {
                throw new IllegalStateException("no");
              }
            });

    assertThatThrownBy(() -> Folding.of(cantorNet()).paths(failing).metric(second).threads(1).run())
        .hasMessage("metric 'flip-count' failed on path 1: java.lang.IllegalStateException: no");
  }

  @Test
  void namesTheMetricThatFails() {
    FlipCount failing =
        new FlipCount(
            flips -> {
              throw new IllegalStateException("no");
            });

    assertThatThrownBy(() -> Folding.of(cantorNet()).path(line()).metric(failing).run())
        .isInstanceOf(FoldingException.class)
        .isNotInstanceOf(InvalidInputException.class)
        .hasMessage("metric 'flip-count' failed on path 0: java.lang.IllegalStateException: no");
  }

  @Test
  void errorsOfWorkersComeOut() {
    FlipCount failing =
        new FlipCount(
            flips -> {
              throw new StackOverflowError("deep");
            });

    assertThatThrownBy(() -> Folding.of(cantorNet()).path(line()).metric(failing).run())
        .isInstanceOf(StackOverflowError.class);
  }

  @Test
  void failuresOfReadersStopTheWorkers() {
    ResultSink full =
        new ResultSink() {
          @Override
          public void accept(PathBlock block) {
            throw new InvalidInputException("disk full");
          }
        };

    assertThatThrownBy(
            () ->
                Folding.of(cantorNet())
                    .paths(counted(1_000_000, new AtomicLong()))
                    .metric(new FlipCount())
                    .sink(full)
                    .run())
        .hasMessage("disk full");
    assertThat(Thread.getAllStackTraces().keySet())
        .noneMatch(thread -> thread.getName().startsWith("folding-walker"));
  }

  @Test
  void anInterruptionEndsTheRun() {
    Folding run =
        Folding.of(cantorNet())
            .paths(counted(1_000_000_000L, new AtomicLong()))
            .metric(new FlipCount())
            .eachPath(
                result -> {
                  if (result.path() == 5000) {
                    Thread.currentThread().interrupt();
                  }
                });

    assertThatThrownBy(run::run).isInstanceOf(RunInterruptedException.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void progressReachesTheNumberOfPaths() {
    List<Long> calls = new ArrayList<>();
    randomPaths(cantorNet())
        .listener(
            new ProgressListener() {
              @Override
              public void started(long paths) {
                calls.add(paths);
              }

              @Override
              public void advanced(long done) {
                calls.add(done);
              }
            })
        .run();

    assertThat(calls.get(0)).isEqualTo(3001);
    assertThat(calls.subList(1, calls.size())).isSorted().endsWith(3001L);
  }

  @Test
  void refusesWhatDoesNotFitTogether() {
    assertThatThrownBy(() -> Folding.of(cantorNet()).path(line()).run())
        .hasMessage("a run needs a metric");
    assertThatThrownBy(() -> Folding.of(cantorNet()).metric(new FlipCount()).run())
        .hasMessage("a run needs paths");
    assertThatThrownBy(
            () -> Folding.of(cantorNet()).metric(new FlipCount()).metric(new FlipCount()))
        .hasMessage("metric 'flip-count' is asked for twice");
    assertThatThrownBy(
            () -> Folding.of(cantorNet()).paths(new RandomFactory(), Map.of("cuont", "1")))
        .hasMessageContaining("paths.random.cuont");
  }

  private static Folding randomPaths(Model model) {
    return Folding.of(model)
        .paths(new RandomFactory(), BOX)
        .walk(WalkSettings.exact(WalkSettings.Count.ALL))
        .metric(new FlipCount());
  }

  private static Model cantorNet() {
    return new NetworkModel(CantorNet.of(CantorNet.Representation.A, 2), List.of());
  }

  private static Model randomNetwork(int inputs, int... widths) {
    Random random = new Random(11);
    Network.Builder network = Network.builder("random", Shape.of(inputs));
    int from = inputs;
    for (int i = 0; i < widths.length; i++) {
      Tensor weights = tensor(random, widths[i], from);
      network.then("dense" + i, new Dense(weights, tensor(random, widths[i])));
      network.then("relu" + i, Rectifier.relu(UnitRole.HIDDEN));
      from = widths[i];
    }
    return new NetworkModel(network.build(), List.of());
  }

  private static Tensor tensor(Random random, int... shape) {
    Shape of = Shape.of(shape);
    return Tensor.of(of, random.doubles(of.size(), -1, 1).toArray());
  }

  private static InputPath line() {
    return new InputPath(List.of(Waypoint.point(0, 0.75), Waypoint.point(1, 0.75)));
  }

  private static PathGenerator counted(long count, AtomicLong made) {
    return generator(
        count,
        index -> {
          made.incrementAndGet();
          return line();
        });
  }

  private static PathGenerator generator(long count, LongFunction<InputPath> path) {
    return new PathGenerator() {
      @Override
      public long count() {
        return count;
      }

      @Override
      public InputPath path(long index) {
        return path.apply(index);
      }
    };
  }
}
