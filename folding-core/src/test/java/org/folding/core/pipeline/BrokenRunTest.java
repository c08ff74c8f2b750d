package org.folding.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import org.folding.api.FoldingException;
import org.folding.api.InvalidInputException;
import org.folding.api.Options;
import org.folding.api.metric.Metric;
import org.folding.api.metric.MetricContext;
import org.folding.api.metric.MetricFactory;
import org.folding.api.metric.MetricValue;
import org.folding.api.model.Evaluator;
import org.folding.api.model.Model;
import org.folding.api.model.UnitLayer;
import org.folding.api.network.Network;
import org.folding.api.network.Shape;
import org.folding.api.network.UnitRole;
import org.folding.api.path.InputPath;
import org.folding.api.path.PathGenerator;
import org.folding.api.path.Waypoint;
import org.folding.api.walk.Walk;
import org.folding.core.cantornet.CantorNet;
import org.folding.engine.WalkSettings;
import org.folding.engine.network.NetworkModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Runs whose components break their contract, or that end before their time. */
@Timeout(60)
final class BrokenRunTest {
  @Test
  void anInterruptionEndsARunWhoseReaderNeverWaits() {
    AtomicLong made = new AtomicLong();
    PathGenerator paths =
        generator(
            1000,
            index -> {
              made.incrementAndGet();
              return line();
            });
    List<Long> read = new ArrayList<>();
    Folding run =
        Folding.of(cantorNet())
            .paths(paths)
            .metric(new FlipCount())
            .threads(1)
            .eachPath(
                result -> {
                  read.add(result.path());
                  // Later blocks are ready by then, as many as the window holds.
                  while (made.get() < 1000) {
                    Thread.onSpinWait();
                  }
                  Thread.currentThread().interrupt();
                });

    assertThatThrownBy(run::run).isInstanceOf(RunInterruptedException.class);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(read).hasSize(250);
  }

  @Test
  void refusesPathsOutsideTheInputSpace() {
    InputPath wide = new InputPath(List.of(Waypoint.point(0, 1), Waypoint.point(0, 1, 2)));
    InputPath narrow = new InputPath(List.of(Waypoint.point(0), Waypoint.point(0, 1)));

    assertThatThrownBy(() -> Folding.of(cantorNet()).path(wide).metric(new FlipCount()).run())
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("path 0: waypoint 2 is a vector of 3 but an input of the model has width 2");
    assertThatThrownBy(() -> Folding.of(cantorNet()).path(narrow).metric(new FlipCount()).run())
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("path 0: waypoint 1 is a vector of 1 but an input of the model has width 2");
    assertThatThrownBy(
            () ->
                Folding.of(cantorNet())
                    .path(InputPath.betweenRows(4, 5))
                    .metric(new FlipCount())
                    .run())
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("path 0: waypoint 1 is row 4 but the run has no data");
    PathGenerator none = generator(0, index -> line());
    assertThatThrownBy(() -> Folding.of(cantorNet()).paths(none).metric(new FlipCount()).run())
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith("paths: there is none to walk");
  }

  @Test
  void refusesAMetricThatGivesOneNameTwice() {
    MetricValue value = MetricValue.count("a", "Zero.");
    Giving twice = new Giving(() -> List.of(value, value));

    assertThatThrownBy(() -> Folding.of(cantorNet()).path(line()).metric(twice).run())
        .isInstanceOf(FoldingException.class)
        .hasMessage("metric 'giving' gives two values named 'a'");
  }

  @Test
  void refusesAMetricWithTwoHeadlines() {
    MetricValue a = MetricValue.count("a", "Zero.").asHeadline();
    MetricValue b = MetricValue.count("b", "Zero.").asHeadline();
    Giving two = new Giving(() -> List.of(a, b));

    assertThatThrownBy(() -> Folding.of(cantorNet()).path(line()).metric(two).run())
        .isInstanceOf(FoldingException.class)
        .hasMessage("metric 'giving' gives two headlines, 'a' and 'b'");
  }

  /** With a value more it would write into the columns of the next metric. */
  @Test
  void refusesAMetricThatGivesOtherValuesWhenItIsMadeAnew() {
    AtomicInteger asked = new AtomicInteger();
    MetricValue a = MetricValue.count("a", "Zero.");
    MetricValue b = MetricValue.count("b", "Zero.");
    Giving more = new Giving(() -> asked.getAndIncrement() == 0 ? List.of(a) : List.of(a, b));

    assertThatThrownBy(() -> Folding.of(cantorNet()).path(line()).metric(more).run())
        .isInstanceOf(FoldingException.class)
        .hasMessage(
            "metric 'giving' gives the values [a] and, made anew, [a, b]; this is a fault of the"
                + " metric");
  }

  @Test
  void aMetricThatCannotBeMadeLeavesNoEvaluatorOpen() {
    AtomicInteger asked = new AtomicInteger();
    Giving once =
        new Giving(
            () -> {
              // The first instance tells the columns.
              if (asked.getAndIncrement() > 0) {
                throw new InvalidInputException("no more");
              }
              return List.of();
            });
    AtomicInteger open = new AtomicInteger();

    assertThatThrownBy(() -> sampled(open).metric(once).run()).hasMessage("no more");
    assertThat(open).hasValue(0);
    sampled(open).metric(new FlipCount()).run();
    assertThat(open).hasValue(0);
  }

  @Test
  void refusesAModelWhoseLayersAreNotThoseOfItsNetwork() {
    UnitLayer elsewhere = new UnitLayer("elsewhere", "Relu", Shape.of(3), UnitRole.HIDDEN, 1);

    assertThatThrownBy(() -> layered(List.of(elsewhere)).run())
        .isInstanceOf(FoldingException.class)
        .hasMessageStartingWith("model 'layered' names layers that are not those of its network");
    assertThatThrownBy(() -> layered(List.of(elsewhere, elsewhere)).run())
        .isInstanceOf(FoldingException.class)
        .hasMessageStartingWith("model 'layered' has two layers named 'elsewhere'");
  }

  @Test
  void aModelThatIsANetworkNeedNotNameItsLayers() {
    Network network = CantorNet.of(CantorNet.Representation.A, 2);
    Model bare =
        new Model() {
          @Override
          public String name() {
            return "bare";
          }

          @Override
          public Shape inputShape() {
            return network.inputShape();
          }

          @Override
          public Optional<Network> network() {
            return Optional.of(network);
          }
        };

    List<PathResult> results = new ArrayList<>();
    Folding.of(bare).path(line()).metric(new FlipCount()).eachPath(results::add).run();

    // Closed form of the construction: 2^(k+1) − 2 flips of hidden units.
    assertThat(results).extracting(PathResult::flips).containsExactly(6);
  }

  private static Folding layered(List<UnitLayer> layers) {
    Network network = CantorNet.of(CantorNet.Representation.A, 1);
    Model model =
        new Model() {
          @Override
          public String name() {
            return "layered";
          }

          @Override
          public Shape inputShape() {
            return network.inputShape();
          }

          @Override
          public List<UnitLayer> layers() {
            return layers;
          }

          @Override
          public Optional<Network> network() {
            return Optional.of(network);
          }
        };
    return Folding.of(model).path(line()).metric(new FlipCount());
  }

  private static Folding sampled(AtomicInteger open) {
    return Folding.of(new CountingModel(open))
        .path(line())
        .walk(WalkSettings.sampled(3, WalkSettings.Count.ALL));
  }

  /** A metric that gives zeros. */
  private record Giving(Supplier<List<MetricValue>> given) implements MetricFactory {
    @Override
    public String name() {
      return "giving";
    }

    @Override
    public String description() {
      return "Gives zeros.";
    }

    @Override
    public Metric create(Options options, MetricContext context) {
      List<MetricValue> values = given.get();
      return new Metric() {
        @Override
        public List<MetricValue> values() {
          return values;
        }

        @Override
        public void measure(Walk walk, double[] row, int offset) {}
      };
    }
  }

  /** Counts its open evaluators; its one unit is active where x is positive. */
  private record CountingModel(AtomicInteger open) implements Model {
    @Override
    public String name() {
      return "counting";
    }

    @Override
    public Shape inputShape() {
      return Shape.of(2);
    }

    @Override
    public List<UnitLayer> layers() {
      return List.of(new UnitLayer("only", "Relu", Shape.of(1), UnitRole.HIDDEN, 1));
    }

    @Override
    public Optional<Network> network() {
      return Optional.empty();
    }

    @Override
    public Optional<Evaluator> newEvaluator() {
      open.incrementAndGet();
      return Optional.of(
          new Evaluator() {
            @Override
            public void margins(double[] points, int rows, double[] margins) {
              for (int row = 0; row < rows; row++) {
                margins[row] = points[2 * row];
              }
            }

            @Override
            public void close() {
              open.decrementAndGet();
            }
          });
    }
  }

  private static Model cantorNet() {
    return new NetworkModel(CantorNet.of(CantorNet.Representation.A, 2), List.of());
  }

  private static InputPath line() {
    return new InputPath(List.of(Waypoint.point(0, 0.75), Waypoint.point(1, 0.75)));
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
