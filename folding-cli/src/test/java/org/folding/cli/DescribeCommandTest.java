package org.folding.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DescribeCommandTest {
  private static final String NETWORK =
      """
      {"format": "folding-model", "version": 1, "name": "tiny", "input": {"shape": [2]},
       "layers": [
        {"type": "dense", "weights": [[1, 2], [3, 4], [5, 6]], "bias": [0.1, 0, -1],
         "activation": "relu"},
        {"type": "dense", "weights": [[1, -1, 0.5]], "activation": "identity"}]}
      """;

  @TempDir private Path folder;

  @Test
  void showsLayersAndWhatIsCounted() throws IOException {
    Path model = Files.writeString(folder.resolve("tiny.json"), NETWORK);

    Shell shell = Shell.run("describe", model);

    assertThat(shell.err()).isEmpty();
    assertThat(shell.out())
        .isEqualTo(
            """
            model       tiny
            input       [2], 2 values
            output      [1], 1 value
            parameters  13
            units       3 hidden
            exact walk  yes

            layer   operator  shape  units  bits  counted as  exact
            layer0  Relu      [3]        3     3  hidden      yes
            """);
  }

  @Test
  void tellsOfBendsThatAreNoUnits() throws IOException {
    String network =
        """
        {"format": "folding-model", "version": 1, "name": "maxout", "input": {"shape": [2]},
         "layers": [
          {"type": "dense", "weights": [[1, 2], [3, 4], [5, 6], [7, 8]]},
          {"type": "max", "groups": [[0, 1], [2, 3]]},
          {"type": "dense", "weights": [[1, -1]]}]}
        """;
    Path model = Files.writeString(folder.resolve("maxout.json"), network);

    assertThat(Shell.run("describe", model).out())
        .contains(
            "units       none\nmaxima      2, whose switches bend the map but are no flips\n");
    assertThat(Shell.run("describe", model, "--json").out()).contains("\"maxima\" : 2");
  }

  @Test
  void showsWhatNamesWouldHide() throws IOException {
    String colour = "\\u001b[31m";
    String network = NETWORK.replace("tiny", "red" + colour);
    Path model = Files.writeString(folder.resolve("named.json"), network);

    Shell shell = Shell.run("describe", model);

    assertThat(shell.out()).contains("red" + colour).doesNotContain("\u001b");
  }

  /** The commands that take a model have an option for what a configuration calls model.loader. */
  @Test
  void aModelNoLoaderIsMeantForNamesTheOption() {
    for (String command : List.of("describe", "walk", "plane")) {
      assertThat(Shell.run(command, "thing").err())
          .startsWith("model: no loader recognises 'thing'; set --loader to one of ")
          .contains("onnx")
          .doesNotContain("model.loader");
    }
    assertThat(Shell.run("convert", "thing", folder.resolve("thing.json")).err())
        .startsWith("model: no loader recognises 'thing'; set --loader to one of ");
  }

  @Test
  void tellsTheRolesOfCantorNet() throws IOException {
    Shell shell = Shell.run("describe", "cantornet:A/2", "--json");

    JsonNode json = new ObjectMapper().readTree(shell.out());
    assertThat(json.at("/units/hidden").asInt()).isEqualTo(6);
    assertThat(json.at("/units/projection").asInt()).isEqualTo(4);
    assertThat(json.at("/units/readout").asInt()).isEqualTo(1);
    assertThat(json.at("/layers").size()).isEqualTo(5);
    assertThat(json.at("/exact_walk/possible").asBoolean()).isTrue();
  }

  @Test
  void convertsToJsonThatReadsBack() throws IOException {
    Path target = folder.resolve("cantor.json");

    assertThat(Shell.run("convert", "cantornet:A/2", target).code()).isZero();

    ObjectMapper mapper = new ObjectMapper();
    JsonNode before = mapper.readTree(Shell.run("describe", "cantornet:A/2", "--json").out());
    JsonNode after = mapper.readTree(Shell.run("describe", target, "--json").out());
    assertThat(after.get("layers")).isEqualTo(before.get("layers"));
    assertThat(after.get("parameters")).isEqualTo(before.get("parameters"));

    assertThat(Shell.run("convert", "cantornet:A/3", target))
        .isEqualTo(new Shell(2, "", target + " exists; replace it with --force\n"));
    assertThat(Shell.run("convert", "cantornet:A/3", target, "--force").code()).isZero();
    assertThat(Shell.run("convert", "cantornet:A/3", folder.resolve("no/x.json")).err())
        .isEqualTo("folder " + folder.resolve("no") + " does not exist\n");
  }
}
