package org.folding.reports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The most folded paths: their ends, and how their walks go. */
final class WalksData {
  private static final String FOLDING = "range.folding";

  private final JsonNode document;
  private final boolean onlyPath;

  /**
   * @param document {@code walks.json}, or a missing node
   * @param paths how many paths the run has
   */
  WalksData(JsonNode document, long paths) {
    this.document = document;
    this.onlyPath = paths == 1;
  }

  boolean isThere() {
    return !document.path("walks").isEmpty();
  }

  private boolean byFolding() {
    return document.path("by").asText().equals(FOLDING);
  }

  String heading() {
    if (onlyPath) {
      return "The path";
    }
    return byFolding()
        ? "The most folded paths"
        : "The paths with the greatest " + document.path("by").asText();
  }

  Map<String, Object> page() {
    Map<String, Object> page = new LinkedHashMap<>();
    boolean flat = byFolding() && document.path("walks").path(0).path("value").asDouble() == 0;
    page.put("heading", heading());
    page.put("by", byFolding() ? "χ" : document.path("by").asText());
    page.put(
        "text",
        onlyPath
            ? ""
            : flat
                ? "No path folds; these are the ones with the most flips."
                : "The greatest first; among equal ones those with more flips.");
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
    data.set("by", document.path("by"));
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
