package org.folding.reports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The histograms of a value and of its layers: of a run's headline, or of a network's folding. */
final class HistogramsData {
  private final JsonNode document;
  private final List<String> columns = new ArrayList<>();

  /** The layer of each column, null for all units. */
  private final List<String> layers = new ArrayList<>();

  private HistogramsData(JsonNode document) {
    this.document = document;
  }

  /**
   * @param document {@code distributions.json}, or a missing node
   * @param headline the value
   * @param values the values of the run
   */
  static HistogramsData ofRun(JsonNode document, RunValue headline, List<RunValue> values) {
    HistogramsData data = new HistogramsData(document);
    List<String> there = data.in("all").map(one -> one.path("column").asText()).toList();
    for (RunValue value : values) {
      boolean whole = value.equals(headline);
      if ((whole || value.isLayerOf(headline)) && there.contains(value.column())) {
        data.columns.add(value.column());
        data.layers.add(whole ? null : value.layer());
      }
    }
    return data;
  }

  /**
   * @param document what {@code study.json} holds of a network: the first histogram is of all
   *     units, the others continue the name of its column with a point and the layer
   */
  static HistogramsData ofNetwork(JsonNode document) {
    HistogramsData data = new HistogramsData(document);
    for (JsonNode one : document.path("all")) {
      String column = one.path("column").asText();
      String start = data.columns.isEmpty() ? column : data.columns.get(0) + ".";
      data.columns.add(column);
      data.layers.add(column.startsWith(start) ? layer(column, start) : column);
    }
    return data;
  }

  private static String layer(String column, String start) {
    return column.equals(start) ? null : column.substring(start.length());
  }

  /** The histograms of both kinds under a name, all paths or classes. */
  private Stream<JsonNode> in(String name) {
    return Stream.concat(
        StreamSupport.stream(document.path(name).spliterator(), false),
        StreamSupport.stream(document.path("unbounded").path(name).spliterator(), false));
  }

  boolean isThere() {
    return !columns.isEmpty();
  }

  boolean layered() {
    return columns.size() > 1;
  }

  /** The number of bins, and the histograms over all paths with the layers that they are of. */
  void copyAll(ObjectNode data) {
    data.set("bins", document.path("bins"));
    ArrayNode names = data.putArray("layers");
    layers.forEach(names::add);
    ArrayNode all = data.putArray("all");
    in("all").forEach(one -> copy(one, all::addObject));
  }

  /** The histograms by pair of classes. */
  void copyPairs(ArrayNode pairs) {
    in("classes")
        .forEach(
            one ->
                copy(
                    one,
                    () -> {
                      ObjectNode pair = pairs.addObject();
                      pair.set("from", one.path("from"));
                      pair.set("to", one.path("to"));
                      return pair;
                    }));
  }

  private void copy(JsonNode histogram, Supplier<ObjectNode> target) {
    int layer = columns.indexOf(histogram.path("column").asText());
    if (layer < 0) {
      return;
    }
    ObjectNode copy = target.get();
    copy.put("layer", layer);
    copy.set("zeros", histogram.path("zeros"));
    copy.set("counts", histogram.path("counts"));
    if (histogram.has("width")) {
      // A power of two, so that its inverse is exact.
      copy.put("bins", 1 / histogram.path("width").asDouble());
      copy.set("first", histogram.path("first"));
      copy.set("infinite", histogram.path("infinite"));
    }
  }
}
