package org.folding.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A run whose names try to break out of a page, with three classes of four points each. */
final class ReportFixture {
  static final String NAME = "\"'><script>window.broken=1</script> ünï 中 & <b>";
  static final String LAYER = "</script><img src=x onerror='window.broken=1'>";
  static final int POINTS = 12;
  private static final int WIDTH = 8;
  private static final int HIDDEN_LAYERS = 3;

  private ReportFixture() {}

  /**
   * Runs with {@code output.formats=csv,html}, so in a folder there are paths.csv, what the report
   * is made of, and report.html.
   *
   * @return the results folder
   */
  static Path run(Path folder) throws IOException {
    Random random = new Random(7);
    Files.writeString(folder.resolve("net.json"), model(random));
    StringBuilder rows = new StringBuilder("x,y,label\n");
    for (int i = 0; i < POINTS; i++) {
      rows.append(number(random)).append(',').append(number(random));
      rows.append(',').append(i % 3).append('\n');
    }
    Files.writeString(folder.resolve("points.csv"), rows);
    Files.writeString(
        folder.resolve("run.properties"),
        """
        model=net.json
        data=points.csv
        data.labels.column=label
        paths=line
        paths.line.between=classes
        metrics=range,convexity-defect
        metrics.range.layers=true
        output=out
        output.formats=csv,html
        """);
    Shell shell = Shell.run("run", folder.resolve("run.properties"));
    assertThat(shell.complaints()).isEmpty();
    assertThat(shell.code()).isZero();
    return folder.resolve("out");
  }

  /**
   * @param folder where {@link #run} was called
   * @param metrics what to measure in place of its metrics
   * @return a configuration of the same paths
   */
  static Path measuring(Path folder, String metrics) throws IOException {
    String properties =
        Files.readString(folder.resolve("run.properties"))
            .replace("metrics=range,convexity-defect", "metrics=" + metrics);
    return Files.writeString(
        folder.resolve("measured.properties"),
        metrics.contains("range")
            ? properties
            : properties.replace("metrics.range.layers=true\n", ""));
  }

  private static String model(Random random) {
    List<String> layers = new ArrayList<>();
    for (int layer = 0; layer < HIDDEN_LAYERS; layer++) {
      int inputs = layer == 0 ? 2 : WIDTH;
      layers.add(
          "{\"type\": \"dense\", \"name\": "
              + quoted(layer == 1 ? LAYER : "layer \"" + layer + "\"")
              + ", \"weights\": "
              + list(WIDTH, i -> weights(inputs, random))
              + ", \"bias\": "
              + list(WIDTH, i -> number(random))
              + ", \"activation\": \"relu\"}");
    }
    layers.add("{\"type\": \"dense\", \"weights\": " + list(1, i -> weights(WIDTH, random)) + "}");
    return "{\"format\": \"folding-model\", \"version\": 2, \"name\": "
        + quoted(NAME)
        + ", \"input\": {\"shape\": [2]}, \"layers\": ["
        + String.join(", ", layers)
        + "]}";
  }

  private static String list(int size, IntFunction<String> item) {
    return IntStream.range(0, size).mapToObj(item).collect(Collectors.joining(", ", "[", "]"));
  }

  private static String weights(int inputs, Random random) {
    return list(inputs, i -> number(random));
  }

  private static String number(Random random) {
    return String.format(Locale.ROOT, "%.6f", random.nextGaussian());
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
