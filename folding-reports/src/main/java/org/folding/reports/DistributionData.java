package org.folding.reports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The histograms of χ, for all paths and by pair of classes. */
final class DistributionData {
  private final JsonNode document;
  private final List<String> columns = new ArrayList<>();
  private final TreeSet<Integer> labels = new TreeSet<>();

  /**
   * @param document {@code distributions.json}, the same of a study's network, or a missing node
   */
  DistributionData(JsonNode document) {
    this.document = document;
    document.path("all").forEach(one -> columns.add(one.path("column").asText()));
    for (JsonNode pair : document.path("classes")) {
      labels.add(pair.path("from").asInt());
      labels.add(pair.path("to").asInt());
    }
  }

  boolean isThere() {
    return !columns.isEmpty();
  }

  Map<String, Object> page() {
    return Map.of(
        "text",
        "How many paths have which folding. Hover over a bar for its numbers"
            + (layered() ? "; choose one layer to see its units alone" : "")
            + (classed() ? "; choose classes to see the paths between them" : "")
            + ".",
        "layered",
        layered(),
        "classed",
        classed());
  }

  boolean layered() {
    return columns.size() > 1;
  }

  private boolean classed() {
    return !labels.isEmpty();
  }

  ObjectNode data() {
    ObjectNode data = JsonNodeFactory.instance.objectNode();
    copyAll(data);
    ArrayNode names = data.putArray("labels");
    labels.forEach(names::add);
    ArrayNode pairs = data.putArray("pairs");
    for (JsonNode one : document.path("classes")) {
      ObjectNode pair = pairs.addObject();
      pair.set("from", one.path("from"));
      pair.set("to", one.path("to"));
      copy(one, pair);
    }
    return data;
  }

  /** The number of bins, and the histograms over all paths with the layers that they are of. */
  void copyAll(ObjectNode data) {
    data.set("bins", document.path("bins"));
    ArrayNode layers = data.putArray("layers");
    columns.forEach(
        column -> LayerNames.ofColumn(column).ifPresentOrElse(layers::add, layers::addNull));
    ArrayNode all = data.putArray("all");
    document.path("all").forEach(one -> copy(one, all.addObject()));
  }

  private void copy(JsonNode histogram, ObjectNode target) {
    target.put("layer", columns.indexOf(histogram.path("column").asText()));
    target.set("zeros", histogram.path("zeros"));
    target.set("counts", histogram.path("counts"));
  }
}
