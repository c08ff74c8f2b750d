package org.folding.cli;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;

/** Runs that a properties file describes: {@code run}, {@code verify} and {@code demo}. */
final class RunsModule extends AbstractModule {
  @Override
  protected void configure() {
    Commands.add(binder(), RunCommand.class);
    Commands.add(binder(), VerifyCommand.class);
    Commands.add(binder(), DemoCommand.class);
    bind(Overrides.class).toProvider(Overrides::new);
    bind(Runs.class);
    bind(RunReport.class);
    bind(CantorNetDemo.class);
  }

  @Provides
  RunCommand run(Console console, Runs runs) {
    return new RunCommand(console, runs);
  }

  @Provides
  VerifyCommand verify(Console console, Runs runs) {
    return new VerifyCommand(console, runs);
  }

  @Provides
  DemoCommand demo(Console console, CantorNetDemo cantorNet, Runs runs) {
    return new DemoCommand(console, cantorNet, runs);
  }
}
