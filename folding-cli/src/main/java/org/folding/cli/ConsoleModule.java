package org.folding.cli;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import org.folding.core.pipeline.ProgressListener;

/** Where commands write, and how progress is shown there. */
final class ConsoleModule extends AbstractModule {
  private final Console console;

  ConsoleModule(Console console) {
    this.console = console;
  }

  @Override
  protected void configure() {
    bind(Console.class).toInstance(console);
  }

  @Provides
  @Singleton
  ProgressListener progress(Console target) {
    return new Progress(target, System::nanoTime);
  }
}
