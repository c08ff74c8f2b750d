package org.folding.cli;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.folding.reports.Decimals;
import org.junit.jupiter.api.Test;

/** Charts that are saved out of a report. */
final class SavedChartsTest extends OpenedReports {
  @Test
  void chartsAreSaved() throws IOException {
    Page page = open(1100, ColorScheme.DARK);

    Path svg = saved(page, "SVG");
    assertThat(Files.readString(svg)).startsWith("<svg").contains("from class");
    byte[] png = Files.readAllBytes(saved(page, "PNG"));
    assertThat(new String(png, 1, 3, StandardCharsets.US_ASCII)).isEqualTo("PNG");
    List<String> csv = Files.readAllLines(saved(page, "CSV"));
    assertThat(csv).hasSize(1 + 9);
    assertThat(csv.get(0)).startsWith("from class,to class,mean χ,");
    JsonNode mean = json("summary.json").at("/classes/0/1/range/folding/mean");
    String[] cells = csv.get(2).split(",", -1);
    assertThat(cells[0] + cells[1]).isEqualTo("01");
    assertThat(Double.parseDouble(cells[2])).isEqualTo(mean.asDouble());
  }

  /** In a paper there is no page around a chart that would tell what it shows. */
  @Test
  void savedChartsTellWhatTheyShow() throws IOException {
    Page page = open(1100, ColorScheme.DARK);

    for (String section : List.of("distribution", "classes", "layers", "walks")) {
      assertThat(Files.readString(saved(page, section, "SVG")))
          .contains(": 132 paths, exact walks, 24 hidden units counted");
    }
    page.check("#distribution-flat");
    page.selectOption("#distribution-layer", "2");
    page.selectOption("#distribution-from", "1");
    assertThat(Files.readString(saved(page, "distribution", "SVG")))
        .contains("Distribution of folding χ", "44 paths from class 1 to any class, in the units")
        .contains("flat, χ = 0", "folded, χ &gt; 0", ">paths<", ">folding χ<");
    page.selectOption("#classes-measure", "share");
    page.selectOption("#classes-layer", "1");
    assertThat(Files.readString(saved(page, "classes", "SVG")))
        .contains("Share of folded paths by ordered pair of classes")
        .contains("In the units of layer layer \"0\".", ">from class<", ">to class<");
    assertThat(Files.readString(saved(page, "layers", "SVG")))
        .contains("Folding and flips by layer", ">folding χ<", ">flips per path<")
        .contains("Line: middle half of the paths; tick: median; dot: mean.");
    page.locator("#walk-from").fill("0.25");
    page.keyboard().press("Enter");
    JsonNode walk = json("walks.json").at("/walks/0");
    assertThat(Files.readString(saved(page, "walks", "SVG")))
        .contains("Folding along path " + walk.get("path") + "<")
        .contains("From row " + walk.at("/start/row") + ", class " + walk.at("/start/class"))
        .contains("χ = " + Decimals.text(walk.get("value").asDouble()))
        .contains("Shown is t from 0.2500 to 1.", ">folding χ so far<", ">flips<")
        .contains("greatest distance so far (r1)", "flips back", "position t along the path")
        .doesNotContain("drag");
  }

  @Test
  void savedChartsOfStudiesTellWhatTheyShow() throws IOException {
    studyWithDistributions("saved", "first", 3);
    Page page = open(1100, ColorScheme.LIGHT);

    assertThat(Files.readString(saved(page, "networks", "SVG")))
        .contains(
            "Mean χ against", "MNIST test set: lines between all ordered pairs of the first ");
    assertThat(Files.readString(saved(page, "distribution", "SVG")))
        .contains("Share of paths by how much they fold at least", "net-1", "net-3")
        .contains(">share of paths with at least this χ<");
  }
}
