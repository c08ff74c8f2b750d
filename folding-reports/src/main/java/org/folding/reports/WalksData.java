package org.folding.reports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The paths that come first by the headline: their ends, and how their walks go. */
final class WalksData {
  private final JsonNode document;
  private final Optional<RunValue> by;
  private final boolean onlyPath;

  /**
   * @param document {@code walks.json}, or a missing node
   * @param values the values of the run
   * @param paths how many paths the run has
   */
  WalksData(JsonNode document, List<RunValue> values, long paths) {
    this.document = document;
    String column = document.path("by").asText();
    this.by = values.stream().filter(value -> value.column().equals(column)).findFirst();
    this.onlyPath = paths == 1;
  }

  boolean isThere() {
    return !document.path("walks").isEmpty();
  }

  String heading() {
    if (onlyPath) {
      return "The path";
    }
    return phrase("nonzero")
        .map(word -> "The most " + word + " paths")
        .orElseGet(() -> "The paths with the greatest " + by.map(RunValue::label).orElse(column()));
  }

  private Optional<String> phrase(String phrase) {
    return by.flatMap(value -> value.phrase(phrase));
  }

  private String column() {
    return document.path("by").asText();
  }

  private String symbol() {
    return by.map(RunValue::symbol).orElse(column());
  }

  /** How the paths are ordered. */
  private String order() {
    JsonNode greatest = document.path("walks").path(0).path("value");
    if (by.isEmpty() || !greatest.isNumber() || greatest.asDouble() != 0) {
      return "The greatest first; among equal ones those with more flips.";
    }
    return phrase("verb_singular")
            .map(verb -> "No path " + verb)
            .orElse("No path has a greater " + by.get().label() + " than 0")
        + "; these are the ones with the most flips.";
  }

  Map<String, Object> page() {
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("heading", heading());
    page.put("by", symbol());
    page.put("text", onlyPath ? "" : order());
    page.put("images", images());
    List<Map<String, Object>> rows = new ArrayList<>();
    for (JsonNode walk : document.path("walks")) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("index", rows.size());
      row.put("path", walk.path("path").asText());
      row.put("start", end(walk.path("start")));
      row.put("end", end(walk.path("end")));
      row.put("value", Figures.decimal(walk.path("value")));
      row.put("flips", Figures.whole(walk.path("flips").asLong()));
      row.put("regions", Figures.whole(walk.path("regions").asLong()));
      rows.add(row);
    }
    page.put("rows", rows);
    return page;
  }

  private String images() {
    return document.path("images").path("guessed").asBoolean()
        ? "Rows are shown as images of "
            + document.path("images").path("height").asInt()
            + " × "
            + document.path("images").path("width").asInt()
            + " pixels, which is a guess from their width."
        : "";
  }

  private static Map<String, Object> end(JsonNode end) {
    List<String> parts = new ArrayList<>();
    if (end.has("row")) {
      parts.add("row " + end.path("row").asText());
    }
    if (end.has("class")) {
      parts.add("class " + end.path("class").asText());
    }
    if (end.has("point")) {
      List<String> coordinates = new ArrayList<>();
      end.path("point").forEach(number -> coordinates.add(Figures.decimal(number)));
      parts.add("(" + String.join(", ", coordinates) + ")");
    }
    String text = parts.isEmpty() ? "a point" : String.join(", ", parts);
    String image = end.path("image").asText();
    return Map.of(
        "text",
        text,
        "alt",
        "Image of " + text,
        "image",
        image.startsWith("data:image/png;base64,") ? image : "");
  }

  ObjectNode data() {
    ObjectNode data = JsonNodeFactory.instance.objectNode();
    data.put("by", symbol());
    data.set("layers", document.path("layers"));
    ArrayNode walks = data.putArray("walks");
    for (JsonNode walk : document.path("walks")) {
      ObjectNode copy = walks.addObject();
      copy.set("path", walk.path("path"));
      copy.set("value", walk.path("value"));
      copy.set("start", walk.path("start"));
      copy.set("end", walk.path("end"));
      copyArrays(walk.path("curve"), copy.putObject("curve"));
      copyArrays(walk.path("raster"), copy.putObject("raster"));
    }
    return data;
  }

  private static void copyArrays(JsonNode from, ObjectNode to) {
    from.properties()
        .forEach(field -> ChartNumbers.copy(field.getValue(), to.putArray(field.getKey())));
  }
}
