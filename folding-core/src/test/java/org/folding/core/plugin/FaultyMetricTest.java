package org.folding.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.folding.api.metric.Metric;
import org.folding.api.metric.MetricFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What metrics of plugins may do wrong is told as a fault of the plugin, and harms no others. */
final class FaultyMetricTest {
  @TempDir private Path folder;
  private Path jar;

  @BeforeEach
  void nameJar() {
    jar = folder.resolve("acme.jar");
  }

  @Test
  void aMetricThatRunsOutOfStack() throws IOException {
    PluginCases.jar("faulty-metrics").write(jar);

    try (ComponentRegistry registry = PluginLoader.load(Optional.of(folder))) {
      MetricFactory deep = registry.metric("acme-deep").factory();
      assertThatThrownBy(() -> PluginCases.measure(deep, PluginCases.walk(1)))
          .isInstanceOf(PluginFaultException.class)
          .hasMessage(
              jar
                  + ": measure() of metric 'acme-deep' throws StackOverflowError; this is a fault of"
                  + " the plugin: ask its author, or remove it")
          .hasCauseInstanceOf(StackOverflowError.class);
    }
  }

  @Test
  void aMetricThatRunsOutOfMemory() throws IOException {
    PluginCases.jar("faulty-metrics").write(jar);

    try (ComponentRegistry registry = PluginLoader.load(Optional.of(folder))) {
      MetricFactory hungry = registry.metric("acme-hungry").factory();
      assertThatThrownBy(() -> PluginCases.measure(hungry, PluginCases.walk(1)))
          .isInstanceOf(PluginFaultException.class)
          .hasMessage(
              jar
                  + ": measure() of metric 'acme-hungry' runs out of memory (Requested array size"
                  + " exceeds VM limit); give the JVM a larger heap, or ask the plugin's author"
                  + " whether it needs so much")
          .hasCauseInstanceOf(OutOfMemoryError.class);
    }
  }

  @Test
  void memoryThatSomethingElseAskedForIsNoFaultOfThePlugin() throws IOException {
    PluginCases.jar("good").write(jar);
    OutOfMemoryError ofTheWalk = new OutOfMemoryError("Java heap space");
    // Where the heap is full, the JVM may tell no stack at all.
    OutOfMemoryError unknown = new OutOfMemoryError("Java heap space");
    unknown.setStackTrace(new StackTraceElement[0]);

    try (ComponentRegistry registry = PluginLoader.load(Optional.of(folder))) {
      PluginGuard guard = new PluginGuard(registry.metric("acme-flips").origin(), "metric");
      for (OutOfMemoryError error : List.of(ofTheWalk, unknown)) {
        assertThatThrownBy(() -> guard.run("measure()", () -> raise(error))).isSameAs(error);
      }
    }
  }

  private static void raise(Error error) {
    throw error;
  }

  /** The numbers of other metrics stand before and after those of one. */
  @ParameterizedTest
  @CsvSource({"acme-beyond, 1", "acme-before, -1"})
  void aMetricThatWritesBesideItsNumbers(String name, int index) throws IOException {
    PluginCases.jar("faulty-metrics").write(jar);

    try (ComponentRegistry registry = PluginLoader.load(Optional.of(folder))) {
      Metric metric = create(registry.metric(name).factory());
      double[] row = {1, 2, 3};
      assertThatThrownBy(() -> metric.measure(PluginCases.walk(1), row, 1))
          .isInstanceOf(PluginFaultException.class)
          .hasMessage(
              "%s: measure() of metric '%s' throws ArrayIndexOutOfBoundsException: Index %d out of"
                  + " bounds for length 1; this is a fault of the plugin: ask its author, or remove"
                  + " it",
              jar, name, index);
      assertThat(row).containsExactly(1, 2, 3);
    }
  }

  /** It must not depend on which paths a thread measured before. */
  @Test
  void aNumberThatIsLeftOutIsZero() throws IOException {
    PluginCases.jar("faulty-metrics").write(jar);

    try (ComponentRegistry registry = PluginLoader.load(Optional.of(folder))) {
      Metric metric = create(registry.metric("acme-gap").factory());
      double[] row = {-1, -1, -1, -1};
      metric.measure(PluginCases.walk(9), row, 1);
      assertThat(row).containsExactly(-1, 9, 9, -1);
      metric.measure(PluginCases.walk(4), row, 1);
      assertThat(row).containsExactly(-1, 4, 0, -1);
    }
  }

  private static Metric create(MetricFactory factory) {
    return factory.create(PluginCases.options(factory, Map.of()), PluginCases.context());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "acme-double | gives two values named 'a'",
        "acme-hole   | returns a list that holds null",
        "acme-null   | returns null",
        "acme-two    | gives two headlines, 'a' and 'b'",
        "acme-orphan | says that value 'a' is a part of 'all', which is none of its values",
      })
  void aMetricWhoseValuesAreNone(String name, String what) throws IOException {
    PluginCases.jar("faulty-metrics").write(jar);

    try (ComponentRegistry registry = PluginLoader.load(Optional.of(folder))) {
      Metric metric = create(registry.metric(name).factory());
      assertThatThrownBy(metric::values)
          .isInstanceOf(PluginFaultException.class)
          .hasMessage(
              "%s: values() of metric '%s' %s; this is a fault of the plugin: ask its author",
              jar, name, what);
    }
  }
}
