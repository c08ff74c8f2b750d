package org.folding.reports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** χ and flips by layer, over all paths: of a run that measures them, or of a study's networks. */
final class LayersData {
  private static final List<String> NUMBERS = List.of("mean", "q1", "median", "q3", "max");

  private final ArrayNode sets = JsonNodeFactory.instance.arrayNode();

  private LayersData() {}

  /**
   * @param summary {@code summary.json}
   */
  static LayersData ofRun(JsonNode summary) {
    LayersData data = new LayersData();
    JsonNode range = summary.path("metrics").path("range");
    ObjectNode set = newSet("");
    range
        .fieldNames()
        .forEachRemaining(
            name ->
                LayerNames.ofValue(name)
                    .filter(layer -> range.has(LayerNames.TOTAL + layer))
                    .ifPresent(
                        layer ->
                            add(
                                set,
                                layer,
                                range.path(LayerNames.FOLDING + layer),
                                range.path(LayerNames.TOTAL + layer))));
    data.keep(set);
    return data;
  }

  /**
   * @param study {@code study.json}
   */
  static LayersData ofStudy(JsonNode study) {
    LayersData data = new LayersData();
    for (JsonNode network : study.path("networks")) {
      ObjectNode set = newSet(network.path("name").asText());
      for (JsonNode layer : network.path("layers")) {
        ObjectNode flips = JsonNodeFactory.instance.objectNode();
        flips.set("mean", layer.path("mean_flips"));
        add(set, layer.path("name").asText(), layer, flips);
      }
      data.keep(set);
    }
    return data;
  }

  private static ObjectNode newSet(String name) {
    ObjectNode set = JsonNodeFactory.instance.objectNode().put("name", name);
    set.putArray("names");
    set.putArray("folding");
    set.putArray("total");
    return set;
  }

  private static void add(ObjectNode set, String layer, JsonNode folding, JsonNode total) {
    set.withArray("names").add(layer);
    copy(folding, set.withArray("folding").addObject());
    copy(total, set.withArray("total").addObject());
  }

  private static void copy(JsonNode statistics, ObjectNode target) {
    NUMBERS.forEach(name -> ChartNumbers.copy(statistics, name, target, name));
  }

  private void keep(ObjectNode set) {
    if (!set.path("names").isEmpty()) {
      sets.add(set);
    }
  }

  boolean isThere() {
    return !sets.isEmpty();
  }

  Map<String, Object> page() {
    boolean quartiles = sets.path(0).path("total").path(0).path("q1").isNumber();
    return Map.of(
        "several",
        sets.size() > 1,
        "flips",
        quartiles ? "flips per path in the layer, likewise" : "the mean number of flips per path",
        "text",
        "Each layer seen alone: χ and flips of its units only. On a straight line the units of the"
            + " first layer flip once at most, so their folding is 0; folding starts in the"
            + " second.");
  }

  ArrayNode data() {
    return sets;
  }
}
