package org.folding.cli;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import com.google.inject.Binder;
import com.google.inject.BindingAnnotation;
import com.google.inject.TypeLiteral;
import com.google.inject.multibindings.Multibinder;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * The sets of commands that modules add to. They hold classes, as picocli asks for instances.
 *
 * <p>Methods of the modules make the commands and what options are put into. Guice calls such a
 * method when a command is used; constructors of these classes it would look for when the injector
 * is made, and with them read the annotations of all options of all commands.
 */
final class Commands {
  /** The type of what the sets hold. */
  private static final TypeLiteral<Class<? extends ConsoleCommand>> TYPE = new TypeLiteral<>() {};

  private Commands() {}

  /** The subcommands of {@code folding}. */
  @BindingAnnotation
  @Retention(RUNTIME)
  @Target({PARAMETER, METHOD})
  @interface OfFolding {}

  /** The subcommands of {@code folding study}. */
  @BindingAnnotation
  @Retention(RUNTIME)
  @Target({PARAMETER, METHOD})
  @interface OfStudy {}

  /** Adds a subcommand of {@code folding}. */
  static void add(Binder binder, Class<? extends ConsoleCommand> command) {
    Multibinder.newSetBinder(binder, TYPE, OfFolding.class).addBinding().toInstance(command);
  }

  /** Adds a subcommand of {@code folding study}. */
  static void addStudy(Binder binder, Class<? extends ConsoleCommand> command) {
    Multibinder.newSetBinder(binder, TYPE, OfStudy.class).addBinding().toInstance(command);
  }
}
