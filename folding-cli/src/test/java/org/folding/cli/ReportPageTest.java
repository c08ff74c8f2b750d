package org.folding.cli;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleFunction;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.folding.reports.Decimals;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The report of a run, opened from disk in a browser. */
final class ReportPageTest extends OpenedReports {
  private static final String FONT_SIZES =
      "texts => texts.map(text => parseFloat(getComputedStyle(text).fontSize))";

  /** The texts that the edge of their picture cuts. */
  private static final String OUTSIDE =
      """
      texts => texts.filter(text => {
        const [own, all] = [text, text.ownerSVGElement].map(one => one.getBoundingClientRect());
        const shown = getComputedStyle(text).opacity !== "0"; // labels that would overlap are not
        return shown && (own.left < all.left - 1 || own.right > all.right + 1
            || own.top < all.top - 1 || own.bottom > all.bottom + 1);
      }).map(text => text.textContent)
      """;

  @ParameterizedTest
  @CsvSource({"1100, LIGHT", "1100, DARK", "400, LIGHT", "400, DARK", "320, LIGHT"})
  void everyChartIsDrawnAndFits(int width, ColorScheme colours) throws IOException {
    Page page = open(width, colours);

    JsonNode distributions = json("distributions.json");
    int bars = distributions.at("/all/0/counts").size();
    assertThat(page.locator("#distribution-chart .mark-rect.role-mark path").count())
        .isBetween(bars, bars + 1);
    assertThat(page.locator("#classes-chart .mark-rect.role-mark path").count()).isEqualTo(3 * 3);
    assertThat(page.locator("#layers-chart .mark-symbol path").count()).isEqualTo(2 * 3);
    JsonNode raster = json("walks.json").at("/walks/0/raster");
    long ticks = nonzero(raster.get("away")) + nonzero(raster.get("back"));
    // Each curve has a rule for each of its points, the raster a tick for each kind of flip.
    assertThat(page.locator("#walk-chart .mark-rect.role-mark path").count())
        .isGreaterThanOrEqualTo((int) ticks);
    assertThat(page.locator("#walk-chart .mark-line.role-mark path").count()).isEqualTo(4);
    assertThat((Integer) page.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
    for (String section : List.of("summary", "distribution", "classes", "layers", "walks")) {
      page.locator("#" + section)
          .screenshot(
              new Locator.ScreenshotOptions()
                  .setPath(SCREENSHOTS.resolve(section + "-" + width + "-" + colours + ".png")));
    }
  }

  /**
   * Charts are drawn for the room there is, and none is made smaller with all that is written on
   * it.
   */
  @ParameterizedTest
  @ValueSource(ints = {320, 768, 1280})
  void whatIsWrittenOnChartsCanBeRead(int width) {
    Page page = open(width, ColorScheme.LIGHT);

    for (Locator chart : page.locator(".chart").all()) {
      double room = chart.boundingBox().width;
      Locator svg = chart.locator("svg");
      double drawn = svg.boundingBox().width;
      assertThat(drawn).isLessThanOrEqualTo(room);
      assertThat(drawn).isEqualTo(Double.parseDouble(svg.getAttribute("width")));
      for (Object size : (List<?>) svg.locator("text").evaluateAll(FONT_SIZES)) {
        assertThat(((Number) size).doubleValue()).isGreaterThanOrEqualTo(11);
      }
      assertThat((List<?>) svg.locator("text").evaluateAll(OUTSIDE)).isEmpty();
    }
  }

  @Test
  void namesAreTextAndNothingElse() {
    Page page = open(1100, ColorScheme.LIGHT);

    assertThat(page.locator("h1")).hasText("Space folding of " + ReportFixture.NAME);
    assertThat(page.title()).isEqualTo("Space folding of " + ReportFixture.NAME);
    assertThat((Boolean) page.evaluate("'broken' in window")).isFalse();
    assertThat(page.locator("#distribution-layer option").allTextContents())
        .hasSize(4)
        .anyMatch(name -> name.contains(ReportFixture.LAYER));
    page.locator("#walks details summary").click();
    assertThat(page.locator("#walks details table")).containsText(ReportFixture.LAYER);
    assertThat((Boolean) page.evaluate("'broken' in window")).isFalse();
  }

  /** Four points in each of three classes: 4 · 4 paths from one to another, 4 · 3 within one. */
  @Test
  void distributionsCanBeFiltered() {
    Page page = open(1100, ColorScheme.LIGHT);
    Locator caption = page.locator("#distribution-caption");
    assertThat(caption).containsText("132 paths;");

    page.selectOption("#distribution-from", "0");
    assertThat(caption).containsText("44 paths from class 0 to any class;");
    page.selectOption("#distribution-to", "1");
    assertThat(caption).containsText("16 paths from class 0 to class 1;");
    page.selectOption("#distribution-to", "0");
    assertThat(caption).containsText("12 paths from class 0 to class 0;");
    // Along straight lines nothing folds in the first layer.
    page.selectOption("#distribution-layer", "1");
    assertThat(caption).containsText("12 of them (100.0 %) are flat");
  }

  @Test
  void aCellOfTheHeatMapChoosesItsClasses() {
    Page page = open(1100, ColorScheme.LIGHT);

    page.locator("#classes-chart .mark-rect.role-mark path").nth(5).click();

    assertThat(page.locator("#distribution-caption"))
        .containsText(Pattern.compile("^1[26] paths from class \\d to class \\d;"));
  }

  /** Charts and tables that the script makes round as the rest of folding does. */
  @Test
  void theScriptHasTheRuleOfTheConsole() {
    List<Double> numbers = new ArrayList<>();
    for (int all = 1; all <= 2000; all += all < 40 ? 1 : 490) {
      for (int some = 0; some <= all; some++) {
        numbers.add((double) some / all);
      }
    }
    Random random = new Random(1);
    for (int i = 0; i < 2000; i++) {
      numbers.add(random.nextGaussian() * Math.pow(10, random.nextInt(40) - 20));
    }
    numbers.addAll(List.of(-0.04, 9.99995e-5, -9.99995e-5, 12_345_678.5, 99_990_000.0, 1e22));
    Page page = open(1100, ColorScheme.LIGHT);

    assertThat(formatted(page, numbers, "asDecimal")).isEqualTo(texts(numbers, Decimals::text));
    assertThat(formatted(page, numbers, "asPercent")).isEqualTo(texts(numbers, Decimals::percent));
    assertThat(formatted(page, numbers, "asFixed"))
        .isEqualTo(texts(numbers, number -> Decimals.fixed(number, 3)));
  }

  private static List<?> formatted(Page page, List<Double> numbers, String format) {
    String places = format.equals("asFixed") ? ", '3'" : "";
    String all = "numbers => numbers.map(n => vega.expressionFunction('%s')(n%s))";
    List<?> texts = (List<?>) page.evaluate(all.formatted(format, places), numbers);
    // Pages have commas between thousands, and another minus.
    return texts.stream()
        .map(text -> text.toString().replace(",", "").replace('\u2212', '-'))
        .toList();
  }

  private static List<String> texts(List<Double> numbers, DoubleFunction<String> format) {
    return numbers.stream().map(format::apply).toList();
  }

  @Test
  void hoveringTellsNumbers() {
    Page page = open(1100, ColorScheme.LIGHT);
    page.locator("#classes-chart .mark-rect.role-mark path").nth(0).hover();

    Locator tooltip = page.locator("#vg-tooltip-element.visible");
    assertThat(tooltip).containsText("from class");
    assertThat(tooltip).containsText("mean χ");
  }

  @Test
  void pathsAreChosenWithTheKeyboard() {
    Page page = open(1100, ColorScheme.LIGHT);
    page.keyboard().press("Tab");
    assertThat(page.locator(".skip")).isFocused();
    page.keyboard().press("Tab");
    assertThat(page.locator("#theme")).isFocused();

    Locator third = page.locator(".show-walk").nth(2);
    third.focus();
    page.keyboard().press("Enter");

    assertThat(page.locator("#walk-path")).hasValue("2");
    assertThat(page.locator("#walk-path")).isFocused();
    page.locator("#walk-from").fill("0.25");
    page.locator("#walk-to").fill("0.5");
    page.keyboard().press("Enter");
    assertThat(page.locator("#walk-chart")).containsText("0.30");
  }

  @Test
  void draggingZooms() {
    Page page = open(1100, ColorScheme.LIGHT);
    Locator strip = page.locator("#walk-chart .mark-area path").last();
    strip.scrollIntoViewIfNeeded();
    var box = strip.boundingBox();
    page.mouse().move(box.x + 0.25 * box.width, box.y + box.height - 2);
    page.mouse().down();
    page.mouse().move(box.x + 0.75 * box.width, box.y + box.height - 2);
    page.mouse().up();

    assertThat(Double.parseDouble(page.inputValue("#walk-from"))).isBetween(0.23, 0.27);
    assertThat(Double.parseDouble(page.inputValue("#walk-to"))).isBetween(0.73, 0.77);
  }

  /** JSON has no word for infinity, so it is a text there; a metric of a plugin may give it. */
  @Test
  void infiniteNumbersAreShownAndToldFromUndefinedOnes() throws IOException {
    shown = Files.createDirectory(folder.resolve("infinite"));
    ObjectNode summary = (ObjectNode) json("summary.json");
    ((ObjectNode) summary.at("/metrics/range/folding-reverse"))
        .put("max", "Infinity")
        .put("min", "-Infinity")
        .putNull("mean");
    new ObjectMapper().writeValue(shown.resolve("summary.json").toFile(), summary);
    ObjectNode walks = (ObjectNode) json("walks.json");
    walks.put("by", "inf.a");
    ((ObjectNode) walks.at("/walks/0")).put("value", "Infinity");
    ((ObjectNode) walks.at("/walks/1")).put("value", "-Infinity");
    new ObjectMapper().writeValue(shown.resolve("walks.json").toFile(), walks);
    assertThat(Shell.run("report", shown).code()).isZero();

    Page page = open(1100, ColorScheme.LIGHT);

    assertThat(page.locator("#walks tbody td.number").first()).hasText("∞");
    assertThat(page.locator("#walk-path option").first())
        .hasText(Pattern.compile("^\\d+: class \\d to class \\d, inf\\.a = ∞$"));
    assertThat(page.locator("#walk-path option").nth(1)).hasText(Pattern.compile("= −∞$"));
    Locator measure =
        page.locator("#measures tbody tr")
            .filter(new Locator.FilterOptions().setHasText("range.folding-reverse"));
    assertThat(measure.locator("td").nth(1)).hasText("–");
    assertThat(measure.locator("td").nth(2)).hasText("−∞");
    assertThat(measure.locator("td").nth(6)).hasText("∞");
  }

  @Test
  void theColoursCanBeChosen() {
    Page page = open(1100, ColorScheme.LIGHT);
    String background = "getComputedStyle(document.body).backgroundColor";
    assertThat(page.evaluate(background)).isEqualTo("rgb(255, 255, 255)");

    page.locator("#theme").click();

    assertThat(page.evaluate(background)).isEqualTo("rgb(18, 22, 28)");
    assertThat(page.locator("#theme")).hasText("Light colours");
    page.waitForCondition(
        () ->
            page.locator("#distribution-chart text")
                .first()
                .getAttribute("fill")
                .equals("#a9b4c2"));
  }

  /** A4 leaves 178 mm between its margins, 673 CSS pixels; paper is white. */
  @Test
  void chartsAreDrawnAnewForPaper() {
    Page page = open(1280, ColorScheme.DARK);
    Locator chart = page.locator("#distribution-chart svg");
    assertThat(Double.parseDouble(chart.getAttribute("width"))).isGreaterThan(900);

    page.evaluate("dispatchEvent(new Event('beforeprint'))");

    page.waitForCondition(() -> Double.parseDouble(chart.getAttribute("width")) < 673);
    page.waitForCondition(
        () -> chart.locator("text").first().getAttribute("fill").equals("#535e6e"));
    page.evaluate("dispatchEvent(new Event('afterprint'))");
    page.waitForCondition(() -> Double.parseDouble(chart.getAttribute("width")) > 900);
  }

  /** WCAG 2.2, criterion 1.4.3: 4.5 to 1, for the text of the page and of the charts. */
  @ParameterizedTest
  @CsvSource({"LIGHT", "DARK"})
  void textContrastsWithItsBackground(ColorScheme colours) throws IOException {
    Page page = open(1100, colours);

    Object faint =
        page.evaluate(
            new String(
                ReportPageTest.class.getResourceAsStream("contrast.js").readAllBytes(),
                StandardCharsets.UTF_8));

    assertThat((List<?>) faint).isEmpty();
  }

  private static long nonzero(JsonNode numbers) {
    return StreamSupport.stream(numbers.spliterator(), false)
        .filter(number -> number.asInt() > 0)
        .count();
  }
}
