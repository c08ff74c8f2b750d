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
  private static final String PAIRS = "Pairs of classes";

  private final Map<String, Object> page = new LinkedHashMap<>();
  private final ObjectNode data = JsonNodeFactory.instance.objectNode();
  private final List<Map<String, String>> sections = new ArrayList<>();
  private final List<Map<String, Object>> headlines = new ArrayList<>();

  ReportContent(ResultFolder results) {
    page.put("sections", sections);
    page.put("headlines", headlines);
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
    RunWords words = new RunWords(summary, results.walks());
    page.put("title", words.title());
    page.put("subtitle", words.subtitle());
    page.put("paragraphs", words.paragraphs());
    page.put("figures", words.figures());
    page.put("hasFigures", true);
    data.put("about", words.about());
    List<RunValue> values = RunValue.all(summary);
    RunValue.headlines(summary).forEach(headline -> addHeadline(headline, values, results));
    addLayers(LayersData.ofRun(values));
    WalksData walks = new WalksData(results.walks(), values, summary.path("paths").asLong());
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

  /** The histogram and the map of class pairs of a metric's headline. */
  private void addHeadline(RunValue headline, List<RunValue> values, ResultFolder results) {
    Map<String, Object> sections = newHeadline();
    ObjectNode charts = data.withArray("headlines").addObject();
    charts.put("id", String.valueOf(sections.get("id")));
    charts.set("words", headline.words());
    DistributionData distribution = new DistributionData(results.distributions(), headline, values);
    if (distribution.isThere() && results.summary().path("paths").asLong() > 1) {
      charts.set("distribution", distribution.data());
      sections.put("distribution", distribution.page());
      addLink("distribution" + sections.get("id"), distribution.heading());
    }
    addClasses(
        ClassesData.ofRun(results.summary(), headline, values),
        headlines.size() == 1 ? PAIRS : PAIRS + ": " + headline.noun(),
        sections,
        charts);
  }

  /** The sections of another headline: their ids end in its number, if it is not the first. */
  private Map<String, Object> newHeadline() {
    Map<String, Object> sections = new LinkedHashMap<>();
    headlines.add(sections);
    sections.put("id", headlines.size() == 1 ? "" : "-" + headlines.size());
    sections.put("distribution", null);
    sections.put("classes", null);
    return sections;
  }

  private void addClasses(
      ClassesData classes, String heading, Map<String, Object> sections, ObjectNode charts) {
    if (classes.isThere()) {
      charts.set("classes", classes.data());
      Map<String, Object> content = new LinkedHashMap<>(classes.page());
      content.put("heading", heading);
      sections.put("classes", content);
      addLink("classes" + sections.get("id"), heading);
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
    ObjectNode charts = data.withArray("headlines").addObject();
    charts.put("id", "");
    charts.set("words", StudyWords.folding());
    addClasses(ClassesData.ofStudy(study), PAIRS, newHeadline(), charts);
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
