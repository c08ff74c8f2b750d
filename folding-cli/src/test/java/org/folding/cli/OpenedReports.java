package org.folding.cli;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/**
 * Opens reports in a browser as a reader has them, from disk, and watches that nothing is loaded or
 * complained of.
 */
abstract class OpenedReports {
  static final Path SCREENSHOTS = Path.of("target", "screenshots");

  @TempDir static Path folder;
  static Path results;
  private static Chromium chromium;

  private final List<String> complaints = new ArrayList<>();
  private final List<String> requests = new ArrayList<>();
  Path shown = results;
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

  Page open(int width, ColorScheme colours) {
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

  void studyWithDistributions(String name, String kind, int networks) throws IOException {
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
  static String histogram(String layer, int zeros, int inBin20, int inBin30) {
    String counts =
        IntStream.rangeClosed(0, inBin30 > 0 ? 30 : -1)
            .mapToObj(bin -> String.valueOf(bin == 20 ? inBin20 : bin == 30 ? inBin30 : 0))
            .collect(Collectors.joining(", "));
    return "{\"column\": \"range.folding%s\", \"zeros\": %d, \"counts\": [%s]}"
        .formatted(layer, zeros, counts);
  }

  static Path saved(Page page, String format) {
    return saved(page, "classes", format);
  }

  static Path saved(Page page, String section, String format) {
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

  static JsonNode json(String name) throws IOException {
    return new ObjectMapper().readTree(results.resolve(name).toFile());
  }

  static String network(String name, int depth, double mean, String more) {
    return "{\"name\": \"%s\", \"depth\": %d, \"units\": %d, \"paths\": 9, \"mean\": %s%s}"
        .formatted(name, depth, 60, mean, more);
  }
}
