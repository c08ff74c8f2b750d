package org.folding.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.folding.api.model.Model;
import org.folding.core.pipeline.Folding;
import org.folding.core.pipeline.Models;
import org.folding.core.plugin.ComponentRegistry;
import org.folding.core.plugin.PluginLoader;
import org.folding.core.sink.RunSummary;
import org.junit.jupiter.api.Test;

/** The example in the Javadoc of {@link Folding}, compiled and run where all components are. */
final class FoldingExampleTest {

  @Test
  void theExampleGivesTheClosedForm() {
    // example
    List<Double> foldings = new ArrayList<>();
    try (ComponentRegistry components = PluginLoader.load(Optional.empty());
        Model model = Models.load("cantornet:A/3", Path.of(""), components)) {
      RunSummary summary =
          Folding.of(model)
              .paths(
                  components.pathGenerator("line").factory(),
                  Map.of("from", "0,0.75", "to", "1,0.75"))
              .metric(components.metric("range").factory())
              .eachPath(path -> foldings.add(path.metric("range").number("folding")))
              .run();
      double mean = summary.statistics().of("range", "folding").orElseThrow().mean();
      // end
      assertThat(mean).isCloseTo(1 - 3.0 / 7, within(1e-15));
    }
    assertThat(foldings).hasSize(1);
  }

  @Test
  void theJavadocShowsThisExample() throws IOException {
    String code =
        Files.readString(Path.of("src/test/java/org/folding/cli/FoldingExampleTest.java"));
    String javadoc =
        Files.readString(
            Path.of("../folding-core/src/main/java/org/folding/core/pipeline/Folding.java"));
    String example = between(code, "    // example\n", "      // end\n");
    String shown = between(javadoc, " * <pre>{@code\n", " * }\n * }</pre>");

    assertThat(shown.lines().map(line -> line.replaceFirst("^ \\* ?", "")).map(String::strip))
        .containsExactlyElementsOf(example.lines().map(String::strip).toList());
  }

  private static String between(String text, String start, String end) {
    int from = text.indexOf(start) + start.length();
    return text.substring(from, text.indexOf(end, from));
  }
}
