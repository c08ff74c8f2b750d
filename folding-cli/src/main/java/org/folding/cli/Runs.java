package org.folding.cli;

import com.google.inject.Injector;
import org.folding.core.config.ConfigurationReader;
import org.folding.core.config.OutputFormat;
import org.folding.core.config.RunConfiguration;
import org.folding.core.config.RunProperties;
import org.folding.core.pipeline.ConfiguredRun;
import org.folding.core.plugin.ComponentRegistry;
import org.folding.core.plugin.PluginLoader;
import org.folding.core.sink.RunSummary;
import org.folding.reports.HtmlReport;

/** Runs what properties describe, and reports. */
final class Runs {
  private Runs() {}

  static RunSummary execute(
      RunProperties properties, boolean force, boolean restart, Console console) {
    try (ComponentRegistry registry = PluginLoader.load(properties.pluginFolder())) {
      RunConfiguration configuration = ConfigurationReader.read(properties, registry);
      Injector injector =
          Wiring.injector(
              new ConsoleModule(console),
              new ComponentsModule(registry),
              new RunModule(configuration));
      boolean html = configuration.output().formats().contains(OutputFormat.HTML);
      RunSummary summary =
          injector
              .getInstance(ConfiguredRun.class)
              .execute(force, restart, html ? HtmlReport::addTo : folder -> {});
      warn(summary, console);
      injector.getInstance(RunReport.class).print(summary, configuration);
      return summary;
    }
  }

  private static void warn(RunSummary summary, Console console) {
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
