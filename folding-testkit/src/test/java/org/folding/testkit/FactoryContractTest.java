package org.folding.testkit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import org.folding.api.ComponentFactory;
import org.folding.api.OptionSpec;
import org.folding.testkit.StandIns.HandMetricFactory;
import org.folding.testkit.StandIns.Traits;
import org.junit.jupiter.api.Test;

final class FactoryContractTest {
  private static final OptionSpec COUNT =
      OptionSpec.of("count", OptionSpec.Type.INTEGER, "1", "How many.");

  @Test
  void acceptsWhatKeepsTheRules() {
    FactoryContract.check(
        factory(
            "a" + "_9-".repeat(42),
            COUNT,
            OptionSpec.of("file", OptionSpec.Type.FILE, "gone.csv", "A file."),
            OptionSpec.optional("unknown", OptionSpec.Type.TEXT, "What is not known."),
            OptionSpec.choice("in", List.of("box", "ball"), "What in.")));
  }

  @Test
  void refusesNamesThatNoConfigurationCanHave() {
    for (String name : List.of("Acme", "", "9a", "a b", "a.b", "a" + "b".repeat(127))) {
      broken(
          factory(name),
          "metric '"
              + name
              + "': the name must match [a-z][a-z0-9_-]* and have at most 127 characters: found '"
              + name
              + "'");
    }
  }

  @Test
  void refusesDescriptionsThatAreNoSentence() {
    for (String text : List.of(" ", "Counts flips", "Counts.\nFlips.")) {
      broken(
          new HandMetricFactory(new Traits(() -> "acme", () -> text, List::of), null),
          "metric 'acme': the description must be a sentence in one line that ends with a full"
              + " stop: found '"
              + text
              + "'");
    }
    broken(
        factory("acme", OptionSpec.optional("at", OptionSpec.Type.VECTOR, "Where")),
        "metric 'acme': the description of option 'metrics.acme.at' must be a sentence in one line"
            + " that ends with a full stop: found 'Where'");
  }

  @Test
  void refusesOptionsThatAreDeclaredTwiceOrHaveNoValidDefault() {
    broken(
        factory("acme", COUNT, COUNT),
        "metric 'acme': options() must declare each key once: found 'metrics.acme.count' twice");
    broken(
        factory("acme", OptionSpec.of("count", OptionSpec.Type.INTEGER, "many", "How many.")),
        "metric 'acme': the default of an option must be a valid value: found"
            + " 'metrics.acme.count' is 'many' but must be a whole number");
  }

  @Test
  void refusesNull() {
    broken(
        new HandMetricFactory(new Traits(() -> null, () -> "It.", List::of), null),
        "factory " + HandMetricFactory.class.getName() + ": name() must not return null");
    broken(
        new HandMetricFactory(new Traits(() -> "acme", () -> null, List::of), null),
        "metric 'acme': description() must not return null");
    broken(
        new HandMetricFactory(new Traits(() -> "acme", () -> "It.", () -> null), null),
        "metric 'acme': options() must not return null");
    broken(
        new HandMetricFactory(
            new Traits(() -> "acme", () -> "It.", () -> Arrays.asList(COUNT, null)), null),
        "metric 'acme': options() must not return a list that holds null: found ["
            + COUNT
            + ", null]");
  }

  @Test
  void refusesAnswersThatChange() {
    broken(
        new HandMetricFactory(
            new Traits(changing(List.of("acme", "acme", "other")), () -> "It.", List::of), null),
        "metric 'acme': name() must always return the same: expected acme but found other");
    broken(
        new HandMetricFactory(
            new Traits(() -> "acme", changing(List.of("One.", "Two.")), List::of), null),
        "metric 'acme': description() must always return the same: expected One. but found Two.");
    broken(
        new HandMetricFactory(
            new Traits(() -> "acme", () -> "It.", changing(List.of(List.of(), List.of(COUNT)))),
            null),
        "metric 'acme': options() must always return the same: expected [] but found ["
            + COUNT
            + "]");
  }

  @Test
  void tellsWhatAMethodThrows() {
    assertThatThrownBy(
            () ->
                FactoryContract.check(
                    new HandMetricFactory(
                        new Traits(
                            () -> "acme",
                            () -> {
                              throw new IllegalStateException("not now");
                            },
                            List::of),
                        null)))
        .isInstanceOf(AssertionError.class)
        .hasMessage(
            "metric 'acme': description() must not throw: found java.lang.IllegalStateException:"
                + " not now")
        .hasCauseInstanceOf(IllegalStateException.class);
  }

  private static ComponentFactory factory(String name, OptionSpec... options) {
    return new HandMetricFactory(Traits.of(name, options), null);
  }

  /** Answers that differ from call to call; the last one stays. */
  private static <T> Supplier<T> changing(List<T> answers) {
    Deque<T> left = new ArrayDeque<>(answers);
    return () -> left.size() > 1 ? left.poll() : left.peek();
  }

  private static void broken(ComponentFactory factory, String message) {
    assertThatThrownBy(() -> FactoryContract.check(factory))
        .isInstanceOf(AssertionError.class)
        .hasMessage(message);
  }
}
