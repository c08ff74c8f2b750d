package org.folding.core.pipeline;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.folding.api.data.Dataset;
import org.folding.api.model.Model;
import org.folding.core.config.DataChoice;
import org.folding.core.config.MetricChoice;
import org.folding.core.config.OutputFormat;
import org.folding.core.config.RunConfiguration;
import org.folding.core.data.DataFiles;
import org.folding.core.plugin.Component;
import org.folding.core.plugin.ComponentRegistry;
import org.folding.core.result.CsvSink;
import org.folding.core.result.FileHash;
import org.folding.core.result.OutputFolder;
import org.folding.core.result.Provenance;
import org.folding.core.result.RunSummary;
import org.folding.core.result.SummaryJson;

/** A run as a configuration describes it, from the files that it reads to those that it writes. */
public final class ConfiguredRun {
  private final RunConfiguration configuration;
  private final ComponentRegistry registry;
  private final ProgressListener listener;

  /**
   * @param configuration what to do
   * @param registry where the configuration's components come from
   * @param listener is told how far the run has come
   */
  public ConfiguredRun(
      RunConfiguration configuration, ComponentRegistry registry, ProgressListener listener) {
    this.configuration = configuration;
    this.registry = registry;
    this.listener = listener;
  }

  /**
   * Runs and writes the results: all files or, if anything fails, none. A report, which is made of
   * these files, is left to the caller.
   *
   * @param force whether results of an earlier run may be replaced
   * @return what was written to {@code summary.json}
   * @throws org.folding.api.InvalidInputException if the folder holds results and {@code force} is
   *     false, which is told before anything is computed; or if an input is wrong
   */
  public RunSummary execute(boolean force) {
    Instant started = Instant.now();
    long nanos = System.nanoTime();
    try (OutputFolder folder = OutputFolder.open(configuration.output().folder(), force);
        Model model = loadModel()) {
      Optional<Dataset> data =
          configuration.data().map(choice -> DataFiles.read(choice.file(), choice.options()));
      Folding run =
          Folding.of(model)
              .paths(configuration.paths())
              .walk(configuration.walk())
              .statistics(configuration.statistics())
              .threads(configuration.threads())
              .listener(listener)
              .provenance(provenance(started, model), nanos);
      data.ifPresent(run::data);
      configuration.metrics().forEach(run::metric);
      RunSummary summary =
          run(run, new ReportData(model, data, configuration.statistics()), folder);
      folder.commit();
      return summary;
    }
  }

  private RunSummary run(Folding run, ReportData report, OutputFolder folder) {
    Set<OutputFormat> formats = configuration.output().formats();
    boolean json = formats.contains(OutputFormat.JSON) || formats.contains(OutputFormat.HTML);
    if (json) {
      report.gatherFrom(run);
    }
    RunSummary summary;
    if (formats.contains(OutputFormat.CSV)) {
      try (CsvSink csv = new CsvSink(folder)) {
        summary = run.sink(csv).run();
      }
    } else {
      summary = run.run();
    }
    if (json) {
      SummaryJson.write(summary, folder);
      report.write(folder);
    }
    return summary;
  }

  private Model loadModel() {
    return configuration
        .model()
        .loader()
        .create(configuration.model().options())
        .load(configuration.model().source());
  }

  private Provenance provenance(Instant started, Model model) {
    List<FileHash> dataFiles = new ArrayList<>();
    if (configuration.data().isPresent()) {
      DataChoice data = configuration.data().get();
      dataFiles.add(FileHash.of(data.file()));
      data.options().labels().map(FileHash::of).ifPresent(dataFiles::add);
    }
    return new Provenance(
        started,
        configuration.effective(),
        model.files().stream().map(FileHash::of).toList(),
        dataFiles,
        pluginJars().stream().map(FileHash::of).toList(),
        configuration.paths().seed(),
        configuration.threads());
  }

  /** The JARs of the plugins that the run uses. */
  private Set<Path> pluginJars() {
    Set<Path> jars = new LinkedHashSet<>();
    List<Component<?>> used = new ArrayList<>();
    used.add(registry.modelLoader(configuration.model().loader().name()));
    used.add(registry.pathGenerator(configuration.paths().factory().name()));
    for (MetricChoice metric : configuration.metrics()) {
      used.add(registry.metric(metric.factory().name()));
    }
    used.forEach(component -> component.origin().jar().ifPresent(jars::add));
    return jars;
  }
}
