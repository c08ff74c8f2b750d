package org.folding.cli.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The networks of a study, with folding against depth, width, accuracy or training. */
final class NetworksData {
  private static final Map<String, String> AXES = axes();
  private static final Map<String, String> MEASURES = measures();

  private final JsonNode networks;
  private final List<String> axes;
  private final List<String> measures;

  /**
   * @param networks {@code networks} of {@code study.json}
   */
  NetworksData(JsonNode networks) {
    this.networks = networks;
    List<String> varying = AXES.keySet().stream().filter(this::varies).toList();
    this.axes =
        varying.isEmpty() ? AXES.keySet().stream().filter(this::isMeasured).toList() : varying;
    this.measures = MEASURES.keySet().stream().filter(this::isMeasured).toList();
  }

  private static Map<String, String> axes() {
    Map<String, String> axes = new LinkedHashMap<>();
    axes.put("depth", "depth (hidden layers)");
    axes.put("width", "width (neurons in a layer)");
    axes.put("units", "hidden neurons");
    axes.put("epoch", "epoch of training");
    axes.put("test_accuracy", "test accuracy");
    return axes;
  }

  private static Map<String, String> measures() {
    Map<String, String> measures = new LinkedHashMap<>();
    measures.put("mean", "mean χ");
    measures.put("share_folded", "share of folded paths");
    measures.put("median", "median χ");
    measures.put("median_nonzero", "median χ of folded paths");
    measures.put("median_of_maxima", "median over class pairs of the greatest χ");
    measures.put("max", "greatest χ");
    measures.put("closed_form", "1 − k/(2^k − 1)");
    measures.put("test_accuracy", "test accuracy");
    return measures;
  }

  private boolean isMeasured(String field) {
    for (JsonNode network : networks) {
      if (network.path(field).isNumber()) {
        return true;
      }
    }
    return false;
  }

  private boolean varies(String field) {
    return networks.findValues(field).stream()
            .filter(JsonNode::isNumber)
            .map(JsonNode::asDouble)
            .distinct()
            .count()
        > 1;
  }

  boolean isThere() {
    return !networks.isEmpty() && !axes.isEmpty() && !measures.isEmpty();
  }

  Map<String, Object> page() {
    Map<String, Object> page = new LinkedHashMap<>();
    page.put(
        "text",
        "One point a network. Lines join networks with as many hidden neurons, or the states of one"
            + " training.");
    List<Map<String, Object>> columns = new ArrayList<>();
    columns.add(Map.of("text", "network", "number", false));
    List<String> fields = new ArrayList<>(axes);
    fields.remove("test_accuracy");
    fields.add("paths");
    fields.addAll(measures);
    fields.forEach(
        field ->
            columns.add(
                Map.of(
                    "text",
                    AXES.getOrDefault(field, MEASURES.getOrDefault(field, field)),
                    "number",
                    true)));
    page.put("columns", columns);
    List<Map<String, Object>> rows = new ArrayList<>();
    for (JsonNode network : networks) {
      List<Map<String, Object>> cells = new ArrayList<>();
      cells.add(Map.of("text", network.path("name").asText(), "number", false));
      fields.forEach(
          field -> cells.add(Map.of("text", Figures.decimal(network.path(field)), "number", true)));
      rows.add(Map.of("cells", cells));
    }
    page.put("rows", rows);
    return page;
  }

  ObjectNode data() {
    ObjectNode data = JsonNodeFactory.instance.objectNode();
    ArrayNode rows = data.putArray("rows");
    for (JsonNode network : networks) {
      ObjectNode row = rows.addObject();
      row.put("name", network.path("name").asText());
      row.put("group", group(network));
      row.put("training", network.has("family"));
      axes.forEach(field -> Rounding.copy(network, field, row, field));
      measures.forEach(field -> Rounding.copy(network, field, row, field));
      copyIntervals(network.path("intervals"), row);
    }
    ArrayNode choices = data.putArray("measures");
    measures.forEach(
        field -> choices.addObject().put("field", field).put("title", MEASURES.get(field)));
    ArrayNode against = data.putArray("axes");
    axes.forEach(
        field ->
            against
                .addObject()
                .put("field", field)
                .put("title", AXES.get(field))
                .put("whole", !field.equals("test_accuracy")));
    return data;
  }

  /**
   * The lower and upper end of the interval of each number that has one, as FIELD_low and
   * FIELD_high.
   */
  private void copyIntervals(JsonNode intervals, ObjectNode row) {
    for (String field : measures) {
      if (intervals.path(field).size() == 2) {
        row.set(field + "_low", intervals.path(field).get(0));
        row.set(field + "_high", intervals.path(field).get(1));
      }
    }
  }

  /** What a line joins: one training, one CantorNet, or networks with as many hidden neurons. */
  private static String group(JsonNode network) {
    if (network.has("family")) {
      return network.path("family").asText() + " in training";
    }
    if (network.has("representation")) {
      return "CantorNet " + network.path("representation").asText();
    }
    return Figures.whole(network.path("units").asLong()) + " hidden neurons";
  }
}
