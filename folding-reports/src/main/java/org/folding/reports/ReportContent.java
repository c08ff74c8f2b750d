package org.folding.reports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a report says: the values of the page's template, and the data of its charts. A section is
 * there where the results have something to show in it.
 */
final class ReportContent {
  private final Map<String, Object> page = new LinkedHashMap<>();
  private final ObjectNode data = JsonNodeFactory.instance.objectNode();
  private final List<Map<String, String>> sections = new ArrayList<>();

  ReportContent(ResultFolder results) {
    page.put("sections", sections);
    addLink("summary", "Summary");
    if (results.summary().isMissingNode()) {
      addStudy(results.study());
    } else {
      addRun(results);
    }
    addLink("reading", "How to read the numbers");
    if (page.get("provenance") != null) {
      addLink("provenance", "What produced this");
    }
  }

  /** The values of the template. */
  Map<String, Object> page() {
    return page;
  }

  /** What the charts show. */
  JsonNode data() {
    return data;
  }

  private void addLink(String id, String heading) {
    sections.add(Map.of("id", id, "heading", heading));
  }

  private void addSection(String name, String id, String heading, Object content) {
    page.put(name, content);
    addLink(id, heading);
  }

  private void addRun(ResultFolder results) {
    JsonNode summary = results.summary();
    RunWords words = new RunWords(summary);
    page.put("title", words.title());
    page.put("subtitle", words.subtitle());
    page.put("paragraphs", words.paragraphs());
    page.put("figures", words.figures());
    page.put("hasFigures", true);
    data.put("about", words.about());
    DistributionData distribution = new DistributionData(results.distributions());
    if (distribution.isThere() && summary.path("paths").asLong() > 1) {
      data.set("distribution", distribution.data());
      addSection("distribution", "distribution", "Distribution of folding", distribution.page());
    }
    addClasses(ClassesData.ofRun(summary));
    addLayers(LayersData.ofRun(summary));
    WalksData walks = new WalksData(results.walks(), summary.path("paths").asLong());
    if (walks.isThere()) {
      data.set("walks", walks.data());
      addSection("walks", "walks", walks.heading(), walks.page());
    }
    addSection("measures", "measures", "All measures", MeasuresTable.of(summary));
    page.put("provenance", ProvenanceTables.of(summary));
  }

  private void addLayers(LayersData layers) {
    if (layers.isThere()) {
      data.set("layers", layers.data());
      addSection("layers", "layers", "Layers", layers.page());
    }
  }

  private void addClasses(ClassesData classes) {
    if (classes.isThere()) {
      data.set("classes", classes.data());
      addSection("classes", "classes", "Pairs of classes", classes.page());
    }
  }

  private void addStudy(JsonNode study) {
    StudyWords words = new StudyWords(study);
    page.put("title", words.title());
    page.put("subtitle", words.subtitle());
    page.put("paragraphs", words.paragraphs());
    page.put("figures", words.figures());
    page.put("hasFigures", !words.figures().isEmpty());
    data.put("about", words.about());
    addNetworks(study);
    StudyDistributionData distributions = new StudyDistributionData(study);
    if (distributions.isThere()) {
      data.set("distribution", distributions.data());
      addSection("distributions", "distribution", "Distribution of folding", distributions.page());
    }
    CurvesData curves = new CurvesData(study);
    if (curves.isThere()) {
      data.set("curves", curves.data());
      addSection("curves", "curves", "Folding along the path", Map.of());
    }
    List<Map<String, Object>> folded = new MostFoldedData(study).rows();
    if (!folded.isEmpty()) {
      addSection("folded", "folded", "The most folded paths", Map.of("rows", folded));
    }
    addClasses(ClassesData.ofStudy(study));
    addLayers(LayersData.ofStudy(study));
    page.put("provenance", ProvenanceTables.of(study));
  }

  private void addNetworks(JsonNode study) {
    NetworksData networks = new NetworksData(study);
    if (networks.isThere()) {
      data.set("networks", networks.data());
      addSection("study", "networks", "Networks", networks.page());
    }
  }
}
