package org.folding.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.folding.reports.Decimals;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReportCommandTest {
  @TempDir private Path folder;

  @Test
  void makesTheReportOfTheRunAgainFromItsFiles() throws IOException {
    Path out = ReportFixture.run(folder);
    String made = Files.readString(out.resolve("report.html"));
    Files.delete(out.resolve("paths.csv"));
    Files.delete(folder.resolve("net.json"));
    Files.delete(folder.resolve("points.csv"));

    Shell again = Shell.run("report", out);

    assertThat(again)
        .isEqualTo(
            new Shell(0, out.resolve("report.html") + " shows the results in " + out + "\n", ""));
    assertThat(out.resolve("report.html")).hasContent(made);
  }

  @Test
  void saysInWordsWhatTheSummaryHolds() throws IOException {
    Path out = ReportFixture.run(folder);
    change(
        out.resolve("summary.json"),
        summary -> {
          ObjectNode folding = (ObjectNode) summary.at("/metrics/range/folding");
          folding.put("mean", 0.17024).put("median", 0.1625).put("max", 0.632);
          folding.put("share_nonzero", 0.995).put("median_of_maxima", 0.47);
          summary.put("paths", 249500);
        });

    Shell.run("report", out);

    assertThat(Files.readString(out.resolve("report.html")))
        .contains(
            "99.5 % of the 249,500 paths fold: along them at least one unit flips twice. The mean"
                + " folding χ is 0.1702, the median 0.1625 and the greatest 0.6320.")
        .contains("of their greatest χ is 0.4700.")
        .contains("Counted are the hidden units, 24 in 3 layers.")
        .contains("The walks are exact");
  }

  /** CantorNet A with three recursions: r1 = 6 and r2 = 14. */
  @Test
  void speaksOfOnePathAsOne() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("one.properties"),
            """
            model=cantornet:A/3
            paths=line
            paths.line.from=0,0.75
            paths.line.to=1,0.75
            metrics=range
            output.formats=html
            """);
    assertThat(Shell.run("run", file).code()).isZero();

    assertThat(Files.readString(folder.resolve("out/report.html")))
        .contains("The path folds: its folding χ is 0.5714,")
        .contains("The walk is exact:")
        .contains(
            "The path is made by the path generator “line” with from&#x3D;0,0.75; to&#x3D;1,0.75.")
        .contains("<dt>path</dt><dd>1</dd>", "<dt>folding χ</dt><dd>0.5714</dd>")
        .contains("<dt>flips</dt><dd>14</dd>", "<h2 id=\"walks-heading\">The path</h2>")
        .doesNotContain("of them fold", "The most folded paths");
  }

  @Test
  void saysWhatEachColumnTellsAndWhenItWasMade() throws IOException {
    Path out = ReportFixture.run(folder);
    change(
        out.resolve("summary.json"),
        summary -> {
          ((ObjectNode) summary.at("/metrics/range/max")).put("description", "how <far>");
          ((ObjectNode) summary.get("provenance")).put("started", "2026-03-04T05:06:07.891Z");
          ((ObjectNode) summary.get("seconds")).put("walk", 75.4).put("total", 7384.5);
        });

    Shell.run("report", out);

    assertThat(Files.readString(out.resolve("report.html")))
        .contains("<dt>range.folding</dt><dd>χ &#x3D; 1 − r1/r2; 0 where r2 &#x3D; 0</dd>")
        .contains("<dt>range.max</dt><dd>how &lt;far&gt;</dd>")
        .contains("Started</th><td>2026-03-04 05:06:07 UTC</td>")
        .contains("Walking took</th><td>1:15 min</td>")
        .contains("With loading and writing</th><td>2:03 h</td>");
  }

  @Test
  void saysWhichUnitsAreCounted() throws IOException {
    Path out = ReportFixture.run(folder);
    change(
        out.resolve("summary.json"),
        summary -> ((ObjectNode) summary.get("walk")).put("count", "hidden,-layer:a"));

    Shell.run("report", out);

    assertThat(Files.readString(out.resolve("report.html")))
        .contains("Counted are units chosen by walk.count&#x3D;hidden,-layer:a, 24 in 3 layers.");
  }

  @Test
  void showsWhatThereIs() throws IOException {
    Path out = ReportFixture.run(folder);
    Files.delete(out.resolve("walks.json"));
    Files.delete(out.resolve("distributions.json"));
    change(out.resolve("summary.json"), summary -> summary.remove("classes"));

    assertThat(Shell.run("report", out).code()).isZero();

    assertThat(Files.readString(out.resolve("report.html")))
        .contains("id=\"layers\"")
        .contains("id=\"measures\"")
        .doesNotContain("id=\"walks\"", "id=\"distribution\"", "id=\"classes\"");
  }

  @Test
  void namesCannotBreakOutOfThePage() throws IOException {
    String page = Files.readString(ReportFixture.run(folder).resolve("report.html"));

    assertThat(page)
        .contains("&lt;script&gt;window.broken", "ünï 中 &amp; &lt;b&gt;</title>")
        .doesNotContain("<script>window.broken", "<img src=x");
    // The data, three libraries, the page's own script.
    assertThat(page.split("</script", -1)).hasSize(6);
  }

  @Test
  void whatIsNoResultsFolderIsToldInOneLine() throws IOException {
    assertThat(Shell.run("report", folder.resolve("gone")))
        .isEqualTo(new Shell(2, "", "folder " + folder.resolve("gone") + " does not exist\n"));
    assertThat(Shell.run("report", folder).err())
        .isEqualTo(
            "folder "
                + folder
                + " holds neither summary.json of a run nor study.json of a study; a run writes the"
                + " first with output.formats=json or html\n");
    Path summary = Files.writeString(folder.resolve("summary.json"), "{\"paths\": 3,\n\"wa");
    assertThat(Shell.run("report", folder).err())
        .startsWith(summary + " is damaged: line 2: ")
        .hasLineCount(1);
    Files.writeString(summary, "{\"paths\": 3}");
    assertThat(Shell.run("report", folder))
        .isEqualTo(
            new Shell(2, "", summary + " is not what a run writes: it has no 'walk/mode'\n"));
    assertThat(folder.resolve("report.html")).doesNotExist();
  }

  @Test
  void showsTheNetworksOfAStudy() throws IOException {
    Files.writeString(
        folder.resolve("study.json"),
        """
        {"study": "mnist", "paths": {"kind": "first", "per_class": 50}, "networks": [
          {"name": "mnist-2x30", "depth": 2, "width": 30, "units": 60, "test_accuracy": 0.96,
           "paths": 249500, "share_folded": 0.22, "mean": 0.0255, "max": 0.5,
           "median_of_maxima": 0.333, "file": "net.onnx", "sha256": "abc"},
          {"name": "mnist-5x120", "depth": 5, "width": 120, "units": 600, "test_accuracy": 0.98,
           "paths": 249500, "share_folded": 0.995, "mean": 0.1702, "max": 0.632,
           "median_of_maxima": 0.47,
           "classes": {"3": {"4": {"paths": 7, "mean": 0.5, "share_folded": 1}}}}]}
        """);

    assertThat(Shell.run("report", folder).code()).isZero();

    assertThat(Files.readString(folder.resolve("report.html")))
        .contains("<title>Space folding of MNIST networks</title>")
        .contains(
            "Of 2 networks the one that folds most on average is mnist-5x120 (mean χ 0.1702); the"
                + " one that folds least is mnist-2x30 (mean χ 0.0255).")
        .contains("of the first 50 images of each class.")
        .contains("<dt>paths through each</dt><dd>249,500</dd>")
        .contains("<dt>paths walked in all</dt><dd>499,000</dd>")
        .contains("id=\"classes\"")
        .contains("<td class=\"file\">net.onnx</td><td><code class=\"hash\">abc</code></td>");
  }

  @Test
  void replacesReportsOnly() throws IOException {
    Path out = ReportFixture.run(folder);
    Path mine = Files.writeString(folder.resolve("mine.html"), "<html>mine</html>");

    Shell refused = Shell.run("report", out, "-o", mine);

    assertThat(refused).isEqualTo(new Shell(2, "", mine + " exists; replace it with --force\n"));
    assertThat(mine).hasContent("<html>mine</html>");
    assertThat(Shell.run("report", out, "-o", mine, "--force").code()).isZero();
    assertThat(Shell.run("report", out, "-o", mine).code()).isZero();
    assertThat(mine).hasSameTextualContentAs(out.resolve("report.html"));
  }

  @Test
  void doesNotReplaceTheResultsThatItShows() throws IOException {
    Path out = ReportFixture.run(folder);
    Path summary = out.resolve("summary.json");
    String before = Files.readString(summary);

    Shell refused = Shell.run("report", out, "-o", summary, "--force");

    assertThat(refused)
        .isEqualTo(
            new Shell(
                2, "", summary + " is what is read here and would be lost; name another file\n"));
    assertThat(summary).hasContent(before);
  }

  /** Four points in each of three classes, so 132 paths. */
  @Test
  void aRunWithoutFoldingHasAReportToo() throws IOException {
    Path ranged = ReportFixture.run(folder);
    Path out = folder.resolve("defect");

    Shell run = Shell.run("run", ReportFixture.measuring(folder, "convexity-defect"), "-o", out);

    assertThat(run.err()).isEmpty();
    JsonNode defect = json(out.resolve("summary.json")).at("/metrics/convexity-defect/defect");
    assertThat(defect)
        .isEqualTo(json(ranged.resolve("summary.json")).at("/metrics/convexity-defect/defect"));
    String share = Decimals.percent(defect.get("share_nonzero").asDouble());
    assertThat(run.out()).contains("\ndefect   not 0 on " + share + " of the paths\n");
    assertThat(Files.readString(out.resolve("report.html")))
        .contains("<h1>Convexity defect of ")
        .contains(
            "On "
                + share
                + " of the 132 paths the convexity defect is not 0; the others are convex. The mean"
                + " is ")
        .contains(
            "Convexity defect: in how many bits at most a pattern differs from both ends where"
                + " these agree.")
        .contains("<h2 id=\"distribution-heading\">Distribution of convexity defect</h2>")
        .contains("show convex paths (defect = 0)", "<h2 id=\"classes-heading\">Pairs of classes<")
        .contains("<h2 id=\"walks-heading\">The paths with the greatest convexity defect</h2>")
        .doesNotContain("ost folded", "flat paths", "of them fold");
  }

  @Test
  void ofOnePathItTellsTheNumber() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("cantornet.properties"),
            """
            model=cantornet:A/3
            paths=line
            paths.line.from=0,0.75
            paths.line.to=1,0.75
            metrics=convexity-defect
            output.formats=html
            """);

    Shell run = Shell.run("run", file);

    assertThat(run.complaints()).isEmpty();
    assertThat(run.out()).endsWith("results  " + folder.resolve("out/report.html") + "\n");
    assertThat(folder.resolve("out/paths.csv")).doesNotExist();
    String defect =
        json(folder.resolve("out/summary.json"))
            .at("/metrics/convexity-defect/defect/max")
            .asText();
    assertThat(Files.readString(folder.resolve("out/report.html")))
        .contains("The convexity defect of the path is " + defect.replace(".0", "") + ".")
        .contains("<dt>flips</dt><dd>14</dd>")
        .contains("<h2 id=\"walks-heading\">The path</h2>", ">convexity-defect.defect</th>")
        .doesNotContain("id=\"distribution\"");
  }

  /** Files that were written before values had roles: what they lack is told by names. */
  @Test
  void showsResultsOfAnEarlierVersion() throws IOException {
    Path out = ReportFixture.run(folder);
    change(
        out.resolve("summary.json"),
        summary ->
            summary
                .get("metrics")
                .forEach(
                    metric ->
                        metric.forEach(
                            value -> {
                              ObjectNode told = (ObjectNode) value;
                              told.remove(List.of("kind", "role", "layer", "part_of", "phrases"));
                            })));

    assertThat(Shell.run("report", out).code()).isZero();

    assertThat(Files.readString(out.resolve("report.html")))
        .contains("<h2 id=\"distribution-heading\">Distribution of range.folding</h2>")
        .contains("id=\"classes\"", "id=\"layers\"", "id=\"distribution-layer\"");
  }

  @Test
  void saysWhatAWalkMayHaveMissed() throws IOException {
    Path out = ReportFixture.run(folder);
    assertThat(Files.readString(out.resolve("report.html")))
        .contains("The walks are exact: flips are computed from the weights, so that no region is");

    change(
        out.resolve("summary.json"),
        summary -> ((ObjectNode) summary.get("walk")).put("mode", "sampled").put("samples", 1000));
    Shell.run("report", out);
    assertThat(Files.readString(out.resolve("report.html")))
        .contains(
            "The walks are not exact: they look at 1,000 points of each path and miss what happens"
                + " between two of them. r1 and r2 are right or too low, and χ can err");
  }

  private static JsonNode json(Path file) throws IOException {
    return new ObjectMapper().readTree(file.toFile());
  }

  private interface Change {
    void apply(ObjectNode document);
  }

  private static void change(Path file, Change change) throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    JsonNode document = mapper.readTree(file.toFile());
    change.apply((ObjectNode) document);
    mapper.writeValue(file.toFile(), document);
  }
}
