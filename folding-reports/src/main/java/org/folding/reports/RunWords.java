package org.folding.reports;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A run in words and a few figures. */
final class RunWords {
  private final JsonNode summary;
  private final JsonNode walks;
  private final List<RunValue> headlines;
  private final JsonNode configuration;
  private final long paths;

  /**
   * @param summary {@code summary.json}
   * @param walks {@code walks.json}, or a missing node
   */
  RunWords(JsonNode summary, JsonNode walks) {
    this.summary = summary;
    this.walks = walks;
    this.headlines = RunValue.headlines(summary);
    this.configuration = summary.path("provenance").path("configuration");
    this.paths = summary.path("paths").asLong();
  }

  String title() {
    String what = headlines.isEmpty() ? "Walks through " : headlines.get(0).title() + " of ";
    return what + summary.path("model").asText();
  }

  /** What charts are of, for those that are taken out of the page. */
  String about() {
    JsonNode walk = summary.path("walk");
    return summary.path("model").asText()
        + ": "
        + Figures.count(paths, "path", "paths")
        + ", "
        + walk.path("mode").asText()
        + (paths == 1 ? " walk, " : " walks, ")
        + Figures.whole(walk.path("total").asLong())
        + " "
        + units()
        + " counted";
  }

  String subtitle() {
    List<String> parts = new ArrayList<>();
    parts.add(Figures.count(paths, "path", "paths"));
    parts.add(summary.path("walk").path("mode").asText() + " walk");
    if (configuration.has("data")) {
      parts.add(fileName(configuration.path("data").asText()));
    }
    String started = summary.path("provenance").path("started").asText();
    if (started.length() > 10) {
      parts.add(started.substring(0, 10));
    }
    return String.join(" · ", parts);
  }

  private static String fileName(String path) {
    return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  }

  List<Map<String, Object>> paragraphs() {
    List<Map<String, Object>> paragraphs = new ArrayList<>();
    if (headlines.isEmpty()) {
      paragraphs.add(
          paragraph(
              true,
              "The run walked "
                  + Figures.count(paths, "path", "paths")
                  + ". None of its metrics has a headline, a value that stands for it. “All measures”"
                  + " has the statistics of every column."));
    }
    for (RunValue headline : headlines) {
      String text = new HeadlineWords(headline, paths).text();
      paragraphs.add(paragraph(paragraphs.isEmpty(), text));
    }
    paragraphs.add(paragraph(false, counted() + " " + new ExactnessWords(summary).text()));
    paragraphs.add(paragraph(false, madeOf()));
    return paragraphs;
  }

  private static Map<String, Object> paragraph(boolean lead, String text) {
    return Map.of("lead", lead, "text", text);
  }

  private String counted() {
    JsonNode walk = summary.path("walk");
    long units = walk.path("total").asLong();
    long bits = walk.path("bits").asLong();
    String which =
        switch (walk.path("count").asText()) {
          case "all" -> "all activation units";
          case "hidden" -> "the hidden units";
          default -> "units " + chosen();
        };
    return "Counted are "
        + which
        + ", "
        + Figures.whole(units)
        + " in "
        + Figures.count(walk.path("layers").size(), "layer", "layers")
        + (bits == units ? "" : ", which give " + Figures.whole(bits) + " bits")
        + ".";
  }

  /** The counted units, in a few words. */
  private String units() {
    return switch (summary.path("walk").path("count").asText()) {
      case "all" -> "units";
      case "hidden" -> "hidden units";
      default -> "units " + chosen();
    };
  }

  private String chosen() {
    return "chosen by walk.count=" + summary.path("walk").path("count").asText();
  }

  private String madeOf() {
    if (configuration.isMissingNode()) {
      return "The results do not tell what paths were walked.";
    }
    String generator = configuration.path("paths").asText();
    List<String> options = new ArrayList<>();
    String prefix = "paths." + generator + ".";
    configuration
        .properties()
        .forEach(
            entry -> {
              if (entry.getKey().startsWith(prefix)) {
                options.add(
                    entry.getKey().substring(prefix.length()) + "=" + entry.getValue().asText());
              }
            });
    String text =
        (paths == 1 ? "The path is made" : "The paths are made")
            + " by the path generator “"
            + generator
            + "”"
            + (options.isEmpty() ? "" : " with " + String.join("; ", options));
    List<String> files = new ArrayList<>();
    summary
        .path("provenance")
        .path("data")
        .forEach(file -> files.add(fileName(file.path("file").asText())));
    return text
        + (files.isEmpty() ? "." : ", from the data in " + String.join(" and ", files) + ".");
  }

  List<Map<String, String>> figures() {
    List<Map<String, String>> figures = new ArrayList<>();
    add(figures, paths == 1 ? "path" : "paths", Figures.whole(paths));
    if (!headlines.isEmpty()) {
      addHeadline(headlines.get(0), figures);
    }
    add(figures, "counted units", Figures.decimal(summary.path("walk").path("total")));
    return figures;
  }

  private void addHeadline(RunValue headline, List<Map<String, String>> figures) {
    JsonNode numbers = headline.statistics();
    if (paths == 1) {
      add(figures, headline.label(), Figures.decimal(numbers.path("max")));
      JsonNode flips = walks.path("walks").path(0).path("flips");
      if (flips.isNumber()) {
        add(figures, "flips", Figures.decimal(flips));
      }
      return;
    }
    String symbol = headline.symbol();
    add(
        figures,
        headline.phrase("verb").map(verb -> "of them " + verb).orElse("with " + headline.isOther()),
        Figures.percent(numbers.path("share_nonzero")));
    add(figures, "mean " + symbol, Figures.decimal(numbers.path("mean")));
    add(figures, "median " + symbol, Figures.decimal(numbers.path("median")));
    add(figures, "greatest " + symbol, Figures.decimal(numbers.path("max")));
  }

  private static void add(List<Map<String, String>> figures, String label, String value) {
    figures.add(Map.of("label", label, "value", value));
  }
}
