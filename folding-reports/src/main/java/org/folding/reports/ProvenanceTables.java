package org.folding.reports;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Everything that produced the results: program, machine, files, configuration. */
final class ProvenanceTables {
  private ProvenanceTables() {}

  /**
   * @param summary {@code summary.json} or {@code study.json}
   */
  static Map<String, Object> of(JsonNode summary) {
    JsonNode provenance = summary.path("provenance");
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("facts", facts(summary, provenance));
    List<Map<String, String>> layers = layers(summary.path("walk").path("layers"));
    page.put("counted", layers.isEmpty() ? null : Map.of("rows", layers));
    List<Map<String, String>> files = new ArrayList<>();
    addFiles("model", provenance.path("model"), files);
    addFiles("data", provenance.path("data"), files);
    addFiles("plugin", provenance.path("plugins"), files);
    // A study tells the file of each network with the network.
    for (JsonNode network : summary.path("networks")) {
      if (network.has("sha256")) {
        addFile("network", network, files);
      }
    }
    page.put("files", files.isEmpty() ? null : Map.of("rows", files));
    StringBuilder configuration = new StringBuilder();
    provenance
        .path("configuration")
        .properties()
        .forEach(
            entry ->
                configuration
                    .append(entry.getKey())
                    .append('=')
                    .append(entry.getValue().asText())
                    .append('\n'));
    page.put("configuration", configuration.toString().stripTrailing());
    return page;
  }

  private static List<Map<String, String>> facts(JsonNode summary, JsonNode provenance) {
    List<Map<String, String>> facts = new ArrayList<>();
    JsonNode versions = provenance.path("versions");
    JsonNode machine = provenance.path("machine");
    add(facts, "Model", summary.path("model").asText());
    add(facts, "Started", time(provenance.path("started").asText()));
    add(facts, "Walking took", seconds(summary.path("seconds").path("walk")));
    add(facts, "With loading and writing", seconds(summary.path("seconds").path("total")));
    add(facts, "folding", versions.path("folding").asText());
    add(facts, "Java", joined(versions.path("java"), versions.path("jvm")));
    add(
        facts,
        "Machine",
        joined(machine.path("os"), machine.path("os_version"), machine.path("arch"))
            + (machine.has("processors")
                ? ", " + Figures.count(machine.path("processors").asLong(), "core", "cores")
                : ""));
    add(facts, "Threads", provenance.path("threads").asText());
    add(facts, "Seed", provenance.path("seed").asText());
    return facts;
  }

  private static void add(List<Map<String, String>> facts, String label, String text) {
    if (!text.isBlank()) {
      facts.add(Map.of("label", label, "text", text));
    }
  }

  /** A time as ISO 8601 writes it, without what is below a second. */
  private static String time(String instant) {
    return instant.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d.*Z")
        ? instant.substring(0, 10) + " " + instant.substring(11, 19) + " UTC"
        : instant;
  }

  private static String seconds(JsonNode seconds) {
    return seconds.isNumber() ? Decimals.duration(seconds.asDouble()) : "";
  }

  private static String joined(JsonNode... parts) {
    StringBuilder text = new StringBuilder();
    for (JsonNode part : parts) {
      text.append(text.isEmpty() ? "" : " ").append(part.asText());
    }
    return text.toString().strip();
  }

  private static List<Map<String, String>> layers(JsonNode layers) {
    List<Map<String, String>> rows = new ArrayList<>();
    for (JsonNode layer : layers) {
      List<String> shape = new ArrayList<>();
      layer.path("shape").forEach(extent -> shape.add(extent.asText()));
      rows.add(
          Map.of(
              "name", layer.path("name").asText(),
              "operator", layer.path("operator").asText(),
              "shape", String.join(" × ", shape),
              "role", layer.path("role").asText(),
              "units", Figures.decimal(layer.path("units")),
              "bits", Figures.decimal(layer.path("bits"))));
    }
    return rows;
  }

  private static void addFiles(String what, JsonNode files, List<Map<String, String>> rows) {
    files.forEach(file -> addFile(what, file, rows));
  }

  private static void addFile(String what, JsonNode file, List<Map<String, String>> rows) {
    rows.add(
        Map.of(
            "what", what,
            "file", file.path("file").asText(),
            "sha256", file.path("sha256").asText()));
  }
}
