package org.folding.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.folding.api.InvalidInputException;
import org.folding.api.OptionSpec;
import org.folding.api.metric.Metric;
import org.folding.api.metric.MetricContext;
import org.folding.api.metric.MetricFactory;
import org.folding.api.metric.MetricValue;
import org.folding.api.walk.Walk;
import org.folding.api.walk.WalkMode;
import org.folding.testkit.StandIns.HandMetric;
import org.folding.testkit.StandIns.HandMetricFactory;
import org.folding.testkit.StandIns.Measuring;
import org.folding.testkit.StandIns.Traits;
import org.junit.jupiter.api.Test;

final class MetricContractTest {
  private static final MetricValue N = MetricValue.count("n", "The flips.");
  private static final MetricValue X = MetricValue.real("x", "The last time.");
  private static final OptionSpec FACTOR =
      OptionSpec.of("factor", OptionSpec.Type.INTEGER, "1", "By what to multiply.");

  private static final MetricFactory GOOD =
      new HandMetricFactory(
          Traits.of("acme", FACTOR),
          (options, context) -> {
            long factor = options.integer("factor", 1, 9);
            return new HandMetric(
                () -> List.of(N, X),
                (walk, row, offset) -> {
                  row[offset] = factor * walk.flips();
                  row[offset + 1] = lastTime(walk);
                });
          });

  @Test
  void acceptsWhatKeepsTheRules() {
    MetricContract.check(GOOD);
    MetricContract.check(GOOD, Map.of("factor", "3"));
    MetricContract.check(
        GOOD,
        Map.of(),
        new MetricContext(Walks.layers(2), WalkMode.SAMPLED, Optional.empty()),
        List.of(Walks.of(2).mode(WalkMode.SAMPLED).step(0.5, 1).build()));
  }

  @Test
  void measuresAWalkWrittenByHand() {
    Walk walk = Walks.of(3).step(0.25, 0, 1).step(0.5, 2).build();

    assertThat(MetricContract.measure(GOOD, Map.of("factor", "3"), walk)).containsExactly(9, 0.5);
    assertThatThrownBy(() -> MetricContract.measure(GOOD, Map.of("factor", "0"), walk))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("'metrics.acme.factor' is 0 but must be from 1 to 9");
  }

  @Test
  void checksTheFactoryToo() {
    broken(
        new HandMetricFactory(Traits.of("Acme"), (options, context) -> null),
        "metric 'Acme': the name must match [a-z][a-z0-9_-]* and have at most 127 characters: found"
            + " 'Acme'");
  }

  @Test
  void refusesOptionsThatAreNotDeclared() {
    assertThatThrownBy(() -> MetricContract.check(GOOD, Map.of("facto", "3")))
        .isInstanceOf(AssertionError.class)
        .hasMessage(
            "metric 'acme': the options {facto=3} must be valid: found 'metrics.acme.facto' is not"
                + " an option; known here: factor");
    broken(
        new HandMetricFactory(
            Traits.of("acme"),
            (options, context) -> {
              options.integer("factor");
              return null;
            }),
        "metric 'acme': create() must not throw: found java.lang.IllegalArgumentException: option"
            + " 'metrics.acme.factor' was never declared");
  }

  @Test
  void refusesNull() {
    broken(
        new HandMetricFactory(Traits.of("acme"), (options, context) -> null),
        "metric 'acme': create() must not return null");
    broken(
        metric(() -> null, (walk, row, offset) -> {}),
        "metric 'acme': values() must not return null");
  }

  @Test
  void refusesValuesThatAreNamedTwiceOrNotAtAll() {
    broken(
        metric(() -> List.of(N, X, N), (walk, row, offset) -> {}),
        "metric 'acme': values() must have different names: found 'n' twice");
    MetricValue nameless = MetricValue.real(" ", "What?");
    broken(
        metric(() -> List.of(nameless), (walk, row, offset) -> {}),
        "metric 'acme': every value must have a name and a description: found " + nameless);
    MetricValue unsaid = MetricValue.real("x", "");
    broken(
        metric(() -> List.of(unsaid), (walk, row, offset) -> {}),
        "metric 'acme': every value must have a name and a description: found " + unsaid);
  }

  @Test
  void refusesValuesThatChange() {
    AtomicInteger instances = new AtomicInteger();
    broken(
        new HandMetricFactory(
            Traits.of("acme"),
            (options, context) -> {
              List<MetricValue> values = instances.getAndIncrement() == 0 ? List.of(N) : List.of(X);
              return new HandMetric(() -> values, (walk, row, offset) -> {});
            }),
        "metric 'acme': values() must be the same from every instance: expected "
            + List.of(N)
            + " but found "
            + List.of(X));
    broken(
        new HandMetricFactory(
            Traits.of("acme"),
            (options, context) -> {
              AtomicInteger calls = new AtomicInteger();
              return new HandMetric(
                  () -> calls.getAndIncrement() == 0 ? List.of(N) : List.of(X),
                  (walk, row, offset) -> {});
            }),
        "metric 'acme': values() must always return the same: expected "
            + List.of(N)
            + " but found "
            + List.of(X));
  }

  @Test
  void refusesNumbersBesideItsOwn() {
    String rule = "measure() must write 1 numbers from the offset on and nothing else: ";
    broken(
        metric(
            () -> List.of(N),
            (walk, row, offset) -> {
              row[offset] = 1;
              row[offset + 1] = 2;
            }),
        "metric 'acme': " + rule + "with offset 3 it changed cell 4 to 2.0");
    broken(
        metric(() -> List.of(N), (walk, row, offset) -> row[0] = 1),
        "metric 'acme': " + rule + "with offset 3 it changed cell 0 to 1.0");
    broken(
        metric(() -> List.of(N), (walk, row, offset) -> row[offset + 9] = 1),
        "metric 'acme': measure() must not throw: found"
            + " java.lang.ArrayIndexOutOfBoundsException: Index 12 out of bounds for length 7");
  }

  @Test
  void refusesNumbersThatAreLeftOut() {
    broken(
        metric(() -> List.of(N, X), (walk, row, offset) -> row[offset] = 1),
        "metric 'acme': measure() must write value 'x': found nothing for walk {start {}}");
  }

  @Test
  void refusesCountsThatAreNotWhole() {
    for (double number : new double[] {Double.NaN, 0.5, Double.POSITIVE_INFINITY}) {
      broken(
          metric(() -> List.of(N), (walk, row, offset) -> row[offset] = number),
          "metric 'acme': value 'n' is a COUNT and must be a whole number: found "
              + number
              + " for walk {start {}}");
    }
    MetricContract.check(metric(() -> List.of(X), (walk, row, offset) -> row[offset] = Double.NaN));
  }

  @Test
  void refusesNumbersThatDependOnTheRow() {
    broken(
        metric(() -> List.of(X), (walk, row, offset) -> row[offset] = offset),
        "metric 'acme': value 'x' must depend on the walk alone: expected 3.0 as from a new metric"
            + " but a second instance, elsewhere in the row, gives 0.0 for walk {start {}}");
  }

  /** A metric that counts on without forgetting. */
  @Test
  void refusesNumbersThatDependOnOtherWalks() {
    broken(
        new HandMetricFactory(
            Traits.of("acme"),
            (options, context) -> {
              AtomicInteger flips = new AtomicInteger();
              return new HandMetric(
                  () -> List.of(N),
                  (walk, row, offset) -> row[offset] = flips.addAndGet(walk.flips()));
            }),
        "metric 'acme': value 'n' must depend on the walk alone: expected 3.0 as from a new metric"
            + " but one that has measured other walks gives 4.0 for walk {start {0, 5}; t 0.125: 0;"
            + " t 0.375: 5; t 0.875: 6}");
  }

  private static double lastTime(Walk walk) {
    return walk.steps() == 0 ? Double.NaN : walk.time(walk.steps() - 1);
  }

  private static MetricFactory metric(Supplier<List<MetricValue>> values, Measuring measuring) {
    Metric metric = new HandMetric(values, measuring);
    return new HandMetricFactory(Traits.of("acme"), (options, context) -> metric);
  }

  private static void broken(MetricFactory factory, String message) {
    assertThatThrownBy(() -> MetricContract.check(factory))
        .isInstanceOf(AssertionError.class)
        .hasMessage(message);
  }
}
