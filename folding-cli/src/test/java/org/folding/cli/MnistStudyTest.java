package org.folding.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.folding.core.pipeline.ProgressListener;
import org.folding.core.plugin.ComponentRegistry;
import org.folding.core.plugin.PluginLoader;
import org.folding.core.study.MnistStudy;
import org.folding.core.study.MnistStudySettings;
import org.folding.core.study.PathSelection;
import org.folding.core.study.StudyProgress;
import org.folding.engine.testing.SharedFiles;
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

  /**
   * Against the paths of a run: χ = 1 − r1/r2, so its bin is the whole part of 100 (r2 − r1) / r2,
   * in whole numbers.
   */
  @Test
  void distributionsCountThePathsOfARun() throws IOException {
    models("mnist-3x20");
    Files.writeString(
        folder.resolve("run.properties"),
        """
        model=%s
        data=%s
        data.labels=%s
        paths=line
        paths.line.between=classes
        paths.line.per-class=4
        metrics=range
        metrics.range.layers=true
        output.formats=csv
        """
            .formatted(
                folder.resolve("models/mnist-3x20.onnx"),
                SharedFiles.find("mnist/t10k-images-idx3-ubyte.gz"),
                SharedFiles.find("mnist/t10k-labels-idx1-ubyte.gz")));
    assertThat(Shell.run("run", folder.resolve("run.properties"), "-o", folder.resolve("run")))
        .returns(0, Shell::code);

    assertThat(study("--per-class", 4).code()).isZero();

    JsonNode distribution = network().get("distribution");
    assertThat(distribution.get("bins").asInt()).isEqualTo(100);
    JsonNode all = distribution.get("all");
    assertThat(all).hasSize(1 + 3);
    List<String> lines = Files.readAllLines(folder.resolve("run/paths.csv"));
    List<String> names = List.of(lines.get(0).split(",", -1));
    assertThat(lines).hasSize(1 + 40 * 39);
    for (JsonNode histogram : all) {
      String column = histogram.get("column").asText();
      int folding = names.indexOf(column);
      int total = names.indexOf(column.replace("folding", "total"));
      long zeros = 0;
      long[] counts = new long[100];
      for (String line : lines.subList(1, lines.size())) {
        String[] cells = line.split(",", -1);
        long flips = Math.round(Double.parseDouble(cells[total]));
        long back = Math.round((double) flips * Double.parseDouble(cells[folding]));
        if (back == 0) {
          zeros++;
        } else {
          counts[Math.toIntExact(100 * back / flips)]++;
        }
      }
      assertThat(histogram.get("zeros").asLong()).as(column).isEqualTo(zeros);
      long[] told = new long[100];
      for (int bin = 0; bin < histogram.get("counts").size(); bin++) {
        told[bin] = histogram.get("counts").get(bin).asLong();
      }
      assertThat(told).as(column).isEqualTo(counts);
    }
    // On a straight line nothing folds in the first layer.
    assertThat(all.get(1).get("zeros").asLong()).isEqualTo(40 * 39);
    assertThat(all.get(0).get("zeros").asLong()).isBetween(1L, 40L * 39 - 1);
  }

  /** Stopped in its second network, a study goes on and tells what one does that was not. */
  @Test
  void aStudyThatIsStoppedGoesOn() throws IOException {
    models("mnist-2x30", "mnist-3x20");
    stopInTheSecondNetwork(10, 3000);

    Shell resumed = study("--per-class", 10);
    JsonNode stopped = study();
    assertThat(study("--per-class", 10, "--force").code()).isZero();

    assertThat(resumed.code()).as(resumed.err()).isZero();
    assertThat(resumed.err())
        .contains(
            "going on where the run was stopped: 9900 of 9900 paths are done\n"
                + "mnist-3x20 (2 of 2)\ngoing on where the run was stopped: ");
    for (int network = 0; network < 2; network++) {
      ObjectNode before = (ObjectNode) stopped.at("/networks/" + network);
      ObjectNode whole = (ObjectNode) study().at("/networks/" + network);
      before.remove("seconds");
      whole.remove("seconds");
      assertThat(before).isEqualTo(whole);
      JsonNode histogram = whole.at("/distribution/all/0");
      long paths = histogram.get("zeros").asLong();
      for (JsonNode count : histogram.get("counts")) {
        paths += count.asLong();
      }
      assertThat(paths).isEqualTo(100 * 99);
    }
  }

  /** Has a study fail when so many paths of its second network are done. */
  private void stopInTheSecondNetwork(int perClass, long paths) {
    StudyProgress failing =
        new StudyProgress() {
          private int network;

          @Override
          public void network(String name, int number, int networks) {
            network = number;
          }

          @Override
          public ProgressListener paths() {
            return new ProgressListener() {
              @Override
              public void advanced(long done) {
                if (network == 2 && done >= paths) {
                  throw new IllegalStateException("stopped");
                }
              }
            };
          }
        };
    MnistStudySettings settings =
        new MnistStudySettings(
            SharedFiles.find("mnist"),
            folder.resolve("models"),
            Map.of(),
            new PathSelection(PathSelection.Kind.FIRST, perClass, 42),
            List.of(),
            List.of(),
            1,
            folder.resolve("out"),
            false,
            false,
            1e-9);
    try (ComponentRegistry registry = PluginLoader.load(Optional.empty())) {
      MnistStudy study = new MnistStudy(settings, registry, failing);
      assertThatThrownBy(() -> study.execute(written -> {})).hasMessage("stopped");
    }
  }

  /** ONNX Runtime has no product of bfloat16 matrices, so the networks cannot be checked. */
  @Test
  void takesOptionsOfTheLoaderAndRecordsThem() throws IOException {
    Path models = Files.createDirectory(folder.resolve("models"));
    Bfloat16Model.write(models.resolve("one.onnx"), 784, 10);
    Bfloat16Model.write(models.resolve("two.onnx"), 784, 10);

    assertThat(study("--per-class", 1).err())
        .contains("one.onnx", "two.onnx", "set model.onnx.check=false");
    assertThat(study("--per-class", 1, "-Dmodel.onnx.chek=false").err())
        .isEqualTo(
            "'model.onnx.chek' is no option of the model's loader onnx; did you mean"
                + " 'model.onnx.check'?\n");
    Shell study = study("--per-class", 1, "-Dmodel.onnx.check=false");
    assertThat(study.code()).as(study.err()).isZero();
    assertThat(study().at("/provenance/loader_options/model.onnx.check").asText())
        .isEqualTo("false");
    assertThat(study().at("/networks").size()).isEqualTo(2);
  }

  /**
   * With the longest name of the networks at hand, and intervals beside the numbers of a sample.
   */
  @Test
  void tablesFitATerminalOfAHundredColumns() throws IOException {
    models("mnist-5x120-epoch10", "mnist-10x6");

    for (String paths : List.of("--per-class", "--per-pair")) {
      Shell study = study(paths, 2, "--force");

      assertThat(study.code()).as(study.err()).isZero();
      assertThat(study.out()).contains("5x120", "10x6", paths.equals("--per-pair") ? "±" : "χ");
      assertThat(study.out().lines().filter(line -> !line.startsWith("results ")))
          .contains("")
          .allSatisfy(line -> assertThat(line.length()).as(line).isLessThanOrEqualTo(100));
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
        .contains("has no t10k-images-idx3-ubyte(.gz)", "has no t10k-labels-idx1-ubyte(.gz)")
        .contains("MNIST files with --data or download MNIST with --download");
    assertThat(
            Shell.run("study", "mnist", "--data", folder, "--models", folder.resolve("no")).err())
        .contains(folder.resolve("no") + " does not exist")
        .endsWith("; name the folder of the networks to measure with --models\n");
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
