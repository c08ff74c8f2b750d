package org.folding.reports;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A run in words and a few figures. */
final class RunWords {
  private final JsonNode summary;
  private final JsonNode folding;
  private final JsonNode configuration;
  private final long paths;

  /**
   * @param summary {@code summary.json}
   */
  RunWords(JsonNode summary) {
    this.summary = summary;
    this.folding = summary.path("metrics").path("range").path("folding");
    this.configuration = summary.path("provenance").path("configuration");
    this.paths = summary.path("paths").asLong();
  }

  String title() {
    return "Space folding of " + summary.path("model").asText();
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
    paragraphs.add(Map.of("lead", true, "text", folded()));
    paragraphs.add(Map.of("lead", false, "text", counted() + " " + exactness()));
    paragraphs.add(Map.of("lead", false, "text", madeOf()));
    return paragraphs;
  }

  private String folded() {
    if (!folding.path("count").isNumber()) {
      return "The run walked "
          + Figures.count(paths, "path", "paths")
          + ". It did not measure folding; metrics=range does.";
    }
    double share = folding.path("share_nonzero").asDouble();
    if (share == 0) {
      return paths == 1
          ? "The path does not fold: no unit flips twice along it."
          : "None of the "
              + Figures.whole(paths)
              + " paths folds: along none of them does a unit flip twice.";
    }
    if (paths == 1) {
      return "The path folds: its folding χ is "
          + Figures.decimal(folding.path("max"))
          + ", so that part of its flips does not lead further away from its start.";
    }
    return Figures.percent(share)
        + " of the "
        + Figures.whole(paths)
        + " paths fold: along them at least one unit flips twice. The mean folding χ is "
        + Figures.decimal(folding.path("mean"))
        + ", the median "
        + Figures.decimal(folding.path("median"))
        + " and the greatest "
        + Figures.decimal(folding.path("max"))
        + "."
        + global();
  }

  /** The two statistics that the literature calls global folding. */
  private String global() {
    String text =
        " Of the paths that fold, the median is " + Figures.decimal(folding.path("median_nonzero"));
    if (folding.path("median_of_maxima").isNumber()) {
      text +=
          "; the median over the ordered pairs of classes of their greatest χ is "
              + Figures.decimal(folding.path("median_of_maxima"));
    }
    return text + ".";
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

  private String exactness() {
    JsonNode walk = summary.path("walk");
    if (walk.path("mode").asText().equals("exact")) {
      return (paths == 1 ? "The walk is" : "The walks are")
          + " exact: flips are computed from the weights, so that no region is missed.";
    }
    return "The walks are not exact: they look at "
        + (walk.has("samples") ? Figures.whole(walk.path("samples").asLong()) + " " : "")
        + "points of each path and miss what happens between two of them. r1 and r2 are right or"
        + " too low, and χ can err in both directions.";
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
    if (paths == 1 && folding.path("count").isNumber()) {
      JsonNode range = summary.path("metrics").path("range");
      add(figures, "folding χ", Figures.decimal(folding.path("max")));
      add(figures, "flips", Figures.decimal(range.path("total").path("max")));
    } else if (folding.path("count").isNumber()) {
      add(figures, "of them fold", Figures.percent(folding.path("share_nonzero")));
      add(figures, "mean χ", Figures.decimal(folding.path("mean")));
      add(figures, "median χ", Figures.decimal(folding.path("median")));
      add(figures, "greatest χ", Figures.decimal(folding.path("max")));
    }
    add(figures, "counted units", Figures.decimal(summary.path("walk").path("total")));
    return figures;
  }

  private static void add(List<Map<String, String>> figures, String label, String value) {
    figures.add(Map.of("label", label, "value", value));
  }
}
