package org.folding.cli;

import com.google.inject.Inject;
import com.google.inject.Provider;
import java.util.Map;
import org.folding.core.config.ConfigurationReader;
import org.folding.core.config.OutputFormat;
import org.folding.core.config.RunConfiguration;
import org.folding.core.config.RunProperties;
import org.folding.core.pipeline.ConfiguredRun;
import org.folding.core.pipeline.ProgressListener;
import org.folding.core.pipeline.RowWriter;
import org.folding.core.plugin.ComponentRegistry;
import org.folding.core.sink.RunSummary;

/** Runs what properties describe, and reports. */
final class Runs {
  private final Console console;
  private final Registries registries;
  private final Provider<ProgressListener> progress;
  private final Map<OutputFormat, RowWriter> writers;
  private final ReportMakers reports;
  private final RunReport report;

  @Inject
  Runs(
      Console console,
      Registries registries,
      Provider<ProgressListener> progress,
      Map<OutputFormat, RowWriter> writers,
      ReportMakers reports,
      RunReport report) {
    this.console = console;
    this.registries = registries;
    this.progress = progress;
    this.writers = writers;
    this.reports = reports;
    this.report = report;
  }

  /** What is done with a run that is configured and has not begun. */
  interface Task {
    void execute(ConfiguredRun run, RunConfiguration configuration);
  }

  /** Reads the configuration and hands over the run, whose plugins stay open until it is done. */
  void configure(RunProperties properties, Task task) {
    try (ComponentRegistry registry = registries.open(properties.pluginFolder())) {
      RunConfiguration configuration = ConfigurationReader.read(properties, registry);
      task.execute(
          new ConfiguredRun(configuration, registry, progress.get(), writers), configuration);
    }
  }

  /** Runs, writes the results and prints what was found. */
  void execute(RunProperties properties, boolean force, boolean restart) {
    configure(
        properties,
        (run, configuration) -> {
          RunSummary summary =
              run.execute(force, restart, reports.of(configuration.output().formats()));
          warn(summary);
          report.print(summary, configuration);
        });
  }

  private void warn(RunSummary summary) {
    if (summary.units().bits() == 0) {
      console
          .err()
          .println(
              "warning: model '"
                  + summary.model()
                  + "' has no unit that walk.count="
                  + summary.walk().count().text()
                  + " counts, so no path has a flip and every folding is 0;"
                  + " 'folding describe' shows its units");
      console.err().flush();
    }
  }
}
