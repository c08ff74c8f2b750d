package org.folding.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.folding.core.testing.SharedFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MnistStudyTest {
  @TempDir private Path folder;

  /** The numbers are those of an independent program, rounded to three digits by its authors. */
  @Test
  void theFirstFiftyOfEachDigitGiveTheNumbersOfAnIndependentProgram() throws IOException {
    models("mnist-2x30");

    Shell study = study("--per-class", 50);

    assertThat(study.code()).as(study.err()).isZero();
    JsonNode network = network();
    assertThat(network.get("name").asText()).isEqualTo("mnist-2x30");
    assertThat(network.get("depth").asInt()).isEqualTo(2);
    assertThat(network.get("width").asInt()).isEqualTo(30);
    assertThat(network.get("paths").asLong()).isEqualTo(500 * 499);
    assertThat(network.get("share_folded").asDouble()).isEqualTo(0.220, within(0.0005));
    assertThat(network.get("mean").asDouble()).isEqualTo(0.0255, within(0.00005));
    assertThat(network.get("max").asDouble()).isEqualTo(0.5);
    assertThat(network.get("median_of_maxima").asDouble()).isEqualTo(1.0 / 3, within(1e-15));
    assertThat(network.at("/within/paths").asLong()).isEqualTo(10 * 50 * 49);
    assertThat(network.at("/between/paths").asLong()).isEqualTo(90 * 50 * 50);
    assertThat(study.out()).contains("mnist-2x30", "0.2199", "0.0255");
    assertThat(folder.resolve("out").toFile().list())
        .containsExactlyInAnyOrder("study.json", "networks.csv", "report.html");
    // Images 520 and 314 of the test set show these digits, and are the ends of a path that is
    // folded most in a walk of the independent program, too.
    JsonNode folded = network.at("/most_folded/0");
    assertThat(folded.get("from").asInt()).isEqualTo(520);
    assertThat(folded.get("from_class").asInt()).isEqualTo(8);
    assertThat(folded.get("to_class").asInt()).isEqualTo(1);
    assertThat(study().at("/images/314").asText()).startsWith("data:image/png;base64,");
  }

  /**
   * A sample of 20,000 of the 10^8 paths has to agree with a sample that is not its own: the
   * intervals of two seeds overlap, which for 99.9 % needs them wider by 3.3/1.96 · √2 / 2.
   */
  @Test
  void samplesOfTwoSeedsAgreeWithinTheirIntervals() throws IOException {
    models("mnist-10x6");

    assertThat(study("--per-pair", 200, "--seed", 1).code()).isZero();
    JsonNode one = network();
    assertThat(study("--per-pair", 200, "--seed", 2, "--force").code()).isZero();
    JsonNode other = network();

    assertThat(one.get("paths").asLong()).isEqualTo(20_000);
    for (String measure : List.of("mean", "share_folded")) {
      double width =
          one.at("/intervals/" + measure + "/1").asDouble()
              - one.at("/intervals/" + measure + "/0").asDouble();
      assertThat(width).isPositive();
      assertThat(other.get(measure).asDouble())
          .isNotEqualTo(one.get(measure).asDouble())
          .isEqualTo(one.get(measure).asDouble(), Offset.offset(1.2 * width));
    }
  }

  @Test
  void everyProblemOfTheFilesIsTold() throws IOException {
    Path models = Files.createDirectories(folder.resolve("models"));
    Files.copy(SharedFiles.find("zoo/moons-3x16.onnx"), models.resolve("moons.onnx"));
    Files.writeString(models.resolve("broken.onnx"), "x");

    Shell study = study("--per-class", 2);

    assertThat(study.code()).isEqualTo(FoldingCli.USER);
    assertThat(study.err()).startsWith("2 problems:\n").contains("broken.onnx", "has 784 values");
    assertThat(folder.resolve("out")).doesNotExist();
    assertThat(Shell.run("study", "mnist", "--data", folder, "--models", models).err())
        .contains("has no t10k-images-idx3-ubyte(.gz)", "has no t10k-labels-idx1-ubyte(.gz)");
    assertThat(
            Shell.run("study", "mnist", "--data", folder, "--models", folder.resolve("no")).err())
        .contains(folder.resolve("no") + " does not exist");
    assertThat(Shell.run("study", "mnist", "--data", folder, "--full", "--per-class", 3).err())
        .contains("exclude each other");
  }

  private void models(String... names) throws IOException {
    Path models = Files.createDirectories(folder.resolve("models"));
    for (String name : names) {
      Files.copy(SharedFiles.find("models/" + name + ".onnx"), models.resolve(name + ".onnx"));
    }
  }

  private Shell study(Object... options) {
    List<Object> words =
        new ArrayList<>(
            List.of(
                "study",
                "mnist",
                "--data",
                SharedFiles.find("mnist"),
                "--models",
                folder.resolve("models"),
                "-o",
                folder.resolve("out")));
    words.addAll(List.of(options));
    return Shell.run(words.toArray());
  }

  private JsonNode network() throws IOException {
    return study().at("/networks/0");
  }

  private JsonNode study() throws IOException {
    return new ObjectMapper().readTree(folder.resolve("out/study.json").toFile());
  }
}
