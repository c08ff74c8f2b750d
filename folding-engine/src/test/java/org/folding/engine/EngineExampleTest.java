package org.folding.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.folding.api.network.Dense;
import org.folding.api.network.Network;
import org.folding.api.network.Rectifier;
import org.folding.api.network.Shape;
import org.folding.api.network.UnitRole;
import org.folding.api.path.InputPath;
import org.folding.api.walk.Walk;
import org.folding.engine.path.Walker;
import org.junit.jupiter.api.Test;

/** The example in the package's documentation, compiled and run. */
final class EngineExampleTest {

  /**
   * The first layer bends at x = 0 and at x = 1/2, and makes a tent of height 1 that the second one
   * cuts at 1/2: it flips at x = 1/4 and back at x = 3/4. x is 2 t − 1/2.
   */
  @Test
  void flipsAreWhereTheTentTells() {
    List<String> flips = new ArrayList<>();
    // example
    Network.Builder layers = Network.builder("tent", Shape.of(1));
    layers.then("dense1", Dense.of(new double[][] {{1}, {1}}, 0, -0.5));
    layers.then("relu1", Rectifier.relu(UnitRole.HIDDEN));
    layers.then("dense2", Dense.of(new double[][] {{2, -4}}, -0.5));
    layers.then("relu2", Rectifier.relu(UnitRole.HIDDEN));
    try (Walker walker = WalkerFactory.exact(layers.build()).newWalker()) {
      Walk walk = walker.walk(InputPath.line(new double[] {-0.5}, new double[] {1.5}));
      for (int step = 0; step < walk.steps(); step++) {
        for (int flip = walk.firstFlip(step); flip < walk.firstFlip(step + 1); flip++) {
          flips.add("unit " + walk.bit(flip) + " at t = " + walk.time(step));
        }
      }
    }
    // end
    assertThat(flips)
        .containsExactly(
            "unit 0 at t = 0.25",
            "unit 2 at t = 0.375",
            "unit 1 at t = 0.5",
            "unit 2 at t = 0.625");
  }

  @Test
  void theDocumentationShowsThisExample() throws IOException {
    String folder = "java/org/folding/engine/";
    String code = Files.readString(Path.of("src/test", folder + "EngineExampleTest.java"));
    String shown = Files.readString(Path.of("src/main", folder + "package-info.java"));

    assertThat(
            between(shown, "{@code\n", " * }</pre>")
                .lines()
                .map(line -> line.replaceFirst("^ \\* ?", "")))
        .containsExactlyElementsOf(
            between(code, "    // example\n", "    // end\n")
                .lines()
                .map(line -> line.substring(4))
                .toList());
  }

  private static String between(String text, String start, String end) {
    int from = text.indexOf(start) + start.length();
    return text.substring(from, text.indexOf(end, from));
  }
}
