package org.folding.cli.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** The statistics of χ for each ordered pair of classes. */
final class ClassesData {
  /** With more cells than these, over all layers, the map is of all units only. */
  private static final int MOST_CELLS = 12_000;

  private final JsonNode classes;
  private final TreeSet<Integer> labels = new TreeSet<>();
  private final List<String> values = new ArrayList<>();
  private int pairs;

  /**
   * @param classes {@code classes} of {@code summary.json}, or a missing node
   */
  ClassesData(JsonNode classes) {
    this.classes = classes;
    classes
        .properties()
        .forEach(
            from ->
                from.getValue()
                    .properties()
                    .forEach(to -> addPair(from.getKey(), to.getKey(), to.getValue())));
    if (pairs * values.size() > MOST_CELLS) {
      values.subList(1, values.size()).clear();
    }
  }

  private void addPair(String from, String to, JsonNode metrics) {
    labels.add(Integer.valueOf(from));
    labels.add(Integer.valueOf(to));
    pairs++;
    if (values.isEmpty() && metrics.path("range").has("folding")) {
      values.add("folding");
      metrics
          .path("range")
          .fieldNames()
          .forEachRemaining(name -> LayerNames.ofValue(name).ifPresent(layer -> values.add(name)));
    }
  }

  boolean isThere() {
    return !values.isEmpty();
  }

  Map<String, Object> page() {
    return Map.of(
        "text",
        "Folding depends on the direction of a path, so the map need not be symmetric. The diagonal"
            + " has the paths within a class.",
        "layered",
        values.size() > 1);
  }

  ObjectNode data() {
    ObjectNode data = JsonNodeFactory.instance.objectNode();
    ArrayNode names = data.putArray("labels");
    labels.forEach(names::add);
    ArrayNode layers = data.putArray("layers");
    for (String value : values) {
      Optional<String> layer = LayerNames.ofValue(value);
      layer.ifPresentOrElse(layers::add, layers::addNull);
    }
    ArrayNode cells = data.putArray("pairs");
    for (int from : labels) {
      for (int to : labels) {
        JsonNode range = classes.path(String.valueOf(from)).path(String.valueOf(to)).path("range");
        for (int i = 0; i < values.size() && !range.isMissingNode(); i++) {
          addCell(cells.addObject().put("from", from).put("to", to), i, range.path(values.get(i)));
        }
      }
    }
    return data;
  }

  private static void addCell(ObjectNode cell, int layer, JsonNode statistics) {
    cell.put("layer", layer);
    cell.set("paths", statistics.path("count"));
    Rounding.copy(statistics, "mean", cell, "mean");
    Rounding.copy(statistics, "median", cell, "median");
    Rounding.copy(statistics, "max", cell, "max");
    Rounding.copy(statistics, "share_nonzero", cell, "share");
  }
}
