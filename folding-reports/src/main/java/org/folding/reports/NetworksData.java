package org.folding.reports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;

/** The networks of a study, with folding against depth, width, accuracy or training. */
final class NetworksData {
  private static final String EPOCH = "epoch";

  private static final String MNIST_NOTE =
      "Share folded: of the paths, those with χ > 0. Median of folded: of χ over these. Median of"
          + " maxima: the greatest χ of each ordered pair of classes, then the median of these.";

  private static final String CANTORNET_NOTE =
      "k: recursions. Hidden units, regions, χ, r1 and r2 are of the exact walk with the hidden units"
          + " counted, for which 1 − k/(2^k − 1) is a closed form of χ in representation A; the two"
          + " columns after it count all units, as the paper does, in an exact walk and in one"
          + " through 11 points.";

  private final boolean cantorNet;
  private final JsonNode networks;
  private final List<NetworkNumber> axes;
  private final List<NetworkNumber> measures;

  /**
   * @param study {@code study.json}
   */
  NetworksData(JsonNode study) {
    this.cantorNet = StudyWords.isCantorNet(study);
    this.networks = study.path("networks");
    List<NetworkNumber> all = NetworkNumber.axes(cantorNet);
    List<NetworkNumber> varying = all.stream().filter(axis -> different(axis) > 1).toList();
    this.axes =
        varying.isEmpty() ? all.stream().filter(axis -> different(axis) > 0).toList() : varying;
    this.measures =
        NetworkNumber.measures(cantorNet).stream()
            .filter(measure -> different(measure) > 0)
            .toList();
  }

  /** How many values a number has. */
  private long different(NetworkNumber number) {
    return StreamSupport.stream(networks.spliterator(), false)
        .map(number::of)
        .filter(JsonNode::isNumber)
        .map(JsonNode::asDouble)
        .distinct()
        .count();
  }

  boolean isThere() {
    return !networks.isEmpty() && !axes.isEmpty() && !measures.isEmpty();
  }

  /** Whether there are states of one training to compare. */
  boolean hasTraining() {
    return axes.stream().anyMatch(axis -> axis.field().equals(EPOCH));
  }

  Map<String, Object> page() {
    Map<String, Object> page = new LinkedHashMap<>();
    page.put(
        "text", cantorNet ? "One point a network." : "One point a network. Lines join" + lines());
    page.put("training", hasTraining());
    page.put("note", cantorNet ? CANTORNET_NOTE : MNIST_NOTE);
    Set<NetworkNumber> columns = new LinkedHashSet<>(axes);
    Set<String> shown = new LinkedHashSet<>();
    columns.addAll(measures);
    // Depth and width tell how many neurons there are.
    columns.removeIf(
        number -> !shown.add(number.field()) || (!cantorNet && number.field().equals("units")));
    List<Map<String, Object>> headings = new ArrayList<>();
    headings.add(Map.of("text", "network", "number", false));
    columns.forEach(number -> headings.add(Map.of("text", number.heading(), "number", true)));
    page.put("columns", headings);
    List<Map<String, Object>> rows = new ArrayList<>();
    for (JsonNode network : networks) {
      List<Map<String, Object>> cells = new ArrayList<>();
      columns.forEach(number -> cells.add(Map.of("text", Figures.decimal(number.of(network)))));
      rows.add(Map.of("name", network.path("name").asText(), "cells", cells));
    }
    page.put("rows", rows);
    return page;
  }

  private String lines() {
    return " networks with as many hidden neurons"
        + (hasTraining() ? "; states of a training are shown below." : ".");
  }

  ObjectNode data() {
    ObjectNode data = JsonNodeFactory.instance.objectNode();
    ArrayNode rows = data.putArray("rows");
    for (JsonNode network : networks) {
      ObjectNode row = rows.addObject();
      row.put("name", network.path("name").asText());
      row.put("group", group(network));
      row.put("training", network.has("family"));
      axes.forEach(number -> ChartNumbers.copy(number.of(network), row, number.field()));
      measures.forEach(number -> ChartNumbers.copy(number.of(network), row, number.field()));
      copyIntervals(network.path("intervals"), row);
    }
    addChoices(data.putArray("measures"), measures);
    addChoices(
        data.putArray("axes"), axes.stream().filter(axis -> !axis.field().equals(EPOCH)).toList());
    addChoices(
        data.putArray("training"),
        axes.stream().filter(axis -> axis.field().equals(EPOCH)).toList());
    return data;
  }

  private static void addChoices(ArrayNode choices, List<NetworkNumber> numbers) {
    numbers.forEach(
        number ->
            choices
                .addObject()
                .put("field", number.field())
                .put("title", number.title())
                .put("whole", number.whole()));
  }

  /**
   * The lower and upper end of the interval of each number that has one, as FIELD_low and
   * FIELD_high.
   */
  private void copyIntervals(JsonNode intervals, ObjectNode row) {
    for (NetworkNumber measure : measures) {
      String field = measure.field();
      if (intervals.path(field).size() == 2) {
        row.set(field + "_low", intervals.path(field).get(0));
        row.set(field + "_high", intervals.path(field).get(1));
      }
    }
  }

  /** What a line joins: one training, one CantorNet, or networks with as many hidden neurons. */
  static String group(JsonNode network) {
    if (network.has("family")) {
      return network.path("family").asText() + " in training";
    }
    if (network.has("representation")) {
      return "CantorNet " + network.path("representation").asText();
    }
    return Figures.whole(network.path("units").asLong()) + " hidden neurons";
  }
}
