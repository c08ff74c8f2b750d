package org.folding.core.sink;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.folding.api.metric.MetricValue;
import org.folding.api.metric.Phrase;
import org.folding.api.model.UnitLayer;
import org.folding.api.walk.CountedUnits;
import org.folding.api.walk.WalkMode;
import org.folding.core.output.FileHash;
import org.folding.core.output.JsonFile;
import org.folding.core.output.MachineJson;
import org.folding.core.output.OutputFolder;
import org.folding.core.output.Provenance;
import org.folding.core.output.ResultFiles;
import org.folding.core.statistics.Column;
import org.folding.core.statistics.ColumnStatistics;
import org.folding.core.statistics.PathStatistics;
import org.folding.core.statistics.Statistics;
import org.folding.engine.WalkSettings;
import org.folding.engine.verify.Verification;
import org.folding.engine.verify.VerifyMode;

/** Writes {@code summary.json}. What is not defined is null, what is infinite a text. */
public final class SummaryJson {

  private SummaryJson() {}

  /**
   * @param summary a run's summary
   * @param folder where the file is to appear
   */
  public static void write(RunSummary summary, OutputFolder folder) {
    JsonFile.write(toJson(summary), ResultFiles.SUMMARY, folder);
  }

  /**
   * @param summary a run's summary
   * @return the document
   */
  public static ObjectNode toJson(RunSummary summary) {
    ObjectNode root = JsonFile.newObject();
    PathStatistics statistics = summary.statistics();
    root.put("model", summary.model());
    root.put("paths", statistics.paths());
    ObjectNode walk = walk(summary);
    summary.verification().ifPresent(found -> walk.set("verify", verification(found)));
    root.set("walk", walk);
    root.putObject("seconds")
        .put("walk", summary.walkSeconds())
        .put("total", summary.totalSeconds());
    ObjectNode metrics = root.putObject("metrics");
    addDescriptions(metrics, statistics.columns());
    addMetrics(metrics, statistics.columns(), statistics::medianOfMaxima);
    if (!statistics.classes().isEmpty()) {
      ObjectNode classes = root.putObject("classes");
      statistics
          .classes()
          .forEach(
              (pair, columns) ->
                  addMetrics(
                      classes
                          .withObjectProperty(Integer.toString(pair.from()))
                          .withObjectProperty(Integer.toString(pair.to())),
                      columns,
                      column -> OptionalDouble.empty()));
    }
    summary.provenance().ifPresent(provenance -> root.set("provenance", provenance(provenance)));
    return root;
  }

  private static ObjectNode walk(RunSummary summary) {
    WalkSettings settings = summary.walk();
    CountedUnits units = summary.units();
    ObjectNode node = JsonFile.newObject();
    node.put("mode", settings.mode().word());
    if (settings.mode() == WalkMode.EXACT) {
      node.put("arithmetic", summary.rational() ? "rational" : "float64");
    }
    if (settings.mode() == WalkMode.SAMPLED) {
      node.put("samples", settings.samples());
    }
    summary
        .adaptive()
        .ifPresent(
            adaptive ->
                node.put("evaluations", settings.limits().evaluations())
                    .put("resolution", settings.limits().resolution())
                    .put("evaluations_made", adaptive.evaluations())
                    .put("paths_searched", adaptive.paths())
                    .put("paths_cut_short", adaptive.openPaths())
                    .put("multi_flip_steps", adaptive.multiFlipSteps())
                    .put("multi_flip_steps_cut_short", adaptive.openSteps()));
    node.put("count", settings.count().text());
    ArrayNode layers = node.putArray("layers");
    int total = 0;
    for (UnitLayer layer : units.layers()) {
      ObjectNode entry = layers.addObject();
      entry.put("name", layer.name()).put("operator", layer.operator());
      ArrayNode shape = entry.putArray("shape");
      layer.shape().dimensions().forEach(shape::add);
      entry
          .put("units", layer.shape().size())
          .put("bits", layer.bits())
          .put("role", layer.role().word());
      total += layer.shape().size();
    }
    return node.put("total", total).put("bits", units.bits());
  }

  private static ObjectNode verification(Verification found) {
    ObjectNode node = JsonFile.newObject();
    node.put("mode", found.mode().word())
        .put("paths", found.paths())
        .put("regions", found.regions())
        .put("flips", found.flips())
        .put("bits", found.bits())
        .put("resolved", found.resolved())
        .put("undecided", found.undecided())
        .put("differences", found.differences());
    if (found.mode() == VerifyMode.RATIONAL) {
      node.put("time_error", found.timeError());
    }
    return node;
  }

  /** Once, not for each pair of classes again. */
  private static void addDescriptions(ObjectNode metrics, List<ColumnStatistics> columns) {
    for (ColumnStatistics entry : columns) {
      MetricValue value = entry.column().value();
      ObjectNode node =
          metrics
              .withObjectProperty(entry.column().metric())
              .putObject(value.name())
              .put("description", value.description())
              .put("kind", word(value.kind()));
      if (value.headline()) {
        node.put("role", "headline");
      }
      value
          .part()
          .ifPresent(
              part ->
                  node.put("role", "layer")
                      .put("layer", part.layer())
                      .put("part_of", part.whole()));
      if (!value.phrases().isEmpty()) {
        ObjectNode phrases = node.putObject("phrases");
        for (Phrase phrase : Phrase.values()) {
          if (value.phrases().containsKey(phrase)) {
            phrases.put(word(phrase), value.phrases().get(phrase));
          }
        }
      }
    }
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static void addMetrics(
      ObjectNode metrics,
      List<ColumnStatistics> columns,
      Function<Column, OptionalDouble> mediansOfMaxima) {
    for (ColumnStatistics entry : columns) {
      Column column = entry.column();
      ObjectNode node =
          metrics.withObjectProperty(column.metric()).withObjectProperty(column.value().name());
      Statistics statistics = entry.statistics();
      node.put("count", statistics.count());
      JsonFile.put(node, "mean", statistics.mean());
      JsonFile.put(node, "min", statistics.min());
      JsonFile.put(node, "q1", statistics.q1());
      JsonFile.put(node, "median", statistics.median());
      JsonFile.put(node, "q3", statistics.q3());
      JsonFile.put(node, "max", statistics.max());
      JsonFile.put(node, "share_nonzero", statistics.shareNonzero());
      if (column.value().headline()) {
        JsonFile.put(node, "median_nonzero", statistics.medianNonzero());
        mediansOfMaxima
            .apply(column)
            .ifPresent(median -> JsonFile.put(node, "median_of_maxima", median));
      }
      node.put("quantiles", statistics.exactQuantiles() ? "exact" : "binned");
      if (!statistics.exactQuantiles()) {
        node.put("quantiles_relative_error", statistics.quantileError());
      }
    }
  }

  private static ObjectNode provenance(Provenance provenance) {
    ObjectNode node = JsonFile.newObject();
    MachineJson.put(node);
    node.put("started", provenance.started().toString());
    node.put("seed", provenance.seed());
    node.put("threads", provenance.threads());
    addFiles(node.putArray("model"), provenance.model());
    addFiles(node.putArray("data"), provenance.data());
    addFiles(node.putArray("plugins"), provenance.plugins());
    ObjectNode configuration = node.putObject("configuration");
    provenance.configuration().forEach(configuration::put);
    return node;
  }

  private static void addFiles(ArrayNode array, List<FileHash> files) {
    files.forEach(
        file -> array.addObject().put("file", file.file().toString()).put("sha256", file.sha256()));
  }
}
