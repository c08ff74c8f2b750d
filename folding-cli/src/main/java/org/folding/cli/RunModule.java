package org.folding.cli;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import org.folding.core.config.RunConfiguration;
import org.folding.core.pipeline.ConfiguredRun;
import org.folding.core.pipeline.ProgressListener;
import org.folding.core.plugin.ComponentRegistry;

/** One run of a configuration and its report. */
final class RunModule extends AbstractModule {
  private final RunConfiguration configuration;

  RunModule(RunConfiguration configuration) {
    this.configuration = configuration;
  }

  @Override
  protected void configure() {
    bind(RunConfiguration.class).toInstance(configuration);
  }

  @Provides
  @Singleton
  ConfiguredRun run(
      RunConfiguration configured, ComponentRegistry registry, ProgressListener progress) {
    return new ConfiguredRun(configured, registry, progress);
  }

  @Provides
  @Singleton
  RunReport report(Console console) {
    return new RunReport(console.out());
  }
}
