package org.folding.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.folding.api.FoldingException;
import org.folding.api.InvalidInputException;
import org.folding.api.metric.MetricFactory;
import org.folding.api.plugin.FoldingPlugin;
import org.folding.core.builtin.CorePlugin;
import org.folding.core.config.ConfigurationReader;
import org.folding.core.config.RunProperties;
import org.folding.core.plugin.ComponentRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ConfiguredRunTest {
  private static final Map<String, String> RUN =
      Map.of(
          "model", "cantornet:A/3",
          "paths", "random",
          "paths.random.count", "1000",
          "metrics", "flip-count",
          "threads", "2",
          "output", "out");

  @TempDir private Path root;

  @Test
  void writesBothFiles() throws IOException {
    run(new FlipCount(), RUN, false);

    List<String> rows = Files.readAllLines(root.resolve("out/paths.csv"));
    assertThat(rows).hasSize(1001);
    assertThat(rows.get(0))
        .isEqualTo("path,from,to,flips,regions,flip-count.flips,flip-count.time");
    double sum =
        rows.stream().skip(1).mapToInt(row -> Integer.parseInt(row.split(",", -1)[3])).sum();
    JsonNode summary = new ObjectMapper().readTree(root.resolve("out/summary.json").toFile());
    assertThat(summary.at("/paths").asInt()).isEqualTo(1000);
    assertThat(summary.at("/metrics/flip-count/flips/mean").asDouble()).isEqualTo(sum / 1000);
    assertThat(summary.at("/metrics/flip-count/flips/count").asInt()).isEqualTo(1000);
    assertThat(summary.at("/metrics/flip-count/time/description").asText())
        .isEqualTo("Sum of the times.");
    assertThat(summary.at("/walk/mode").asText()).isEqualTo("exact");
    assertThat(summary.at("/walk/total").asInt()).isEqualTo(9);
    assertThat(summary.at("/walk/layers").size()).isEqualTo(3);
    assertThat(summary.at("/walk/layers/0/units").asInt()).isEqualTo(3);
    assertThat(summary.at("/walk/layers/0/role").asText()).isEqualTo("hidden");
    assertThat(summary.at("/seconds/total").asDouble())
        .isGreaterThanOrEqualTo(summary.at("/seconds/walk").asDouble());
    assertThat(summary.at("/provenance/configuration/paths.random.count").asText())
        .isEqualTo("1000");
    assertThat(summary.at("/provenance/configuration/walk").asText()).isEqualTo("exact");
    assertThat(summary.at("/provenance/seed").asLong()).isEqualTo(42);
    assertThat(summary.at("/provenance/machine/processors").asInt())
        .isEqualTo(Runtime.getRuntime().availableProcessors());
    assertThat(summary.has("classes")).isFalse();
  }

  @Test
  void saysWhichQuantilesAreExactWhateverTheThreads() throws IOException {
    Map<String, String> few = new HashMap<>(RUN);
    few.put("statistics.values", "100");
    List<JsonNode> summaries = new ArrayList<>();
    for (String threads : List.of("1", "3")) {
      few.put("threads", threads);
      run(new FlipCount(), few, true);
      JsonNode summary = new ObjectMapper().readTree(root.resolve("out/summary.json").toFile());
      summaries.add(summary.at("/metrics/flip-count"));
    }

    JsonNode metric = summaries.get(0);
    assertThat(metric.at("/flips/quantiles").asText()).isEqualTo("exact");
    assertThat(metric.at("/flips").has("quantiles_relative_error")).isFalse();
    assertThat(metric.at("/time/quantiles").asText()).isEqualTo("binned");
    double error = metric.at("/time/quantiles_relative_error").asDouble();
    assertThat(error).isBetween(0x1p-7, 0.5);
    double[] times =
        Files.readAllLines(root.resolve("out/paths.csv")).stream()
            .skip(1)
            .mapToDouble(row -> Double.parseDouble(row.split(",", -1)[6]))
            .sorted()
            .toArray();
    double median = (times[499] + times[500]) / 2;
    assertThat(metric.at("/time/median").asDouble()).isBetween(median * (1 - error), median);
    assertThat(metric.toString()).isEqualTo(summaries.get(1).toString());
  }

  /** JSON has no word for infinity; null is for what is not defined. */
  @Test
  void infiniteNumbersAreTextsAndStatisticsAreOverWhatIsDefined() throws IOException {
    Map<String, String> partly = new HashMap<>(RUN);
    partly.put("metrics", "partly");
    run(new PartlyDefined(), partly, false);

    int even = 0;
    int infinite = 0;
    for (String row : Files.readAllLines(root.resolve("out/paths.csv")).subList(1, 1001)) {
      String[] cells = row.split(",", -1);
      int flips = Integer.parseInt(cells[3]);
      even += 1 - flips % 2;
      infinite += flips % 4 == 0 ? 1 : 0;
      assertThat(cells[5]).isEqualTo(flips % 2 == 1 ? "" : flips % 4 == 0 ? "Infinity" : "0.0");
    }
    assertThat(infinite).isBetween(1, even - 1);
    assertThat(even).isBetween(1, 999);
    JsonNode summary = new ObjectMapper().readTree(root.resolve("out/summary.json").toFile());
    JsonNode number = summary.at("/metrics/partly/number");
    assertThat(number.at("/count").asInt()).isEqualTo(even);
    assertThat(number.at("/share_nonzero").asDouble()).isEqualTo((double) infinite / even);
    assertThat(number.at("/min").asDouble()).isZero();
    assertThat(number.at("/mean")).isEqualTo(TextNode.valueOf("Infinity"));
    assertThat(number.at("/max")).isEqualTo(TextNode.valueOf("Infinity"));
    JsonNode walks = new ObjectMapper().readTree(root.resolve("out/walks.json").toFile());
    assertThat(walks.at("/walks/0/value")).isEqualTo(TextNode.valueOf("Infinity"));
  }

  @Test
  void writesOnlyTheFormatsAskedFor() {
    Map<String, String> json = new HashMap<>(RUN);
    json.put("output.formats", "json");

    run(new FlipCount(), json, false);

    assertThat(root.resolve("out")).isDirectoryContaining("glob:**summary.json");
    assertThat(root.resolve("out/paths.csv")).doesNotExist();
  }

  /** With the flips as its only number, the paths with the most flips are kept. */
  @Test
  void keepsTheWalksOfTheGreatestPaths() throws IOException {
    run(new FlipCount(), RUN, false);

    List<String[]> rows =
        Files.readAllLines(root.resolve("out/paths.csv")).stream()
            .skip(1)
            .map(row -> row.split(",", -1))
            .sorted(Comparator.comparingInt(row -> -Integer.parseInt(row[3])))
            .toList();
    JsonNode json = new ObjectMapper().readTree(root.resolve("out/walks.json").toFile());
    assertThat(json.at("/by").asText()).isEqualTo("flip-count.flips");
    assertThat(json.at("/layers").size()).isEqualTo(3);
    assertThat(json.at("/walks").size()).isEqualTo(12);
    for (int i = 0; i < 12; i++) {
      // Sorting is stable, so of paths with as many flips the first comes first here too.
      JsonNode walk = json.at("/walks/" + i);
      assertThat(walk.at("/path").asText()).isEqualTo(rows.get(i)[0]);
      assertThat(walk.at("/flips").asText()).isEqualTo(rows.get(i)[3]);
      assertThat(walk.at("/regions").asText()).isEqualTo(rows.get(i)[4]);
      double sum = 0;
      for (JsonNode time : walk.at("/curve/time")) {
        sum += time.asDouble();
      }
      assertThat(sum).isCloseTo(Double.parseDouble(rows.get(i)[6]), within(1e-9));
      int flips = 0;
      for (String way : List.of("away", "back")) {
        for (JsonNode number : walk.at("/raster/" + way)) {
          flips += number.asInt();
        }
      }
      assertThat(flips).isEqualTo(walk.at("/flips").asInt());
      assertThat(walk.at("/start/point").size()).isEqualTo(2);
    }
  }

  @Test
  void aFailingMetricLeavesNothing() {
    AtomicLong calls = new AtomicLong();
    FlipCount failing =
        new FlipCount(
            flips -> {
              if (calls.incrementAndGet() == 700) {
                throw new IllegalStateException("700");
              }
            });

    assertThatThrownBy(() -> run(failing, RUN, false)).isInstanceOf(FoldingException.class);
    assertThat(root).isEmptyDirectory();
  }

  @Test
  void refusesToOverwriteBeforeComputing() throws IOException {
    run(new FlipCount(), RUN, false);
    String before = Files.readString(root.resolve("out/summary.json"));
    AtomicLong calls = new AtomicLong();
    FlipCount counting = new FlipCount(flips -> calls.incrementAndGet());

    assertThatThrownBy(() -> run(counting, RUN, false))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(
            "out already holds paths.csv, summary.json, distributions.json, walks.json");
    assertThat(calls).hasValue(0);
    assertThat(root.resolve("out/summary.json")).hasContent(before);

    run(counting, RUN, true);
    assertThat(calls).hasValue(1000);
  }

  private void run(MetricFactory metric, Map<String, String> properties, boolean force) {
    FoldingPlugin plugin =
        new FoldingPlugin() {
          @Override
          public List<MetricFactory> metrics() {
            return List.of(metric);
          }
        };
    try (ComponentRegistry registry =
        ComponentRegistry.builder().add(new CorePlugin()).add(plugin).build()) {
      new ConfiguredRun(
              ConfigurationReader.read(RunProperties.of(properties, root), registry),
              registry,
              ProgressListener.NONE)
          .execute(force);
    }
  }
}
