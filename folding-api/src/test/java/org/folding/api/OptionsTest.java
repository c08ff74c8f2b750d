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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class OptionsTest {
  @TempDir private Path folder;

  @Test
  void filesStartAtTheFolderAndMustBeThere() throws IOException {
    Path file = Files.createFile(folder.resolve("pairs.csv"));
    Files.createDirectory(folder.resolve("folder"));

    assertThat(file("pairs.csv").file("pairs")).contains(file);
    assertThatThrownBy(() -> file("gone.csv"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            "'paths.line.pairs' names "
                + folder.resolve("gone.csv")
                + ", which is not there or is not a file");
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
  void aComponentWithoutOptionsKnowsNone() {
    assertThatThrownBy(() -> Options.of("p.", List.of(), Map.of("count", "1"), folder))
        .hasMessage("'p.count' is not an option; known here: none");
  }

  @Test
  void anOptionThatWasNeverDeclaredIsAFaultOfTheComponent() {
    Options none = Options.of("p.", List.of(), Map.of(), folder);

    assertThatThrownBy(() -> none.has("count"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("option 'p.count' was never declared");
  }

  @Test
  void aValueThatIsGivenReplacesTheDefault() {
    OptionSpec count = OptionSpec.of("count", OptionSpec.Type.INTEGER, "7", "How many.");

    assertThat(options(count, Map.of()).integer("count")).hasValue(7);
    assertThat(options(count, Map.of("count", " -8\t")).integer("count")).hasValue(-8);
    assertThat(options(count, Map.of("count", " -8\t")).text("count")).hasValue("-8");
    assertThat(options(count, Map.of()).fullKey("count")).isEqualTo("p.count");
  }

  @Test
  void whatIsAbsentIsEmpty() {
    for (OptionSpec.Type type : OptionSpec.Type.values()) {
      if (type == OptionSpec.Type.CHOICE) {
        continue;
      }
      Options options = options(OptionSpec.optional("a", type, "What is needed."), Map.of());

      assertThat(options.has("a")).isFalse();
      assertThat(options.text("a")).isEmpty();
      assertThat(options.integer("a")).isEmpty();
      assertThat(options.number("a")).isEmpty();
      assertThat(options.vector("a")).isEmpty();
      assertThat(options.file("a")).isEmpty();
      for (Runnable needing :
          List.<Runnable>of(
              () -> options.requiredText("a"),
              () -> options.integer("a", 0, 1),
              () -> options.flag("a"))) {
        assertThatThrownBy(needing::run)
            .isInstanceOf(InvalidInputException.class)
            .hasMessage("'p.a' is missing: What is needed.");
      }
    }
  }

  @Test
  void valuesAreReadAsTheirType() {
    assertThat(given(OptionSpec.Type.TEXT, "net.onnx").requiredText("a")).isEqualTo("net.onnx");
    assertThat(given(OptionSpec.Type.TEXT, "x").has("a")).isTrue();
    assertThat(given(OptionSpec.Type.NUMBER, "-2.5e-3").number("a")).hasValue(-0.0025);
    assertThat(given(OptionSpec.Type.BOOLEAN, "true").flag("a")).isTrue();
    assertThat(given(OptionSpec.Type.BOOLEAN, "false").flag("a")).isFalse();
    assertThat(given(OptionSpec.Type.VECTOR, "1, -2.5 ,3e2").vector("a"))
        .hasValueSatisfying(vector -> assertThat(vector).containsExactly(1, -2.5, 300));
    OptionSpec choice = OptionSpec.choice("in", List.of("box", "sphere"), "What in.");
    assertThat(options(choice, Map.of()).requiredText("in")).isEqualTo("box");
    assertThat(options(choice, Map.of("in", "sphere")).requiredText("in")).isEqualTo("sphere");
  }

  @ParameterizedTest
  @ValueSource(strings = {"TRUE", "yes", "1", ""})
  void flagsAreTrueOrFalse(String text) {
    assertThatThrownBy(() -> given(OptionSpec.Type.BOOLEAN, text))
        .hasMessage("'p.a' is '" + text + "' but must be true or false");
  }

  @ParameterizedTest
  @CsvSource({"-3, true", "4, true", "-4, false", "5, false"})
  void wholeNumbersKeepTheirBounds(long value, boolean allowed) {
    Options options = given(OptionSpec.Type.INTEGER, String.valueOf(value));

    if (allowed) {
      assertThat(options.integer("a", -3, 4)).isEqualTo(value);
    } else {
      assertThatThrownBy(() -> options.integer("a", -3, 4))
          .isInstanceOf(InvalidInputException.class)
          .hasMessage("'p.a' is " + value + " but must be from -3 to 4");
    }
  }

  @Test
  void aBoundThatNobodyReachesIsNotTold() {
    Options options = given(OptionSpec.Type.INTEGER, "0");

    assertThatThrownBy(() -> options.integer("a", 1, Long.MAX_VALUE))
        .hasMessage("'p.a' is 0 but must be 1 or more");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "INTEGER; 9223372036854775808; '9223372036854775808', beyond the whole numbers of 64 bits",
        "INTEGER; -9223372036854775809; '-9223372036854775809', beyond the whole numbers of 64 bits",
        "INTEGER; 1e3; '1e3' but must be a whole number",
        "INTEGER; ten; 'ten' but must be a whole number",
        "NUMBER; 1e309; '1e309', beyond the greatest float64, 1.8e308",
        "NUMBER; -1e309; '-1e309', beyond the greatest float64, 1.8e308",
        "NUMBER; Infinity; 'Infinity' but must be a number",
        "NUMBER; NaN; 'NaN' but must be a number",
        "NUMBER; 1/2; '1/2' but must be a number",
        "VECTOR; 1,; '1,' but must be numbers separated by commas",
        "VECTOR; 1,-Infinity; '1,-Infinity' but must be numbers separated by commas"
      })
  void refusesWhatIsNoValueOfTheType(OptionSpec.Type type, String text, String problem) {
    assertThatThrownBy(() -> given(type, text))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("'p.a' is " + problem);
  }

  @Test
  void tellsWhichNumberOfAVectorIsBeyond() {
    assertThatThrownBy(() -> given(OptionSpec.Type.VECTOR, "1, 1e999,2"))
        .hasMessage("'p.a' holds '1e999', beyond the greatest float64, 1.8e308");
  }

  private Options given(OptionSpec.Type type, String text) {
    return options(OptionSpec.optional("a", type, "What is needed."), Map.of("a", text));
  }

  private Options options(OptionSpec spec, Map<String, String> given) {
    return Options.of("p.", List.of(spec), given, folder);
  }

  private Options file(String name) {
    return Options.of(
        "paths.line.",
        List.of(OptionSpec.optional("pairs", OptionSpec.Type.FILE, "Pairs.")),
        Map.of("pairs", name),
        folder);
  }
}
