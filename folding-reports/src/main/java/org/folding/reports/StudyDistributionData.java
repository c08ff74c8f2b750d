package org.folding.reports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The histograms of χ of a study's networks: of those that have them. */
final class StudyDistributionData {
  private static final String DISTRIBUTION = "distribution";

  private final boolean sample;
  private final List<JsonNode> networks = new ArrayList<>();

  /**
   * @param study {@code study.json}
   */
  StudyDistributionData(JsonNode study) {
    this.sample = StudyWords.isSample(study);
    for (JsonNode network : study.path("networks")) {
      if (histograms(network).isThere()) {
        networks.add(network);
      }
    }
  }

  private static HistogramsData histograms(JsonNode network) {
    return HistogramsData.ofNetwork(network.path(DISTRIBUTION));
  }

  boolean isThere() {
    return !networks.isEmpty();
  }

  Map<String, Object> page() {
    boolean several = networks.size() > 1;
    boolean layered = networks.stream().anyMatch(network -> histograms(network).layered());
    return Map.of(
        "text",
        "For each value of χ the share of the paths that fold at least so much; at 0 it is the share"
            + " of those that fold at all."
            + (several
                ? " One line a network: hover over it for its numbers, click it to see its histogram"
                    + " below."
                : " Hover over the line for its numbers.")
            + (sample
                ? " Counted are the paths of the sample, equally many for each ordered pair of classes;"
                    + " the shares of all paths, estimated from them, stand among the networks above"
                    + " and may differ a little."
                : ""),
        "several",
        several,
        "layered",
        layered,
        "which",
        several ? "One network" : "Histogram");
  }

  ObjectNode data() {
    ObjectNode data = JsonNodeFactory.instance.objectNode();
    data.put("sample", sample);
    data.set("words", StudyWords.folding());
    ArrayNode list = data.putArray("networks");
    for (JsonNode network : networks) {
      ObjectNode entry = list.addObject();
      entry.put("name", network.path("name").asText());
      entry.put("group", NetworksData.group(network));
      histograms(network).copyAll(entry);
    }
    return data;
  }
}
