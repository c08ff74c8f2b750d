package org.folding.cli;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;

/** Reports of results that are there. */
final class ReportsModule extends AbstractModule {
  @Override
  protected void configure() {
    Commands.add(binder(), ReportCommand.class);
  }

  @Provides
  ReportCommand report(Console console) {
    return new ReportCommand(console);
  }
}
