package org.folding.reports;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The statistics of every column, as a table. */
final class MeasuresTable {
  private static final List<String> NUMBERS = List.of("mean", "min", "q1", "median", "q3", "max");

  private MeasuresTable() {}

  static Map<String, Object> of(JsonNode summary) {
    List<Map<String, String>> rows = new ArrayList<>();
    double[] error = {0};
    boolean[] partly = {false};
    long paths = summary.path("paths").asLong();
    summary
        .path("metrics")
        .properties()
        .forEach(
            metric ->
                metric
                    .getValue()
                    .properties()
                    .forEach(
                        value -> {
                          JsonNode statistics = value.getValue();
                          rows.add(row(metric.getKey() + "." + value.getKey(), statistics));
                          double its = statistics.path("quantiles_relative_error").asDouble();
                          error[0] = Math.max(error[0], its);
                          partly[0] |= statistics.path("count").asLong() < paths;
                        }));
    String quantiles =
        error[0] == 0
            ? "All numbers are exact."
            : "Numbers are exact, except that quartiles and medians of columns with very many"
                + " different values are too low by at most the part "
                + error[0]
                + " of the right value.";
    String over =
        partly[0]
            ? "Each column of the results, over the paths on which its number is defined: how many"
                + " these are, and which share of them has another number than 0, stands with it. "
            : "Each column of the results, over all paths. ";
    List<Map<String, String>> described =
        rows.stream().filter(row -> !row.get("description").isEmpty()).toList();
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("text", over + quantiles);
    page.put("rows", rows);
    page.put("described", described.isEmpty() ? null : Map.of("rows", described));
    return page;
  }

  private static Map<String, String> row(String name, JsonNode statistics) {
    Map<String, String> row = new LinkedHashMap<>();
    row.put("name", name);
    row.put("description", statistics.path("description").asText());
    row.put("count", Figures.decimal(statistics.path("count")));
    NUMBERS.forEach(number -> row.put(number, Figures.decimal(statistics.path(number))));
    row.put("share", Figures.percent(statistics.path("share_nonzero")));
    return row;
  }
}
