package org.folding.cli;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.DoubleFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.folding.cli.report.Decimals;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A report as a reader has it: opened from disk in a browser. */
final class ReportPageTest {
  private static final Path SCREENSHOTS = Path.of("target", "screenshots");
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

  @TempDir private static Path folder;
  private static Path results;
  private static Chromium chromium;

  private final List<String> complaints = new ArrayList<>();
  private final List<String> requests = new ArrayList<>();
  private Path shown = results;
  private BrowserContext context;

  @BeforeAll
  static void makeTheReport() throws IOException {
    chromium = Chromium.start();
    results = ReportFixture.run(folder);
  }

  @AfterAll
  static void stop() {
    if (chromium != null) {
      chromium.close();
    }
  }

  @AfterEach
  void thePageWasQuiet() {
    context.close();
    assertThat(complaints).isEmpty();
    assertThat(requests).containsExactly(shown.resolve("report.html").toUri().toString());
  }

  private Page open(int width, ColorScheme colours) {
    context =
        chromium.newContext(
            new Browser.NewContextOptions()
                .setViewportSize(width, 900)
                .setColorScheme(colours)
                .setAcceptDownloads(true));
    Page page = context.newPage();
    page.onConsoleMessage(message -> complaints.add(message.type() + ": " + message.text()));
    page.onPageError(complaints::add);
    page.onDialog(dialog -> complaints.add("dialog " + dialog.message()));
    page.onRequest(
        request -> {
          if (!request.url().startsWith("data:") && !request.url().startsWith("blob:")) {
            requests.add(request.url());
          }
        });
    page.navigate(shown.resolve("report.html").toUri().toString());
    page.waitForSelector(
        "html[data-drawn]",
        new Page.WaitForSelectorOptions().setState(WaitForSelectorState.ATTACHED));
    return page;
  }

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

  private void studyWithDistributions(String name, String kind, int networks) throws IOException {
    shown = Files.createDirectory(folder.resolve(name));
    List<String> entries = new ArrayList<>();
    for (int i = 1; i <= networks; i++) {
      int paths = 70 + 10 * i;
      String layers = histogram(".<one>", paths, 0, 0) + (i == 1 ? "," : "");
      String distribution =
          "{\"bins\": 100, \"all\": [%s, %s%s]}"
              .formatted(
                  histogram("", 50, 10 + 10 * i, 10),
                  layers,
                  i == 1 ? histogram(".two", paths, 0, 0) : "");
      entries.add(network("net-" + i, 2, 0.1, ", \"distribution\": " + distribution));
    }
    Files.writeString(
        shown.resolve("study.json"),
        "{\"study\": \"mnist\", \"paths\": {\"kind\": \"%s\"}, \"networks\": [%s]}"
            .formatted(kind, String.join(",", entries)));
    assertThat(Shell.run("report", shown).code()).isZero();
  }

  /** With paths in the bins 20 and 30 alone, up to the last one that is not empty. */
  private static String histogram(String layer, int zeros, int inBin20, int inBin30) {
    String counts =
        IntStream.rangeClosed(0, inBin30 > 0 ? 30 : -1)
            .mapToObj(bin -> String.valueOf(bin == 20 ? inBin20 : bin == 30 ? inBin30 : 0))
            .collect(Collectors.joining(", "));
    return "{\"column\": \"range.folding%s\", \"zeros\": %d, \"counts\": [%s]}"
        .formatted(layer, zeros, counts);
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

  private static String network(String name, int depth, double mean, String more) {
    return "{\"name\": \"%s\", \"depth\": %d, \"units\": %d, \"paths\": 9, \"mean\": %s%s}"
        .formatted(name, depth, 60, mean, more);
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

  private static Path saved(Page page, String format) {
    return saved(page, "classes", format);
  }

  private static Path saved(Page page, String section, String format) {
    Locator button =
        page.locator("#" + section + " .save button", new Page.LocatorOptions().setHasText(format))
            .first();
    Download download = page.waitForDownload(button::click);
    String name = section.equals("walks") ? "walk" : section;
    assertThat(download.suggestedFilename())
        .startsWith(name)
        .endsWith("." + format.toLowerCase(Locale.ROOT));
    return download.path();
  }

  private static JsonNode json(String name) throws IOException {
    return new ObjectMapper().readTree(results.resolve(name).toFile());
  }

  private static long nonzero(JsonNode numbers) {
    return StreamSupport.stream(numbers.spliterator(), false)
        .filter(number -> number.asInt() > 0)
        .count();
  }
}
