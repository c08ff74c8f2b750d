package org.folding.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.folding.api.InvalidInputException;
import org.folding.api.OptionSpec;
import org.folding.api.metric.MetricFactory;
import org.folding.api.plugin.FoldingPlugin;
import org.junit.jupiter.api.Test;

final class ComponentRegistryTest {

  private record Metrics(List<MetricFactory> metrics) implements FoldingPlugin {
    static Metrics named(String... names) {
      return new Metrics(
          List.of(names).stream().<MetricFactory>map(HandMetricFactory::new).toList());
    }
  }

  @Test
  void anUnknownNameIsAnsweredWithWhatThereIs() {
    ComponentRegistry registry =
        ComponentRegistry.builder()
            .add(Metrics.named("range", "convexity-defect"), PluginOrigin.builtIn(Metrics.class))
            .add(Metrics.named("turnback"))
            .build();

    assertThatThrownBy(() -> registry.metric("rnage"))
        .isExactlyInstanceOf(InvalidInputException.class)
        .hasMessage(
            "metric 'rnage' does not exist; did you mean 'range'? There are: convexity-defect"
                + " (built in), range (built in), turnback (class path)");
    assertThatThrownBy(() -> registry.metric("curvature"))
        .hasMessage(
            "metric 'curvature' does not exist; there are: convexity-defect (built in), range"
                + " (built in), turnback (class path)");
    assertThatThrownBy(() -> registry.pathGenerator("line"))
        .hasMessage("path generator 'line' does not exist; there is none");
    assertThatThrownBy(() -> registry.modelLoader("onnx"))
        .hasMessage("model loader 'onnx' does not exist; there is none");
  }

  @Test
  void componentsAreSortedByName() {
    ComponentRegistry registry =
        ComponentRegistry.builder().add(Metrics.named("b", "c", "a")).build();

    assertThat(registry.metrics()).extracting(Component::name).containsExactly("a", "b", "c");
  }

  @Test
  void aRegistryDoesNotChangeWithItsBuilder() {
    ComponentRegistry.Builder builder = ComponentRegistry.builder().add(Metrics.named("a"));
    ComponentRegistry registry = builder.build();
    builder.add(Metrics.named("b"));

    assertThat(registry.metrics()).extracting(Component::name).containsExactly("a");
    assertThat(registry.plugins()).hasSize(1);
    assertThat(builder.build().metrics()).hasSize(2);
  }

  @Test
  void aPluginIsTakenWholeOrNotAtAll() {
    ComponentRegistry.Builder builder = ComponentRegistry.builder().add(Metrics.named("a"));

    assertThatThrownBy(() -> builder.add(Metrics.named("b", "a", "Bad", "b")))
        .isInstanceOfSatisfying(
            InvalidInputException.class,
            e ->
                assertThat(e.problems())
                    .hasSize(3)
                    .anyMatch(line -> line.contains("metric 'a' is already registered by"))
                    .anyMatch(line -> line.contains("is called 'Bad', but a name must match"))
                    .anyMatch(line -> line.contains("brings metric 'b' twice")));
    assertThat(builder.build().metrics()).extracting(Component::name).containsExactly("a");
  }

  @Test
  void namesAreBounded() {
    ComponentRegistry.builder().add(Metrics.named("x".repeat(127)));

    assertThatThrownBy(() -> ComponentRegistry.builder().add(Metrics.named("x".repeat(128))))
        .hasMessageContaining("at most 127 characters");
  }

  @Test
  void factoriesThatBreakTheContractAreRefused() {
    OptionSpec key = OptionSpec.of("key", OptionSpec.Type.INTEGER, "1", "A number.");
    OptionSpec wrong = OptionSpec.of("low", OptionSpec.Type.NUMBER, "none", "A number.");

    assertRefused(new HandMetricFactory("m", " ", List.of()), "('m') has no description");
    assertRefused(
        new HandMetricFactory("m", null, List.of()), "description() of metric 'm' returns null");
    assertRefused(
        new HandMetricFactory("m", "M.", null), "options() of metric 'm' throws NullPointer");
    assertRefused(new HandMetricFactory(null, "M.", List.of()), "returns null");
    assertRefused(
        new HandMetricFactory("m", "M.", List.of(key, key)),
        "declares the option 'metrics.m.key' twice");
    assertRefused(
        new HandMetricFactory("m", "M.", List.of(wrong)),
        "declares a default that is no value: 'metrics.m.low' is 'none' but must be a number");
  }

  private static void assertRefused(MetricFactory factory, String message) {
    assertThatThrownBy(() -> ComponentRegistry.builder().add(new Metrics(List.of(factory))))
        .isExactlyInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith("class path: ")
        .hasMessageContaining(message);
  }

  @Test
  void aFactoryThatMakesNothingIsNamed() {
    MetricFactory factory =
        ComponentRegistry.builder().add(Metrics.named("m")).build().metric("m").factory();

    assertThatThrownBy(() -> factory.create(null, null))
        .isInstanceOf(PluginFaultException.class)
        .hasMessageStartingWith("class path: create() of metric 'm' returns null");
  }
}
