package org.folding.core.config;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.folding.core.statistics.StatisticsSettings;
import org.folding.engine.WalkSettings;
import org.folding.engine.verify.VerifyMode;

/**
 * Everything that defines a run. Immutable.
 *
 * @param model the model
 * @param data the data, if there are any
 * @param paths the paths
 * @param walk how to walk them
 * @param verify how walks are verified, if they are
 * @param metrics what to measure, in the order of the columns; at least one
 * @param statistics how much statistics may keep
 * @param threads the number of worker threads, at least 1
 * @param output what to write
 * @param files the files that it names or stands in, so far as they exist: what a run reads, but
 *     for plugins and what a model's file refers to
 * @param effective every property with its value, defaults included, as text
 */
public record RunConfiguration(
    ModelChoice model,
    Optional<DataChoice> data,
    PathsChoice paths,
    WalkSettings walk,
    Optional<VerifyMode> verify,
    List<MetricChoice> metrics,
    StatisticsSettings statistics,
    int threads,
    OutputChoice output,
    List<Path> files,
    Map<String, String> effective) {

  /** Copies the collections. */
  public RunConfiguration {
    Objects.requireNonNull(model, "model is null");
    Objects.requireNonNull(data, "data is null");
    Objects.requireNonNull(paths, "paths is null");
    Objects.requireNonNull(walk, "walk is null");
    Objects.requireNonNull(verify, "verify is null");
    Objects.requireNonNull(statistics, "statistics is null");
    Objects.requireNonNull(output, "output is null");
    metrics = List.copyOf(metrics);
    files = List.copyOf(files);
    effective = Collections.unmodifiableMap(new LinkedHashMap<>(effective));
  }
}
