package org.folding.reports;

import com.fasterxml.jackson.databind.JsonNode;

/** What the walks of a run may have missed. */
final class ExactnessWords {
  private static final String ERRORS =
      "r1 and r2 are right or too low, and χ can err in both directions.";

  private final JsonNode walk;
  private final boolean one;

  /**
   * @param summary {@code summary.json}
   */
  ExactnessWords(JsonNode summary) {
    this.walk = summary.path("walk");
    this.one = summary.path("paths").asLong() == 1;
  }

  String text() {
    return switch (walk.path("mode").asText()) {
      case "exact" ->
          (one ? "The walk is" : "The walks are")
              + " exact: flips are computed from the weights, so that no region is missed.";
      case "adaptive" -> adaptive() + " " + cutShort();
      default ->
          "The walks are not exact: they look at "
              + (walk.has("samples") ? Figures.whole(walk.path("samples").asLong()) + " " : "")
              + "points of each path and miss what happens between two of them. "
              + ERRORS;
    };
  }

  private String adaptive() {
    String most =
        walk.has("evaluations")
            ? "up to " + Figures.whole(walk.path("evaluations").asLong()) + " points"
            : "points";
    return (one ? "The walk is adaptive: it looks at " : "The walks are adaptive: they look at ")
        + most
        + (one ? " of the path" : " of each path")
        + ", chosen by the pre-activations found so far. In a piecewise-linear network a walk that is"
        + " not cut short is exact; in other networks it ends when a flip that it missed is"
        + " improbable.";
  }

  /** How many walks stopped before that, as the evaluations ran out. */
  private String cutShort() {
    if (!walk.has("paths_cut_short")) {
      return "The results do not tell how many walks were cut short.";
    }
    long paths = walk.path("paths_cut_short").asLong();
    long searched = walk.path("paths_searched").asLong();
    if (paths == 0) {
      return (one ? "It was not" : "None was") + " cut short.";
    }
    long steps = walk.path("multi_flip_steps_cut_short").asLong();
    return (one
            ? "It was cut short"
            : Figures.whole(paths)
                + " of "
                + Figures.count(searched, "walk was", "walks were")
                + " cut short")
        + ", as walk.evaluations was reached; there "
        + ERRORS
        + (steps == 0
            ? ""
            : " "
                + Figures.count(steps, "step", "steps")
                + " of several flips "
                + (steps == 1 ? "is" : "are")
                + " left by that.");
  }
}
