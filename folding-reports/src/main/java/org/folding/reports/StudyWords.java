package org.folding.reports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A study in words and a few figures. */
final class StudyWords {
  private final JsonNode study;
  private final JsonNode networks;

  /**
   * @param study {@code study.json}
   */
  StudyWords(JsonNode study) {
    this.study = study;
    this.networks = study.path("networks");
  }

  /** How charts speak of the folding that all studies measure. */
  static ObjectNode folding() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("label", "folding χ")
        .put("symbol", "χ")
        .put("noun", "folding")
        .put("nonzero", "folded")
        .put("zero", "flat");
  }

  String title() {
    return switch (study.path("study").asText()) {
      case "mnist" -> "Space folding of MNIST networks";
      case "cantornet" -> "Space folding of CantorNet";
      default -> "Space folding of several networks";
    };
  }

  /** What charts are of, for those that are taken out of the page. */
  String about() {
    if (isCantorNet(study)) {
      return "CantorNet along the line from (0, ¾) to (1, ¾)";
    }
    JsonNode paths = study.path("paths");
    String lines =
        switch (paths.path("kind").asText()) {
          case "first" ->
              "lines between all ordered pairs of the first "
                  + Figures.whole(paths.path("per_class").asLong())
                  + " images of each class";
          case "sample" ->
              Figures.whole(paths.path("per_pair").asLong())
                  + " sampled lines for each ordered pair of classes";
          default -> "lines between all ordered pairs of images";
        };
    String set = study.path("study").asText().equals("mnist") ? "MNIST test set: " : "";
    return set + lines + ", exact walks, hidden units counted";
  }

  String subtitle() {
    String started = study.path("provenance").path("started").asText();
    String count = Figures.count(networks.size(), "network", "networks");
    return started.length() > 10 ? count + " · " + started.substring(0, 10) : count;
  }

  List<Map<String, Object>> paragraphs() {
    List<Map<String, Object>> paragraphs = new ArrayList<>();
    extremes().ifPresent(text -> paragraphs.add(Map.of("lead", true, "text", text)));
    paragraphs.add(Map.of("lead", false, "text", paths()));
    return paragraphs;
  }

  /**
   * @param study {@code study.json}
   */
  static boolean isCantorNet(JsonNode study) {
    return study.path("study").asText().equals("cantornet");
  }

  /**
   * @param study {@code study.json}
   */
  static boolean isSample(JsonNode study) {
    return study.path("paths").path("kind").asText().equals("sample");
  }

  private Optional<String> extremes() {
    JsonNode most = null;
    JsonNode least = null;
    for (JsonNode network : networks) {
      if (network.path("mean").isNumber()) {
        double mean = network.path("mean").asDouble();
        most = most == null || mean > most.path("mean").asDouble() ? network : most;
        least = least == null || mean < least.path("mean").asDouble() ? network : least;
      }
    }
    if (most == null) {
      return Optional.empty();
    }
    String text =
        most.equals(least)
            ? "The mean folding χ of " + named(most) + "."
            : "Of "
                + Figures.count(networks.size(), "network", "networks")
                + (isCantorNet(study)
                    ? " the one that folds most is "
                    : " the one that folds most on average is ")
                + named(most)
                + "; the one that folds least is "
                + named(least)
                + ".";
    return Optional.of(text);
  }

  private String named(JsonNode network) {
    return network.path("name").asText()
        + (isCantorNet(study) ? " (χ = " : " (mean χ ")
        + Figures.decimal(network.path("mean"))
        + ")";
  }

  private String paths() {
    JsonNode paths = study.path("paths");
    return switch (paths.path("kind").asText()) {
      case "all" -> "Walked are the lines between all ordered pairs of images of the test set.";
      case "first" ->
          "Walked are the lines between all ordered pairs of the first "
              + Figures.whole(paths.path("per_class").asLong())
              + " images of each class.";
      case "sample" ->
          "Walked is a sample: "
              + Figures.whole(paths.path("per_pair").asLong())
              + " lines for each ordered pair of classes, drawn with seed "
              + paths.path("seed").asText()
              + ". Bars through the points of the charts show intervals of 95 % confidence, where they"
              + " are longer than the points are high; study.json has them in numbers. A maximum of a"
              + " sample is a lower bound.";
      default ->
          "Each network is walked along one line, from (0, ¾) to (1, ¾): exactly, with the hidden"
              + " units counted and with all, and through 11 points as in the paper.";
    };
  }

  List<Map<String, String>> figures() {
    if (isCantorNet(study)) {
      // One path each, and the subtitle counts the networks.
      return List.of();
    }
    long paths = 0;
    for (JsonNode network : networks) {
      paths += network.path("paths").asLong();
    }
    List<Map<String, String>> figures = new ArrayList<>();
    figures.add(Map.of("label", "networks", "value", Figures.whole(networks.size())));
    long each = networks.path(0).path("paths").asLong();
    if (paths == each * networks.size()) {
      figures.add(Map.of("label", "paths through each", "value", Figures.whole(each)));
    }
    figures.add(Map.of("label", "paths walked in all", "value", Figures.whole(paths)));
    return figures;
  }
}
