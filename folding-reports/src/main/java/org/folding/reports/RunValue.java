package org.folding.reports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A value of one of a run's metrics: its role and its words, as {@code summary.json} tells them,
 * and its statistics. Files that were written before values had roles tell the headline by its
 * statistics and layers by their names.
 *
 * @param metric the metric's name
 * @param name the value's name
 * @param layer the layer that it is of; empty for a value of all units
 * @param partOf the name of the value that it is the layer's part of; empty likewise
 * @param statistics what the summary holds of it
 */
record RunValue(String metric, String name, String layer, String partOf, JsonNode statistics) {

  /**
   * @param summary {@code summary.json}
   * @return the values of all metrics, in their order
   */
  static List<RunValue> all(JsonNode summary) {
    List<RunValue> values = new ArrayList<>();
    for (Map.Entry<String, JsonNode> metric : summary.path("metrics").properties()) {
      for (Map.Entry<String, JsonNode> value : metric.getValue().properties()) {
        values.add(of(metric.getKey(), value.getKey(), value.getValue(), metric.getValue()));
      }
    }
    return values;
  }

  private static RunValue of(String metric, String name, JsonNode value, JsonNode others) {
    if (value.has("kind")) {
      return new RunValue(
          metric, name, value.path("layer").asText(), value.path("part_of").asText(), value);
    }
    for (int dot = name.indexOf('.'); dot > 0; dot = name.indexOf('.', dot + 1)) {
      if (others.has(name.substring(0, dot))) {
        return new RunValue(metric, name, name.substring(dot + 1), name.substring(0, dot), value);
      }
    }
    return new RunValue(metric, name, "", "", value);
  }

  /**
   * @param summary {@code summary.json}
   * @return the headline of each metric that has one; the first one stands for the run
   */
  static List<RunValue> headlines(JsonNode summary) {
    return all(summary).stream().filter(RunValue::isHeadline).toList();
  }

  private boolean isHeadline() {
    return statistics.has("kind")
        ? statistics.path("role").asText().equals("headline")
        : statistics.has("median_nonzero");
  }

  /** Whether this is what another value comes to in the units of one layer. */
  boolean isLayerOf(RunValue whole) {
    return metric.equals(whole.metric) && !layer.isEmpty() && partOf.equals(whole.name);
  }

  /** The name of its column. */
  String column() {
    return metric + "." + name;
  }

  /**
   * Words of its own.
   *
   * @param phrase where they are used, a name of {@code org.folding.api.metric.Phrase} in small
   *     letters
   */
  Optional<String> phrase(String phrase) {
    JsonNode words = statistics.path("phrases").path(phrase);
    return Optional.of(words.asText()).filter(text -> !text.isEmpty());
  }

  /** What the number is called. */
  String label() {
    return phrase("label").orElseGet(this::column);
  }

  /** The same in little room. */
  String symbol() {
    return phrase("symbol").orElseGet(this::label);
  }

  /** What is measured. */
  String noun() {
    return phrase("noun").orElseGet(this::label);
  }

  /** The same at the head of a page. */
  String title() {
    return phrase("title").orElseGet(() -> Figures.capital(noun()));
  }

  /** That its number is not 0, as a formula. */
  String isOther() {
    return symbol() + (isNegative() ? " ≠ 0" : " > 0");
  }

  /** Whether it has numbers below 0. */
  private boolean isNegative() {
    return statistics.path("min").asDouble() < 0;
  }

  /** What its charts need to speak of it. */
  ObjectNode words() {
    ObjectNode words = JsonNodeFactory.instance.objectNode();
    words.put("label", label()).put("symbol", symbol()).put("noun", noun());
    phrase("nonzero").ifPresent(text -> words.put("nonzero", text));
    phrase("zero").ifPresent(text -> words.put("zero", text));
    words.put("whole", statistics.path("kind").asText().equals("count"));
    words.put("negative", isNegative());
    return words;
  }
}
