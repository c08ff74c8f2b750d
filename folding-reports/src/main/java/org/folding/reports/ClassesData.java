package org.folding.reports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * The statistics of a headline for each ordered pair of classes, in one or more maps: of all units
 * and of each layer of a run, or of each network of a study.
 */
final class ClassesData {
  /** Beyond so many cells in all maps only the first map is shown. */
  private static final int MOST_CELLS = 12_000;

  private static final String DIAGONAL = "The diagonal has the paths within a class.";
  private static final String FOLDING =
      "Folding depends on the direction of a path, so the map need not be symmetric. ";

  private final String choice;
  private final String remark;
  private final List<PairMap> maps = new ArrayList<>();
  private final TreeSet<Integer> labels = new TreeSet<>();

  /**
   * A map.
   *
   * @param name what it is of; null for all units of a run
   * @param classes objects by class of the start, then by class of the end
   * @param statistics finds the statistics in such an object
   */
  private record PairMap(String name, JsonNode classes, UnaryOperator<JsonNode> statistics) {}

  private ClassesData(String choice, String remark) {
    this.choice = choice;
    this.remark = remark;
  }

  /**
   * @param summary {@code summary.json}
   * @param headline what to show
   * @param values the values of the run
   */
  static ClassesData ofRun(JsonNode summary, RunValue headline, List<RunValue> values) {
    String remark = headline.phrase("remark_on_classes").map(text -> text + ". ").orElse("");
    ClassesData data = new ClassesData("Units", remark);
    JsonNode classes = summary.path("classes");
    for (RunValue value : values) {
      boolean whole = value.equals(headline);
      if (whole || value.isLayerOf(headline)) {
        data.add(
            new PairMap(
                whole ? null : value.layer(),
                classes,
                pair -> pair.path(value.metric()).path(value.name())));
      }
    }
    data.bound();
    return data;
  }

  /**
   * @param study {@code study.json}
   */
  static ClassesData ofStudy(JsonNode study) {
    ClassesData data = new ClassesData("Network", FOLDING);
    for (JsonNode network : study.path("networks")) {
      data.add(
          new PairMap(
              network.path("name").asText(), network.path("classes"), UnaryOperator.identity()));
    }
    data.bound();
    return data;
  }

  private void add(PairMap map) {
    if (!map.classes().isEmpty()) {
      maps.add(map);
    }
  }

  private void bound() {
    for (PairMap map : maps) {
      for (Map.Entry<String, JsonNode> from : map.classes().properties()) {
        labels.add(Integer.valueOf(from.getKey()));
        from.getValue().fieldNames().forEachRemaining(to -> labels.add(Integer.valueOf(to)));
      }
    }
    if (labels.size() * labels.size() * maps.size() > MOST_CELLS) {
      maps.subList(1, maps.size()).clear();
    }
  }

  boolean isThere() {
    return !maps.isEmpty();
  }

  Map<String, Object> page() {
    return Map.of("text", remark + DIAGONAL, "choice", choice, "several", maps.size() > 1);
  }

  ObjectNode data() {
    ObjectNode data = JsonNodeFactory.instance.objectNode();
    ArrayNode names = data.putArray("labels");
    labels.forEach(names::add);
    ArrayNode layers = data.putArray("layers");
    maps.forEach(map -> layers.add(map.name()));
    ArrayNode cells = data.putArray("pairs");
    for (int i = 0; i < maps.size(); i++) {
      PairMap map = maps.get(i);
      for (Map.Entry<String, JsonNode> from : map.classes().properties()) {
        for (Map.Entry<String, JsonNode> to : from.getValue().properties()) {
          ObjectNode cell = cells.addObject();
          cell.put("from", Integer.valueOf(from.getKey())).put("to", Integer.valueOf(to.getKey()));
          cell.put("layer", i);
          copy(map.statistics().apply(to.getValue()), cell);
        }
      }
    }
    return data;
  }

  /** Runs and studies have two names for some numbers. */
  private static void copy(JsonNode statistics, ObjectNode cell) {
    ChartNumbers.copy(statistics, statistics.has("count") ? "count" : "paths", cell, "paths");
    ChartNumbers.copy(statistics, "mean", cell, "mean");
    ChartNumbers.copy(statistics, "median", cell, "median");
    ChartNumbers.copy(statistics, "max", cell, "max");
    String share = statistics.has("share_nonzero") ? "share_nonzero" : "share_folded";
    ChartNumbers.copy(statistics, share, cell, "share");
  }
}
