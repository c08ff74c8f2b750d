package org.folding.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.folding.api.model.Model;
import org.folding.api.network.Dense;
import org.folding.api.network.Network;
import org.folding.api.network.Rectifier;
import org.folding.api.network.Shape;
import org.folding.api.network.Tensor;
import org.folding.api.network.UnitRole;
import org.folding.api.path.InputPath;
import org.folding.api.path.Waypoint;
import org.folding.api.walk.Walk;
import org.folding.engine.WalkSettings;
import org.folding.engine.WalkerFactory;
import org.folding.engine.network.NetworkModel;
import org.folding.engine.path.Walker;
import org.junit.jupiter.api.Test;

/** The examples of {@code docs/embedding.md} compile, run, and stand there as they are here. */
final class EmbeddingPageTest {

  /** On the line (t, 1 − t/2) the units are 3t/2 − 1 and t/2 − 1/4: zero at t = 2/3 and 1/2. */
  @Test
  void theWalkThroughTheEngineFlipsBothUnits() {
    // example
    Network.Builder builder = Network.builder("small", Shape.of(2));
    Tensor weights = Tensor.of(Shape.of(2, 2), 1, -1, 1, 1);
    builder.then("linear", new Dense(weights, Tensor.vector(0, -1.25)));
    builder.then("relu", Rectifier.relu(UnitRole.HIDDEN));
    Model model = new NetworkModel(builder.build(), List.of());

    List<String> flips = new ArrayList<>();
    WalkSettings settings = WalkSettings.exact(WalkSettings.Count.HIDDEN);
    WalkerFactory factory = new WalkerFactory(model, Optional.empty(), settings);
    try (Walker walker = factory.newWalker()) {
      Walk walk = walker.walk(new InputPath(List.of(Waypoint.point(0, 1), Waypoint.point(1, 0.5))));
      for (int step = 0; step < walk.steps(); step++) {
        for (int flip = walk.firstFlip(step); flip < walk.firstFlip(step + 1); flip++) {
          flips.add("unit " + walk.bit(flip) + " at t = " + walk.time(step));
        }
      }
    }
    // end
    assertThat(flips).containsExactly("unit 1 at t = 0.5", "unit 0 at t = 0.6666666666666666");
  }

  @Test
  void thePageShowsBothExamples() throws IOException {
    List<List<String>> shown =
        Pattern.compile("```java\n(.*?)```", Pattern.DOTALL)
            .matcher(Files.readString(Path.of("../docs/embedding.md")))
            .results()
            .map(block -> lines(block.group(1)))
            .toList();

    assertThat(shown).containsExactly(example("FoldingExampleTest"), example("EmbeddingPageTest"));
  }

  private static List<String> example(String test) throws IOException {
    String code = Files.readString(Path.of("src/test/java/org/folding/cli", test + ".java"));
    String example = code.substring(code.indexOf("// example\n") + "// example\n".length());
    String body = example.substring(0, example.indexOf("// end\n"));
    // In the one test the block is closed after what it asserts.
    return lines(test.equals("FoldingExampleTest") ? body + "}" : body);
  }

  private static List<String> lines(String text) {
    return text.strip().lines().map(String::strip).toList();
  }
}
