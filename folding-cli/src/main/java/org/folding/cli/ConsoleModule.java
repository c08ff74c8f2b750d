package org.folding.cli;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import com.google.inject.AbstractModule;
import com.google.inject.BindingAnnotation;
import com.google.inject.Provides;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import java.util.function.LongSupplier;
import org.folding.core.pipeline.ProgressListener;

/** The program around the commands: its streams, its clock, its end, and how failures are told. */
final class ConsoleModule extends AbstractModule {
  private final Console console;

  ConsoleModule(Console console) {
    this.console = console;
  }

  /** A clock that counts nanoseconds from any start. */
  @BindingAnnotation
  @Retention(RUNTIME)
  @Target({PARAMETER, METHOD})
  @interface NanoTime {}

  @Override
  protected void configure() {
    bind(Console.class).toInstance(console);
    bind(FoldingCli.class);
    bind(InjectedFactory.class);
    bind(FoldingCommand.class);
    bind(FoldingCommand.Version.class);
    bind(Failures.class);
    bind(UntimelyEnd.class);
    bind(ProgressListener.class).to(Progress.class);
    bind(Progress.class);
  }

  @Provides
  @NanoTime
  LongSupplier nanoTime() {
    return System::nanoTime;
  }
}
