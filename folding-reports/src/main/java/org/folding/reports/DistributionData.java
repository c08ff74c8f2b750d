package org.folding.reports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The histograms of a headline, for all paths and by pair of classes. */
final class DistributionData {
  private final RunValue headline;
  private final HistogramsData histograms;
  private final TreeSet<Integer> labels = new TreeSet<>();
  private final ArrayNode pairs = JsonNodeFactory.instance.arrayNode();

  /**
   * @param document {@code distributions.json}, or a missing node
   * @param headline what they are of
   * @param values the values of the run
   */
  DistributionData(JsonNode document, RunValue headline, List<RunValue> values) {
    this.headline = headline;
    this.histograms = HistogramsData.ofRun(document, headline, values);
    histograms.copyPairs(pairs);
    for (JsonNode pair : pairs) {
      labels.add(pair.path("from").asInt());
      labels.add(pair.path("to").asInt());
    }
  }

  boolean isThere() {
    return histograms.isThere();
  }

  String heading() {
    return "Distribution of " + headline.noun();
  }

  Map<String, Object> page() {
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("heading", heading());
    page.put(
        "text",
        "How many paths have which "
            + headline.noun()
            + ". Hover over a bar for its numbers"
            + (histograms.layered() ? "; choose one layer to see its units alone" : "")
            + (labels.isEmpty() ? "" : "; choose classes to see the paths between them")
            + ".");
    page.put("zero", headline.phrase("zero").orElse(""));
    page.put("symbol", headline.symbol());
    page.put("layered", histograms.layered());
    page.put("classed", !labels.isEmpty());
    return page;
  }

  ObjectNode data() {
    ObjectNode data = JsonNodeFactory.instance.objectNode();
    histograms.copyAll(data);
    ArrayNode names = data.putArray("labels");
    labels.forEach(names::add);
    data.set("pairs", pairs);
    return data;
  }
}
