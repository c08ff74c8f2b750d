package org.folding.reports;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The most folded path of each network of a study, with the images at its ends. */
final class MostFoldedData {
  private final JsonNode study;

  /**
   * @param study {@code study.json}
   */
  MostFoldedData(JsonNode study) {
    this.study = study;
  }

  /** A row for each network that has such a path. */
  List<Map<String, Object>> rows() {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (JsonNode network : study.path("networks")) {
      JsonNode path = network.path("most_folded").path(0);
      if (path.has("from")) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("name", network.path("name").asText());
        row.put("start", end(path, "from"));
        row.put("end", end(path, "to"));
        row.put("value", Figures.decimal(path.path("folding")));
        row.put("flips", Figures.whole(path.path("flips").asLong()));
        row.put("regions", Figures.whole(path.path("regions").asLong()));
        rows.add(row);
      }
    }
    return rows;
  }

  private Map<String, Object> end(JsonNode path, String end) {
    String row = path.path(end).asText();
    JsonNode label = path.path(end + "_class");
    String text = "image " + row + (label.isNumber() ? ", class " + label.asText() : "");
    String image = study.path("images").path(row).asText();
    return Map.of(
        "text",
        text,
        "alt",
        "Image of " + text,
        "image",
        image.startsWith("data:image/png;base64,") ? image : "");
  }
}
