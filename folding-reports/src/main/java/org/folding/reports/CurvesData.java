package org.folding.reports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** How χ grows along the path of a CantorNet study. */
final class CurvesData {
  /** Of longer curves the last point in each of so many parts of the path is kept. */
  private static final int PARTS = 500;

  private final JsonNode curves;

  /**
   * @param study {@code study.json}
   */
  CurvesData(JsonNode study) {
    this.curves = study.path("curves");
  }

  boolean isThere() {
    return !curves.isEmpty();
  }

  ArrayNode data() {
    ArrayNode data = JsonNodeFactory.instance.arrayNode();
    for (JsonNode curve : curves) {
      ObjectNode copy = data.addObject();
      copy.set("name", curve.path("name"));
      copy.put("walk", curve.path("walk").asText() + " " + curve.path("count").asText());
      ArrayNode times = JsonNodeFactory.instance.arrayNode();
      ArrayNode foldings = JsonNodeFactory.instance.arrayNode();
      thin(curve.path("t"), curve.path("folding"), times, foldings);
      ChartNumbers.copy(times, copy.putArray("t"));
      ChartNumbers.copy(foldings, copy.putArray("folding"));
    }
    return data;
  }

  private static void thin(JsonNode times, JsonNode foldings, ArrayNode toTimes, ArrayNode to) {
    for (int i = 0; i < times.size(); i++) {
      boolean last = i + 1 == times.size() || part(times.get(i)) != part(times.get(i + 1));
      if (last || times.size() <= PARTS) {
        toTimes.add(times.get(i));
        to.add(foldings.get(i));
      }
    }
  }

  private static int part(JsonNode time) {
    return (int) (time.asDouble() * PARTS);
  }
}
