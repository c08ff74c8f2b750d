package org.folding.cli;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The reports of studies, opened from disk in a browser. */
final class StudyPageTest extends OpenedReports {
  @Test
  void networksOfAStudyAreDrawnByDepthAndByEpoch() throws IOException {
    shown = Files.createDirectory(folder.resolve("study"));
    StringBuilder networks = new StringBuilder();
    for (int depth = 2; depth <= 4; depth++) {
      networks.append(network("net-" + depth, depth, 0.05 * depth, "")).append(',');
    }
    for (int epoch = 0; epoch <= 3; epoch++) {
      String state = ", \"family\": \"net-4\", \"epoch\": " + epoch;
      networks.append(network("net-4-epoch" + epoch, 4, 0.04 * epoch, state));
      networks.append(epoch < 3 ? "," : "");
    }
    Files.writeString(
        shown.resolve("study.json"), "{\"study\": \"mnist\", \"networks\": [" + networks + "]}");
    assertThat(Shell.run("report", shown).code()).isZero();

    Page page = open(1100, ColorScheme.LIGHT);

    Locator points = page.locator("#networks-chart .mark-symbol.role-mark path");
    assertThat(points).hasCount(3);
    page.locator("#networks")
        .screenshot(
            new Locator.ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve("networks-1100-LIGHT.png")));
    Locator states = page.locator("#training-chart .mark-symbol.role-mark path");
    assertThat(states).hasCount(4);
    assertThat(page.locator("#training-chart")).containsText("epoch of training");
    assertThat(page.locator("#networks-against option")).hasCount(1);
    assertThat(page.locator("#networks table")).containsText("net-4-epoch3");
    assertThat(page.locator("#distribution")).hasCount(0);
  }

  /** Thirteen networks, of which each has ten paths more in bin 20 than the one before. */
  @ParameterizedTest
  @CsvSource({"1100, LIGHT", "400, DARK"})
  void distributionsOfAStudyAreDrawnAndFit(int width, ColorScheme colours) throws IOException {
    studyWithDistributions("many-" + width, "first", 13);

    Page page = open(width, colours);

    Locator lines = page.locator("#tail-chart .mark-line.role-mark path");
    assertThat(lines).hasCount(13);
    assertThat(page.locator("#tail-chart")).containsText("net-13");
    assertThat(page.locator("#tail-caption"))
        .hasText("The share of paths that fold is from 37.5 % (net-1) to 75.0 % (net-13).");
    assertThat((Integer) page.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
    // The legend leaves room for the lines.
    assertThat(lines.nth(12).boundingBox().height).isGreaterThan(150);
    page.locator("#distribution")
        .screenshot(
            new Locator.ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve("tails-" + width + "-" + colours + ".png")));
    page.selectOption("#tail-scale", "log");
    assertThat(page.locator("#tail-chart")).containsText("10%");
    assertThat(lines).hasCount(13);
    // Only the first network has a second layer.
    page.selectOption("#tail-layer", "2");
    assertThat(page.locator("#tail-caption"))
        .hasText(
            "Of the paths through net-1, 0.0 % fold in the units of hidden layer 2. 12 networks have"
                + " no such layer.");
  }

  @Test
  void oneNetworkAndItsLayersAreChosen() throws IOException {
    studyWithDistributions("three", "first", 3);
    Page page = open(1100, ColorScheme.LIGHT);
    Locator caption = page.locator("#distribution-caption");
    Locator bars = page.locator("#distribution-chart .mark-rect.role-mark path");
    assertThat(caption).containsText("net-1: 80 paths; 50 of them (62.5 %) are flat, with χ = 0.");

    page.locator("#distribution-network").focus();
    page.keyboard().press("ArrowDown");

    assertThat(caption).containsText("net-2: 90 paths; 50 of them (55.6 %) are flat, with χ = 0.");
    page.selectOption("#distribution-layer", "1");
    assertThat(caption)
        .containsText(
            "net-2: 90 paths, in the units of layer <one>; 90 of them (100.0 %) are flat");
    page.selectOption("#distribution-layer", "0");
    page.uncheck("#distribution-flat");
    assertThat(bars).hasCount(31);
    // Where the line of the third network begins, above the others.
    page.locator("#tail-chart").scrollIntoViewIfNeeded();
    var box = page.locator("#tail-chart .mark-line.role-mark path").nth(2).boundingBox();
    page.mouse().move(box.x + 30, box.y + 5);
    page.mouse().move(box.x + 8, box.y + 5);
    Locator tooltip = page.locator("#vg-tooltip-element.visible");
    assertThat(tooltip).containsText("net-3");
    assertThat(tooltip).containsText("50.00 %");
    page.mouse().down();
    page.mouse().up();
    assertThat(page.locator("#distribution-network")).hasValue("2");
    assertThat(caption).containsText("net-3: 100 paths; 50 of them (50.0 %) are flat");
  }

  /** Of 80 paths 50 are flat, 20 are in the bin from 0.2 to 0.21 and 10 in that from 0.3. */
  @Test
  void sharesOfSampledPathsAreToldAndSaved() throws IOException {
    studyWithDistributions("sample", "sample", 1);
    Page page = open(1100, ColorScheme.LIGHT);

    assertThat(page.locator("#distribution p").first()).containsText("the paths of the sample");
    assertThat(page.locator("#tail-caption"))
        .hasText("Of the sampled paths through net-1, 37.5 % fold.");
    assertThat(page.locator("#distribution-caption")).containsText("80 sampled paths;");
    assertThat(page.locator("#distribution-network")).hasCount(0);
    Download download =
        page.waitForDownload(
            () ->
                page.locator("#distribution .save")
                    .first()
                    .locator("button", new Locator.LocatorOptions().setHasText("CSV"))
                    .click());
    assertThat(download.suggestedFilename()).isEqualTo("distribution-tails.csv");
    List<String> csv = Files.readAllLines(download.path());
    assertThat(csv).hasSize(1 + 32);
    assertThat(csv.get(0)).isEqualTo("network,χ at least (at 0: above 0),share,sampled paths");
    assertThat(csv.get(1)).isEqualTo("net-1,0,0.375,30");
    assertThat(csv.get(1 + 20)).isEqualTo("net-1,0.2,0.375,30");
    assertThat(csv.get(1 + 21)).isEqualTo("net-1,0.21,0.125,10");
    assertThat(csv.get(1 + 30)).isEqualTo("net-1,0.3,0.125,10");
    assertThat(csv.get(1 + 31)).isEqualTo("net-1,0.31,0,0");
  }

  /** The closed form of CantorNet A, which folds by 1 − 3/7 at depth 3. */
  @Test
  void aStudyOfCantorNetHasItsCurves() throws IOException {
    shown = folder.resolve("cantornet");
    assertThat(Shell.run("study", "cantornet", "--depth", 3, "-o", shown).code()).isZero();

    Page page = open(400, ColorScheme.DARK);

    assertThat(page.locator("#networks-chart .mark-symbol.role-mark path")).hasCount(9);
    assertThat(page.locator("#networks table")).containsText("0.5714");
    Locator curves = page.locator("#curves-chart .mark-line.role-mark path");
    assertThat(curves).hasCount(3);
    page.selectOption("#curves-representation", "B");
    page.selectOption("#curves-walk", "sampled all");
    assertThat(curves).hasCount(3);
    page.locator("#curves details summary").click();
    assertThat(page.locator("#distribution")).hasCount(0);
    // A walk through 11 points has its last step at t = 1.
    assertThat(page.locator("#curves details table tr").last()).containsText("0.7429");
    page.locator("#curves")
        .screenshot(
            new Locator.ScreenshotOptions().setPath(SCREENSHOTS.resolve("curves-400-DARK.png")));
  }
}
