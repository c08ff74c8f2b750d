package org.folding.reports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What values come to in each layer alone, over all paths: of a run whose metrics tell it, or of a
 * study's networks. Each value has a panel.
 */
final class LayersData {
  private static final List<String> NUMBERS = List.of("mean", "q1", "median", "q3", "max");

  private static final String EACH = "Each layer seen alone: %s of its units only.";
  private static final String FIRST_LAYER =
      " On a straight line the units of the first layer flip once at most, so their folding is 0;"
          + " folding starts in the second.";

  private final ArrayNode sets = JsonNodeFactory.instance.arrayNode();
  private String text = "";
  private String caption = "";

  private LayersData() {}

  /**
   * @param values the values of a run
   */
  static LayersData ofRun(List<RunValue> values) {
    LayersData data = new LayersData();
    List<RunValue> wholes =
        values.stream()
            .filter(value -> values.stream().anyMatch(part -> part.isLayerOf(value)))
            .toList();
    ObjectNode set = newSet("");
    values.stream()
        .map(RunValue::layer)
        .filter(layer -> !layer.isEmpty())
        .distinct()
        .forEach(set.withArray("names")::add);
    for (RunValue whole : wholes) {
      ArrayNode numbers = addPanel(set, whole.label(), whole.symbol(), whole.noun());
      for (JsonNode layer : set.path("names")) {
        copy(
            values.stream()
                .filter(part -> part.isLayerOf(whole) && part.layer().equals(layer.asText()))
                .map(RunValue::statistics)
                .findFirst()
                .orElse(MissingNode.getInstance()),
            numbers.addObject());
      }
    }
    data.keep(set);
    data.text =
        EACH.formatted(list(wholes, RunValue::symbol))
            + wholes.stream()
                .flatMap(whole -> whole.phrase("remark_on_layers").stream())
                .map(remark -> " " + remark + ".")
                .collect(Collectors.joining());
    if (!wholes.isEmpty()) {
      List<RunValue> others = wholes.subList(1, wholes.size());
      data.caption =
          caption(
              wholes.get(0).label(),
              others.isEmpty() ? "" : list(others, RunValue::label) + " in the layer, likewise");
    }
    return data;
  }

  private static String list(List<RunValue> values, Function<RunValue, String> word) {
    return values.stream().map(word).collect(Collectors.joining(" and "));
  }

  private static String caption(String first, String then) {
    return (then.isEmpty() ? "The " : "First the ")
        + first
        + " of each layer’s units alone; the line spans the middle half of the paths, the tick is"
        + " the median, the dot the mean."
        + (then.isEmpty() ? "" : " Then " + then + ".");
  }

  /**
   * @param study {@code study.json}
   */
  static LayersData ofStudy(JsonNode study) {
    LayersData data = new LayersData();
    for (JsonNode network : study.path("networks")) {
      ObjectNode set = newSet(network.path("name").asText());
      ArrayNode folding = addPanel(set, "folding χ", "χ", "folding");
      ArrayNode flips = addPanel(set, "mean flips per path", "flips", "flips");
      for (JsonNode layer : network.path("layers")) {
        set.withArray("names").add(layer.path("name").asText());
        copy(layer, folding.addObject());
        ObjectNode mean = JsonNodeFactory.instance.objectNode();
        mean.set("mean", layer.path("mean_flips"));
        copy(mean, flips.addObject());
      }
      data.keep(set);
    }
    data.text = EACH.formatted("χ and flips") + FIRST_LAYER;
    data.caption = caption("folding χ", "the mean number of flips per path");
    return data;
  }

  private static ObjectNode newSet(String name) {
    ObjectNode set = JsonNodeFactory.instance.objectNode().put("name", name);
    set.putArray("names");
    set.putArray("panels");
    return set;
  }

  private static ArrayNode addPanel(ObjectNode set, String label, String symbol, String noun) {
    ObjectNode panel = set.withArray("panels").addObject();
    return panel.put("label", label).put("symbol", symbol).put("noun", noun).putArray("numbers");
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
    return Map.of("several", sets.size() > 1, "text", text, "caption", caption);
  }

  ArrayNode data() {
    return sets;
  }
}
