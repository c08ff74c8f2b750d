package org.folding.core.pipeline;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.folding.api.data.Dataset;
import org.folding.api.model.Model;
import org.folding.core.config.DataChoice;
import org.folding.core.config.MetricChoice;
import org.folding.core.config.OutputFormat;
import org.folding.core.config.RunConfiguration;
import org.folding.core.data.DataFiles;
import org.folding.core.output.FileHash;
import org.folding.core.output.OutputFolder;
import org.folding.core.output.Provenance;
import org.folding.core.plugin.Component;
import org.folding.core.plugin.ComponentRegistry;
import org.folding.core.sink.ResultSink;
import org.folding.core.sink.RunSummary;
import org.folding.core.sink.SummaryJson;
import org.folding.engine.verify.Verification;
import org.folding.engine.verify.VerifyMode;

/** A run as a configuration describes it, from the files that it reads to those that it writes. */
public final class ConfiguredRun {
  private static final String CHECKPOINT = "run";

  private final RunConfiguration configuration;
  private final ComponentRegistry registry;
  private final ProgressListener listener;
  private final Map<OutputFormat, RowWriter> writers;

  /**
   * @param configuration what to do
   * @param registry where the configuration's components come from
   * @param listener is told how far the run has come
   */
  public ConfiguredRun(
      RunConfiguration configuration, ComponentRegistry registry, ProgressListener listener) {
    this(configuration, registry, listener, RowWriter.builtIn());
  }

  /**
   * @param configuration what to do
   * @param registry where the configuration's components come from
   * @param listener is told how far the run has come
   * @param writers how rows are written in each format that has rows
   */
  public ConfiguredRun(
      RunConfiguration configuration,
      ComponentRegistry registry,
      ProgressListener listener,
      Map<OutputFormat, RowWriter> writers) {
    this.configuration = configuration;
    this.registry = registry;
    this.listener = listener;
    this.writers = Map.copyOf(writers);
  }

  /**
   * Runs and writes the results, going on where an earlier process was stopped.
   *
   * @param force whether results of an earlier run may be replaced
   * @return what was written to {@code summary.json}
   * @throws org.folding.api.InvalidInputException as {@link #execute(boolean, boolean, Consumer)}
   */
  public RunSummary execute(boolean force) {
    return execute(force, false);
  }

  /**
   * Runs and writes the results without a report, going on where an earlier process was stopped
   * unless it is to begin anew.
   *
   * @param force whether results of an earlier run may be replaced
   * @param restart whether to begin anew where a stopped run could be continued
   * @return what was written to {@code summary.json}
   * @throws org.folding.api.InvalidInputException as {@link #execute(boolean, boolean, Consumer)}
   */
  public RunSummary execute(boolean force, boolean restart) {
    return execute(force, restart, folder -> {});
  }

  /**
   * Runs and writes the results: all files or, if anything fails, none. A run that was stopped, by
   * whatever means, goes on from its last checkpoint.
   *
   * @param force whether results of an earlier run may be replaced
   * @param restart whether to begin anew where a stopped run could be continued
   * @param report writes one more file, made of those that are written by then; all appear together
   * @return what was written to {@code summary.json}
   * @throws org.folding.api.InvalidInputException if the folder holds files with the names of
   *     results and {@code force} is false or they are read, which is told before anything is
   *     computed; if it holds another run that was stopped; or if an input is wrong
   */
  public RunSummary execute(boolean force, boolean restart, Consumer<OutputFolder> report) {
    Instant started = Instant.now();
    long nanos = System.nanoTime();
    try (OutputFolder folder =
            OutputFolder.open(configuration.output().folder(), force, configuration.files());
        Model model = configuration.model().open()) {
      folder.requireUnread(model.files());
      if (restart) {
        folder.startAnew();
      }
      Optional<Dataset> data = data();
      Provenance provenance = provenance(started, model);
      Folding run = describe(model, data).provenance(provenance, nanos);
      configuration.verify().ifPresent(run::verify);
      keepGoing(run, folder, provenance);
      configuration.metrics().forEach(run::metric);
      RunSummary summary =
          run(run, new ReportData(model, data, configuration.statistics()), folder);
      report.accept(folder);
      folder.commit();
      return summary;
    }
  }

  /**
   * Walks some of the paths and verifies the walks; measures and writes nothing.
   *
   * @param mode how to verify
   * @param size how many paths, drawn at random, none twice; all where there are no more
   * @param seed what the draw depends on
   * @return what was checked, and what came out
   * @throws org.folding.api.InvalidInputException if an input is wrong
   */
  public Verification verifySample(VerifyMode mode, int size, long seed) {
    try (Model model = configuration.model().open()) {
      return describe(model, data()).verifySample(mode, size, seed);
    }
  }

  private Optional<Dataset> data() {
    return configuration.data().map(choice -> DataFiles.read(choice.file(), choice.options()));
  }

  /** What is walked, and how. */
  private Folding describe(Model model, Optional<Dataset> data) {
    Folding run =
        Folding.of(model)
            .paths(configuration.paths())
            .walk(configuration.walk())
            .statistics(configuration.statistics())
            .threads(configuration.threads())
            .listener(listener);
    data.ifPresent(run::data);
    return run;
  }

  private void keepGoing(Folding run, OutputFolder folder, Provenance provenance) {
    Path checkpoint = folder.checkpoint(CHECKPOINT);
    folder.requireStopped(checkpoint);
    double seconds = configuration.output().checkpointSeconds();
    if (seconds > 0 || folder.stopped()) {
      Map<String, String> identity = RunIdentity.of(provenance);
      run.checkpoint(checkpoint, identity, seconds > 0 ? seconds : Double.POSITIVE_INFINITY, false);
    }
  }

  private RunSummary run(Folding run, ReportData report, OutputFolder folder) {
    Set<OutputFormat> formats = configuration.output().formats();
    boolean json = formats.contains(OutputFormat.JSON) || formats.contains(OutputFormat.HTML);
    if (json) {
      report.gatherFrom(run);
    }
    RunSummary summary = runWithRows(run, formats, folder);
    if (json) {
      SummaryJson.write(summary, folder);
      report.write(folder);
    }
    return summary;
  }

  private RunSummary runWithRows(Folding run, Set<OutputFormat> formats, OutputFolder folder) {
    List<ResultSink> sinks = RowWriter.open(writers, formats, folder);
    try {
      sinks.forEach(run::sink);
      return run.run();
    } finally {
      sinks.forEach(ResultSink::close);
    }
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
