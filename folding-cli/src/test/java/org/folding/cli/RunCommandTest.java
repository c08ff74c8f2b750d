package org.folding.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.folding.core.testing.PluginJar;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RunCommandTest {
  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void writeConfiguration() throws IOException {
    file =
        Files.writeString(
            folder.resolve("run.properties"),
            """
            model=cantornet:A/3
            paths=line
            paths.line.from=0,0.75
            paths.line.to=1,0.75
            metrics=range
            """);
  }

  @Test
  void measuresAndReports() throws IOException {
    Shell shell = Shell.run("run", file);

    assertThat(shell.complaints()).isEmpty();
    assertThat(shell.code()).isZero();
    assertThat(shell.out())
        .contains("counted  9 units in 3 layers\n")
        .contains("folded   100.0 % of the paths\n")
        .endsWith(
            "results  "
                + folder.resolve("out/paths.csv")
                + ", "
                + folder.resolve("out/summary.json")
                + "\n");
    // χ = 1 − 3/(2³ − 1), r1 = 6, r2 = 14 and 15 regions: the construction's closed form.
    List<String> rows = Files.readAllLines(folder.resolve("out/paths.csv"));
    assertThat(rows.get(0)).startsWith("path,from,to,flips,regions,range.folding,range.max,");
    assertThat(rows.get(1)).startsWith("0,,,14,15," + (1 - 6.0 / 14) + ",6,14,");
    JsonNode summary = new ObjectMapper().readTree(folder.resolve("out/summary.json").toFile());
    assertThat(summary.at("/metrics/range/folding/mean").asDouble()).isEqualTo(1 - 6.0 / 14);
    assertThat(summary.at("/walk/arithmetic").asText()).isEqualTo("float64");
  }

  /** The closed form once more, where float64 would not do. */
  @Test
  void walksDeepNetworksInRationalArithmetic() throws IOException {
    Shell shell = Shell.run("run", file, "-Dmodel=cantornet:A/16");

    // On a busy machine it takes so long that progress is told.
    assertThat(shell.code()).as(shell.err()).isZero();
    JsonNode summary = new ObjectMapper().readTree(folder.resolve("out/summary.json").toFile());
    assertThat(summary.at("/metrics/range/folding/mean").asDouble())
        .isEqualTo(1 - 32.0 / ((2 << 16) - 2));
    assertThat(summary.at("/walk/arithmetic").asText()).isEqualTo("rational");
  }

  /** Evaluations suffice for all there is: the closed form again, and nothing left. */
  @Test
  void walksAdaptively() throws IOException {
    Shell shell = Shell.run("run", file, "-Dwalk=adaptive", "-Dwalk.evaluations=100");

    assertThat(shell.complaints()).isEmpty();
    assertThat(shell.out())
        .contains("paths    1 (line), adaptive walk with up to 100 evaluations\n")
        .containsPattern(
            "search   [0-9.]+ evaluations a path, cut short on 0 of 1;"
                + " steps of several flips left: 0\n");
    List<String> rows = Files.readAllLines(folder.resolve("out/paths.csv"));
    assertThat(rows.get(1)).startsWith("0,,,14,15," + (1 - 6.0 / 14) + ",6,14,");
    JsonNode walk =
        new ObjectMapper().readTree(folder.resolve("out/summary.json").toFile()).get("walk");
    assertThat(walk.get("mode").asText()).isEqualTo("adaptive");
    assertThat(walk.get("evaluations").asInt()).isEqualTo(100);
    assertThat(walk.get("resolution").asDouble()).isEqualTo(1e-11);
    assertThat(walk.get("evaluations_made").asInt()).isBetween(2, 100);
    assertThat(walk.get("paths_cut_short").asInt()).isZero();
    assertThat(walk.get("multi_flip_steps").asInt()).isZero();
    assertThat(walk.get("multi_flip_steps_cut_short").asInt()).isZero();
  }

  /** Two evaluations see the ends alone, of which one unit's bit differs or none. */
  @Test
  void tellsWhereAnAdaptiveWalkWasCutShort() throws IOException {
    Shell shell = Shell.run("run", file, "-Dwalk=adaptive", "-Dwalk.evaluations=2");

    assertThat(shell.code()).isZero();
    assertThat(shell.out()).contains("2.0 evaluations a path, cut short on 1 of 1;");
    JsonNode walk =
        new ObjectMapper().readTree(folder.resolve("out/summary.json").toFile()).get("walk");
    assertThat(walk.get("evaluations_made").asInt()).isEqualTo(2);
    assertThat(walk.get("paths_cut_short").asInt()).isEqualTo(1);
  }

  @Test
  void overridesAndOutputFolder() throws IOException {
    Shell shell =
        Shell.run(
            "run",
            file,
            "-Dwalk.count=all",
            "-D",
            "output.formats=json",
            "-o",
            folder.resolve("x"));

    assertThat(shell.complaints()).isEmpty();
    JsonNode summary = new ObjectMapper().readTree(folder.resolve("x/summary.json").toFile());
    assertThat(summary.at("/walk/total").asInt()).isEqualTo(5 * 3 + 1);
    assertThat(summary.at("/walk/count").asText()).isEqualTo("all");
    assertThat(folder.resolve("x/paths.csv")).doesNotExist();
  }

  @Test
  void neverOverwritesWithoutForce() throws IOException {
    Shell.run("run", file);
    String before = Files.readString(folder.resolve("out/summary.json"));

    Shell again = Shell.run("run", file);
    assertThat(again.code()).isEqualTo(2);
    assertThat(again.out()).isEmpty();
    assertThat(again.err())
        .isEqualTo(
            "output: "
                + folder.resolve("out")
                + " already holds paths.csv, summary.json, distributions.json, walks.json; choose"
                + " another output folder with -o or overwrite the results with --force\n");
    assertThat(folder.resolve("out/summary.json")).hasContent(before);

    assertThat(Shell.run("run", file, "--force").code()).isZero();
  }

  /** Where results go to the folder of the inputs, and one of these has the name of a result. */
  @ParameterizedTest
  @ValueSource(strings = {"model", "data", "data.labels", "paths.line.pairs", "the properties"})
  void neverReplacesWhatItReads(String key) throws IOException {
    Map<String, String> files = new HashMap<>();
    files.put("model", "net.json");
    files.put("data", "data.csv");
    files.put("data.labels", "labels.csv");
    files.put("paths.line.pairs", "pairs.csv");
    files.put("the properties", "inputs.properties");
    String taken = key.equals("model") ? "summary.json" : "paths.csv";
    files.put(key, taken);
    Files.writeString(
        folder.resolve(files.get("model")),
        """
        {"format": "folding-model", "version": 1, "input": {"shape": [2]}, "layers": [
          {"type": "dense", "weights": [[1, 2]], "bias": [0], "activation": "relu"}]}
        """);
    Files.writeString(folder.resolve(files.get("data")), "a,b\n-1,2\n1,2\n");
    Files.writeString(folder.resolve(files.get("data.labels")), "label\n0\n1\n");
    Files.writeString(folder.resolve(files.get("paths.line.pairs")), "from,to\n0,1\n");
    String settings =
        files.entrySet().stream()
            .filter(entry -> !entry.getKey().startsWith("the "))
            .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
            .collect(Collectors.joining());
    Path properties =
        Files.writeString(
            folder.resolve(files.get("the properties")), settings + "paths=line\noutput=.\n");
    String before = Files.readString(folder.resolve(taken));

    Shell shell = Shell.run("run", properties, "--force");

    assertThat(shell)
        .isEqualTo(
            new Shell(
                2,
                "",
                "output: "
                    + folder.resolve(taken)
                    + " is read by this run, which would overwrite it; choose another output folder"
                    + " with -o or rename that file\n"));
    assertThat(folder.resolve(taken)).hasContent(before);
    assertThat(Shell.run("run", properties, "-o", folder.resolve("elsewhere")).code()).isZero();
  }

  @Test
  void oneProblemIsOneLine() {
    Shell shell = Shell.run("run", file, "-D", "model=gone/net.onnx");

    assertThat(shell.code()).isEqualTo(2);
    assertThat(shell.err())
        .isEqualTo(
            "model: file " + folder.resolve("gone/net.onnx") + " does not exist (from -D model)\n");
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void severalProblemsAreNumbered() {
    Shell shell = Shell.run("run", file, "-Dpath.seed=1", "-Dthreads=many", "-Dmetrics=rage");

    assertThat(shell.code()).isEqualTo(2);
    assertThat(shell.err())
        .isEqualTo(
            """
            3 problems:
            1. 'threads' is 'many' but must be a whole number
            2. metric 'rage' does not exist; did you mean 'range'? There are: convexity-defect \
            (built in), range (built in)
            3. 'path.seed' is not a property; did you mean 'paths.seed'?
            """);
  }

  @Test
  void dataOfAnotherWidthTellsBoth() throws IOException {
    Files.writeString(folder.resolve("wide.csv"), "a,b,c\n1,2,3\n4,5,6\n");

    Shell shell = Shell.run("run", file, "-Ddata=wide.csv");

    assertThat(shell.code()).isEqualTo(2);
    assertThat(shell.err())
        .isEqualTo(
            folder.resolve("wide.csv")
                + ": a row has 3 values, but an input of model 'cantornet:A/3' has 2 (shape [2])\n");
    assertThat(folder.resolve("out")).doesNotExist();
  }

  /** Three images of 2 by 2 points whose channels come last, for a model that has them first. */
  @Test
  void imagesWithTheirAxesInAnotherOrderAreRefusedByEveryCommand() throws IOException {
    byte[] images = new byte[4 + 4 * 4 + 3 * 12];
    System.arraycopy(new byte[] {0, 0, 8, 4}, 0, images, 0, 4);
    for (int axis = 0; axis < 4; axis++) {
      images[4 + 4 * axis + 3] = new byte[] {3, 2, 2, 3}[axis];
    }
    images[20] = 1;
    images[33] = 1;
    images[46] = 1;
    Path data = Files.write(folder.resolve("images.idx"), images);
    Path model =
        Files.writeString(
            folder.resolve("m.json"),
            """
            {"format": "folding-model", "version": 2, "name": "m", "input": {"shape": [3, 2, 2]},
             "layers": [{"type": "flatten"},
                        {"type": "dense", "weights": [[1,1,1,1,1,1,1,1,1,1,1,-9]],
                         "activation": "relu"},
                        {"type": "dense", "weights": [[1]]}]}
            """);
    String message =
        data
            + ": a row has shape [2,2,3], but an input of model 'm' has shape [3,2,2]; bring the"
            + " axes of the data into the model's order (numpy.transpose), or, if its values are in"
            + " that order already, save flat rows, [3,12]\n";

    Path run =
        Files.writeString(
            folder.resolve("images.properties"),
            """
            model=m.json
            data=images.idx
            paths=piecewise
            paths.piecewise.waypoints=#0; #1
            """);

    assertThat(Shell.run("run", run)).isEqualTo(new Shell(2, "", message));
    assertThat(Shell.run("walk", model, "--data", data, "--rows", "0,1"))
        .isEqualTo(new Shell(2, "", message));
    Path picture = folder.resolve("plane.svg");
    assertThat(Shell.run("plane", model, "--data", data, "--rows", "0,1,2", "-o", picture))
        .isEqualTo(new Shell(2, "", message));
    assertThat(picture).doesNotExist();
  }

  /** The author of the plugin is to be told, not folding's. */
  @Test
  void aFaultOfAPluginNamesItsJarAndNotFolding() throws IOException {
    Path jar =
        PluginJar.of(Path.of("../folding-core/src/test/plugins/faulty-metrics"))
            .write(folder.resolve("plugins/acme.jar"));

    Shell deep = Shell.run("run", file, "-Dmetrics=acme-deep");
    Shell twice = Shell.run("run", file, "-Dmetrics=acme-double");

    assertThat(deep.code()).isEqualTo(1);
    assertThat(deep.err())
        .startsWith(jar + ": measure() of metric 'acme-deep' throws StackOverflowError; this is a ")
        .contains("acme.faulty.FaultyPlugin.depth(FaultyPlugin.java:")
        .contains("\t... and ")
        .contains(
            "\nPlease report this to the author of the plugin, with the lines above (folding ")
        .doesNotContain("folding failed");
    assertThat(twice.code()).isEqualTo(1);
    assertThat(twice.err())
        .startsWith(jar + ": values() of metric 'acme-double' gives two values named 'a'; this is ")
        .contains("\nPlease report this to the author of the plugin")
        .hasLineCount(2);
    assertThat(folder.resolve("out")).doesNotExist();
  }

  /** When a walk first turns back is defined exactly where it folds, and never 0. */
  @Test
  void numbersThatAreNotDefinedEverywhereSayOnHowManyPathsTheyAre() throws IOException {
    Path example = Path.of("../examples/metric-plugin/src/main");
    PluginJar.of(List.of(example.resolve("java"), example.resolve("resources")))
        .write(folder.resolve("plugins/turnback.jar"));
    Files.writeString(
        file,
        """
        model=cantornet:A/2
        paths=random
        paths.random.count=300
        metrics=range,turnback
        output.formats=csv,html
        """);

    Shell shell = Shell.run("run", file);

    assertThat(shell.complaints()).isEmpty();
    List<String> rows = Files.readAllLines(folder.resolve("out/paths.csv"));
    int folding = List.of(rows.get(0).split(",")).indexOf("range.folding");
    long folded =
        rows.stream()
            .skip(1)
            .filter(row -> Double.parseDouble(row.split(",", -1)[folding]) > 0)
            .count();
    assertThat(folded).isBetween(1L, 299L);
    assertThat(shell.out())
        .containsPattern("\n +paths +mean +median +max +nonzero\n")
        .containsPattern("\nrange.max +300 .*\n")
        .containsPattern("\nturnback.at +" + folded + " .* 100.0 %\n")
        .contains("\npaths: on which the number is defined;");
    assertThat(Files.readString(folder.resolve("out/report.html")))
        .contains("over the paths on which its number is defined")
        .containsPattern(
            "turnback.at</th><td class=\"number\">" + folded + "</td>.*>100.0 %</td></tr>");
    assertThat(Shell.run("run", file, "-Dmetrics=range", "--force").out())
        .doesNotContain("on which the number is defined");
  }

  @Test
  void brokenDataLeavesNothing() throws IOException {
    Files.writeString(folder.resolve("bad.csv"), "a,b\n1,2\n3,x\n");

    Shell shell = Shell.run("run", file, "-Ddata=bad.csv");

    assertThat(shell.code()).isEqualTo(2);
    assertThat(shell.err()).contains("bad.csv").hasLineCount(1);
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void aModelWithoutCountedUnitsRunsWithAWarning() throws IOException {
    Files.writeString(
        folder.resolve("linear.json"),
        """
        {"format": "folding-model", "version": 1, "input": {"shape": [2]}, "layers": [
          {"type": "dense", "weights": [[1, 2]], "bias": [0], "activation": "identity"}]}
        """);

    Shell shell = Shell.run("run", file, "-Dmodel=linear.json");

    assertThat(shell.code()).isZero();
    assertThat(shell.complaints())
        .isEqualTo(
            "warning: model 'linear' has no unit that walk.count=hidden counts, so no path has a"
                + " flip and every folding is 0; 'folding describe' shows its units\n");
    assertThat(Files.readAllLines(folder.resolve("out/paths.csv")).get(1)).startsWith("0,,,0,1,0");
  }

  @Test
  void anEmptyOutputFolderNameIsRefused() {
    assertThat(Shell.run("run", file, "-o", ""))
        .isEqualTo(new Shell(2, "", "-o is empty; name a folder for the results\n"));
  }

  @Test
  void malformedOverridesAreRefused() {
    assertThat(Shell.run("run", file, "-D", "walk"))
        .isEqualTo(
            new Shell(2, "", "-D walk is no KEY=VALUE; write for example -D walk=sampled\n"));
  }

  @Test
  void aBrokenPluginStopsTheRun() throws IOException {
    Files.createDirectory(folder.resolve("plugins"));
    Files.writeString(folder.resolve("plugins/broken.jar"), "not a JAR");

    Shell shell = Shell.run("run", file);

    assertThat(shell.code()).isEqualTo(2);
    assertThat(shell.err()).startsWith(folder.resolve("plugins/broken.jar").toString());
  }
}
