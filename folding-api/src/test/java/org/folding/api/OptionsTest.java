package org.folding.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OptionsTest {
  @TempDir private Path folder;

  @Test
  void filesStartAtTheFolderAndMustBeThere() throws IOException {
    Path file = Files.createFile(folder.resolve("pairs.csv"));
    Files.createDirectory(folder.resolve("folder"));

    assertThat(file("pairs.csv").file("pairs")).contains(file);
    assertThatThrownBy(() -> file("gone.csv"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContainingAll("'paths.line.pairs'", folder.resolve("gone.csv").toString());
    assertThatThrownBy(() -> file("folder")).isInstanceOf(InvalidInputException.class);
  }

  @Test
  void aNameThatNoFileCanHaveIsAProblemOfTheUser() {
    assertThatThrownBy(() -> file("a\0b"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("'paths.line.pairs' is 'a?b' but must be an existing file");
  }

  @Test
  void allProblemsAreToldAtOnce() {
    List<OptionSpec> specs =
        List.of(
            OptionSpec.of("count", OptionSpec.Type.INTEGER, "1", "How many."),
            OptionSpec.optional("at", OptionSpec.Type.VECTOR, "Where."),
            OptionSpec.choice("in", List.of("box", "sphere"), "What in."));
    Map<String, String> given = Map.of("count", "1.5", "at", "1,NaN", "in", "ball", "radius", "1");

    assertThatThrownBy(() -> Options.of("p.", specs, given, folder))
        .isInstanceOfSatisfying(
            InvalidInputException.class,
            e ->
                assertThat(e.problems())
                    .containsExactly(
                        "'p.radius' is not an option; known here: count, at, in",
                        "'p.count' is '1.5' but must be a whole number",
                        "'p.at' is '1,NaN' but must be numbers separated by commas",
                        "'p.in' is 'ball' but must be one of box, sphere"));
  }

  @Test
  void anOptionThatWasNeverDeclaredIsAFaultOfTheComponent() {
    Options none = Options.of("p.", List.of(), Map.of(), folder);

    assertThatThrownBy(() -> none.has("count"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("option 'p.count' was never declared");
  }

  private Options file(String name) {
    return Options.of(
        "paths.line.",
        List.of(OptionSpec.optional("pairs", OptionSpec.Type.FILE, "Pairs.")),
        Map.of("pairs", name),
        folder);
  }
}
