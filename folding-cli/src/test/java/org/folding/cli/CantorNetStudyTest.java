package org.folding.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.folding.core.study.CantorNetStudy;
import org.folding.engine.testing.SharedFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CantorNetStudyTest {
  @TempDir private Path folder;

  /** Closed form: r1 = 2k, r2 = 2^(k+1) − 2, and 2^(k+1) − 1 regions. */
  @Test
  void representationAFoldsAsTheClosedFormSays() throws IOException {
    Shell study = Shell.run("study", "cantornet", "--depth", 9, "-o", folder.resolve("out"));

    assertThat(study.code()).as(study.err()).isZero();
    for (int k = 1; k <= 9; k++) {
      JsonNode exact = network("A", k).get("exact_hidden");
      assertThat(exact.get("r1").asInt()).isEqualTo(2 * k);
      assertThat(exact.get("r2").asInt()).isEqualTo((2 << k) - 2);
      assertThat(exact.get("regions").asInt()).isEqualTo((2 << k) - 1);
      assertThat(network("A", k).get("closed_form").asDouble())
          .isEqualTo(1 - k / (Math.pow(2, k) - 1));
    }
    assertThat(study.out()).contains("cantornet:A/9", "cantornet:B/9", "cantornet:C/9");
  }

  @Test
  void elevenPointsGiveTheNumbersOfTheOracle() throws IOException {
    JsonNode oracle =
        new ObjectMapper().readTree(SharedFiles.find("oracle/cantornet.json").toFile());

    assertThat(Shell.run("study", "cantornet", "--depth", 5, "-o", folder.resolve("out")).code())
        .isZero();

    for (String representation : List.of("A", "B", "C")) {
      for (int k = 1; k <= 5; k++) {
        double folding =
            oracle.at("/representations/" + representation + "/" + k + "/folding").asDouble();
        // The oracle rounds the exact quotient once, 1 - r1/r2 twice.
        assertThat(network(representation, k).at("/sampled_all/folding").asDouble())
            .isEqualTo(folding, within(2e-16));
        assertThat(lastOfCurve(representation, k)).isEqualTo(folding, within(2e-16));
      }
    }
  }

  @Test
  void aDepthThatCannotBeBuiltIsRefused() {
    Shell study = Shell.run("study", "cantornet", "--depth", 41, "-o", folder.resolve("out"));

    assertThat(study.code()).isEqualTo(FoldingCli.USER);
    assertThat(study.err()).startsWith("--depth is 41 but must be from 1 to 14");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void withoutItsReportNothingAppears() {
    Path out = folder.resolve("new/out");

    assertThatThrownBy(
            () ->
                CantorNetStudy.execute(
                    2,
                    out,
                    false,
                    written -> {
                      assertThat(written.written("study.json"))
                          .get()
                          .asString()
                          .contains("/.study");
                      throw new IllegalStateException("disk full");
                    }))
        .hasMessage("disk full");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void endsWithAReport() {
    Shell.run("study", "cantornet", "--depth", 2, "-o", folder.resolve("out"));

    assertThat(folder.resolve("out").toFile().list())
        .containsExactlyInAnyOrder("study.json", "curves.csv", "report.html");
  }

  private JsonNode network(String representation, int k) throws IOException {
    return named("networks", "cantornet:" + representation + "/" + k).get(0);
  }

  private double lastOfCurve(String representation, int k) throws IOException {
    JsonNode sampled =
        named("curves", "cantornet:" + representation + "/" + k).stream()
            .filter(curve -> curve.get("walk").asText().equals("sampled"))
            .findFirst()
            .orElseThrow();
    JsonNode foldings = sampled.get("folding");
    assertThat(foldings.size()).isEqualTo(sampled.get("t").size());
    return foldings.get(foldings.size() - 1).asDouble();
  }

  private List<JsonNode> named(String field, String name) throws IOException {
    List<JsonNode> found = new ArrayList<>();
    new ObjectMapper()
        .readTree(folder.resolve("out/study.json").toFile())
        .get(field)
        .forEach(
            node -> {
              if (node.get("name").asText().equals(name)) {
                found.add(node);
              }
            });
    return found;
  }
}
