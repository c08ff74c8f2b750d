package org.folding.cli.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** χ and flips by layer, over all paths, which a run measures if it is asked to. */
final class LayersData {
  private static final List<String> NUMBERS = List.of("mean", "q1", "median", "q3", "max");

  private final JsonNode range;
  private final List<String> layers = new ArrayList<>();

  /**
   * @param summary {@code summary.json}
   */
  LayersData(JsonNode summary) {
    this.range = summary.path("metrics").path("range");
    range.fieldNames().forEachRemaining(name -> LayerNames.ofValue(name).ifPresent(this::addLayer));
  }

  private void addLayer(String layer) {
    if (range.has(LayerNames.TOTAL + layer)) {
      layers.add(layer);
    }
  }

  boolean isThere() {
    return !layers.isEmpty();
  }

  Map<String, Object> page() {
    return Map.of(
        "text",
        "Each layer seen alone: χ and flips of its units only. On a straight line the units of the"
            + " first layer flip once at most, so their folding is 0; folding starts in the"
            + " second.");
  }

  ObjectNode data() {
    ObjectNode data = JsonNodeFactory.instance.objectNode();
    ArrayNode names = data.putArray("names");
    ArrayNode folding = data.putArray("folding");
    ArrayNode total = data.putArray("total");
    for (String layer : layers) {
      names.add(layer);
      copy(range.path(LayerNames.FOLDING + layer), folding.addObject());
      copy(range.path(LayerNames.TOTAL + layer), total.addObject());
    }
    return data;
  }

  private static void copy(JsonNode statistics, ObjectNode target) {
    NUMBERS.forEach(name -> Rounding.copy(statistics, name, target, name));
  }
}
