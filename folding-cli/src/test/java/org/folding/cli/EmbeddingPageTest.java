package org.folding.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** {@code docs/embedding.md} shows the examples that two other tests compile and run. */
final class EmbeddingPageTest {

  @Test
  void thePageShowsBothExamples() throws IOException {
    List<List<String>> shown =
        Pattern.compile("```java\n(.*?)```", Pattern.DOTALL)
            .matcher(Files.readString(Path.of("../docs/embedding.md")))
            .results()
            .map(block -> lines(block.group(1)))
            .toList();

    // In the first test the block is closed after what it asserts.
    assertThat(shown)
        .containsExactly(
            lines(example("src/test/java/org/folding/cli/FoldingExampleTest.java") + "}"),
            lines(
                example(
                    "../folding-engine/src/test/java/org/folding/engine/EngineExampleTest.java")));
  }

  private static String example(String test) throws IOException {
    String code = Files.readString(Path.of(test));
    int start = code.indexOf("// example\n") + "// example\n".length();
    return code.substring(start, code.indexOf("// end\n", start));
  }

  private static List<String> lines(String text) {
    return text.strip().lines().map(String::strip).toList();
  }
}
