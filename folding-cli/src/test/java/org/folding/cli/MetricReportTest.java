package org.folding.cli;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.folding.core.testing.PluginJar;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Reports on what is not the range metric: a metric of a plugin has its histogram, its map of class
 * pairs and its extreme paths as the built-in ones have. There are four points in each of three
 * classes, so 16 paths from one class to another and 12 within one, 132 in all.
 */
final class MetricReportTest extends OpenedReports {

  @BeforeAll
  static void compileThePlugin() throws IOException {
    PluginJar.of(Path.of("../folding-core/src/test/plugins/roles"))
        .write(folder.resolve("plugins/roles.jar"));
  }

  @Test
  void aHeadlineWithoutBoundsIsDrawnInGeneralWords() throws IOException {
    List<List<String>> rows = run("acme-length");
    Map<Integer, Integer> flips = new HashMap<>();
    rows.forEach(row -> flips.merge(Integer.parseInt(row.get(3)), 1, Integer::sum));

    Page page = open(1100, ColorScheme.LIGHT);

    assertThat(page.locator("h1")).hasText("Acme-length.flips of " + ReportFixture.NAME);
    assertThat(page.locator("#summary .lead"))
        .containsText("Acme-length.flips: The number of flips.");
    assertThat(page.locator("#distribution-heading")).hasText("Distribution of acme-length.flips");
    Map<Integer, Integer> drawn = new HashMap<>();
    page.locator("#distribution details summary").click();
    for (Locator row : page.locator("#distribution details tbody tr").all()) {
      List<String> cells = row.locator("td").allTextContents();
      int paths = Integer.parseInt(cells.get(2));
      if (paths > 0) {
        drawn.put(Integer.parseInt(cells.get(0)), paths);
      }
    }
    assertThat(drawn).isEqualTo(flips);
    assertThat(page.locator("#distribution-caption")).containsText("132 paths; ");
    assertThat(page.locator("#distribution-caption"))
        .containsText("have acme-length.flips = 0. Each bar stands for one number.");
    page.selectOption("#distribution-from", "0");
    page.selectOption("#distribution-to", "1");
    assertThat(page.locator("#distribution-caption"))
        .containsText("16 paths from class 0 to class 1;");
    assertThat(page.locator("#distribution-layer option")).hasCount(4);
    assertThat(page.locator("#classes-chart .mark-rect.role-mark path")).hasCount(3 * 3);
    assertThat(page.locator("#layers-chart .mark-symbol path")).hasCount(3);
    int most = flips.keySet().stream().mapToInt(Integer::intValue).max().orElseThrow();
    assertThat(page.locator("#walks-heading"))
        .hasText("The paths with the greatest acme-length.flips");
    assertThat(page.locator("#walks tbody td.number").first()).hasText(String.valueOf(most));
    assertThat(page.locator("#walk-chart .mark-line.role-mark path")).hasCount(4);
    assertNoWordOfFolding(page);
    screenshots(page, "unbounded");
  }

  @Test
  void aHeadlineThatIsAShareIsDrawnInItsOwnWords() throws IOException {
    List<List<String>> rows = run("acme-early");
    long zeros = rows.stream().filter(row -> Double.parseDouble(row.get(5)) == 0).count();

    Page page = open(1100, ColorScheme.LIGHT);

    assertThat(page.locator("h1")).hasText("<early> flips of " + ReportFixture.NAME);
    assertThat(page.locator("#distribution-caption"))
        .containsText("132 paths; " + zeros + " of them");
    assertThat(page.locator("#distribution-caption")).containsText("are patient, with ε = 0");
    assertThat(page.locator("#distribution-chart")).containsText("<early> flips");
    assertThat(page.locator("#distribution label.check")).hasText("show patient paths (ε = 0)");
    assertThat(page.locator("#classes-measure option").nth(1)).hasText("share of hasty paths");
    assertThat(page.locator("#classes-chart .mark-rect.role-mark path")).hasCount(3 * 3);
    assertThat(page.locator("#walks-heading")).hasText("The most hasty paths");
    JsonNode bins = json(shown, "distributions.json").at("/all/0");
    assertThat(bins.get("column").asText()).isEqualTo("acme-early.share");
    assertThat(bins.get("zeros").asLong()).isEqualTo(zeros);
    long counted =
        StreamSupport.stream(bins.get("counts").spliterator(), false)
            .mapToLong(JsonNode::asLong)
            .sum();
    assertThat(counted).isEqualTo(132 - zeros);
    assertNoWordOfFolding(page);
    screenshots(page, "share");
  }

  @Test
  void aMetricWithoutAHeadlineHasItsExtremePathsAndMeasures() throws IOException {
    List<List<String>> rows = run("acme-plain");
    int most = rows.stream().mapToInt(row -> Integer.parseInt(row.get(5))).max().orElseThrow();

    Page page = open(1100, ColorScheme.LIGHT);

    assertThat(page.locator("h1")).hasText("Walks through " + ReportFixture.NAME);
    assertThat(page.locator("#summary .lead"))
        .containsText("The run walked 132 paths. None of its metrics has a headline");
    assertThat(page.locator("#distribution")).hasCount(0);
    assertThat(page.locator("#classes")).hasCount(0);
    assertThat(page.locator("#walks-heading"))
        .hasText("The paths with the greatest acme-plain.steps");
    assertThat(page.locator("#walks tbody td.number").first()).hasText(String.valueOf(most));
    assertThat(page.locator("#measures tbody tr")).hasCount(1);
    screenshots(page, "none");
  }

  @Test
  void ofSeveralMetricsTheFirstRanksAndEachIsDrawn() throws IOException {
    run("acme-plain,acme-early,convexity-defect,range");

    Page page = open(1100, ColorScheme.LIGHT);

    assertThat(json(shown, "walks.json").get("by").asText()).isEqualTo("acme-early.share");
    assertThat(page.locator("#walks-heading")).hasText("The most hasty paths");
    List<String> headings = page.locator("main h2").allTextContents();
    assertThat(headings)
        .containsSequence(
            "Distribution of <early> flips",
            "Pairs of classes",
            "Distribution of convexity defect",
            "Pairs of classes: convexity defect",
            "Distribution of folding",
            "Pairs of classes: folding");
    page.locator("#classes-chart-2 .mark-rect.role-mark path").nth(5).click();
    assertThat(page.locator("#distribution-caption-2")).containsText("paths from class ");
    assertThat(page.locator("#distribution-caption-2")).containsText("are convex, with defect = 0");
    assertThat(page.locator("#distribution-caption")).containsText("132 paths;");
    assertThat(page.locator("#distribution-caption-3")).containsText("are flat, with χ = 0");
  }

  /** The network is piecewise linear, so a walk that is not cut short is the exact one. */
  @Test
  void anAdaptiveWalkIsSaidToBeExactWhereItWasNotCutShort() throws IOException {
    run("range", "-D", "walk=adaptive");

    Page page = open(1100, ColorScheme.LIGHT);

    assertThat(page.locator("#summary"))
        .containsText("The walks are adaptive: they look at up to 2,000 points of each path");
    assertThat(page.locator("#summary"))
        .containsText("In a piecewise-linear network a walk that is not cut short is exact;");
    assertThat(page.locator("#summary")).containsText("None was cut short.");
    assertThat(page.locator("#summary")).not().containsText("between two of them");
  }

  @Test
  void howManyAdaptiveWalksWereCutShortIsTold() throws IOException {
    run("range", "-D", "walk=adaptive", "-D", "walk.evaluations=20");
    JsonNode walk = json(shown, "summary.json").get("walk");
    long paths = walk.get("paths_cut_short").asLong();
    long steps = walk.get("multi_flip_steps_cut_short").asLong();
    assertThat(paths).isGreaterThan(1);
    assertThat(steps).isGreaterThan(1);

    Page page = open(1100, ColorScheme.LIGHT);

    assertThat(page.locator("#summary"))
        .containsText(
            paths
                + " of 132 walks were cut short, as walk.evaluations was reached; there r1 and r2"
                + " are right or too low, and χ can err in both directions. "
                + steps
                + " steps of several flips are left by that.");
  }

  /**
   * Measures the paths of the fixture otherwise, and shows the report.
   *
   * @return the rows of paths.csv
   */
  private List<List<String>> run(String metrics, String... more) throws IOException {
    shown = Files.createTempDirectory(folder, "metrics").resolve("out");
    List<Object> words = new ArrayList<>(List.of("run", ReportFixture.measuring(folder, metrics)));
    words.addAll(List.of("-o", shown, "-D", "plugins=" + folder.resolve("plugins")));
    words.addAll(List.of(more));
    Shell shell = Shell.run(words.toArray());
    assertThat(shell.err()).isEmpty();
    assertThat(shell.code()).isZero();
    return Files.readAllLines(shown.resolve("paths.csv")).stream()
        .skip(1)
        .map(line -> List.of(line.split(",")))
        .toList();
  }

  private static JsonNode json(Path results, String name) throws IOException {
    return new ObjectMapper().readTree(results.resolve(name).toFile());
  }

  /** But for the chart of a single path, and for what is said of reading numbers. */
  private static void assertNoWordOfFolding(Page page) {
    for (String section : List.of("summary", "distribution", "classes")) {
      assertThat(page.locator("#" + section).textContent())
          .doesNotContain("fold of", "folded", "χ = 0", "flat");
    }
    assertThat(page.locator("#walks-heading").textContent()).doesNotContain("fold");
  }

  private static void screenshots(Page page, String name) {
    for (String section : List.of("summary", "distribution", "classes", "layers", "walks")) {
      if (page.locator("#" + section).count() > 0) {
        page.locator("#" + section)
            .screenshot(
                new Locator.ScreenshotOptions()
                    .setPath(SCREENSHOTS.resolve("metric-" + name + "-" + section + ".png")));
      }
    }
  }
}
