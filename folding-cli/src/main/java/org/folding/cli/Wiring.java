package org.folding.cli;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Module;
import com.google.inject.Stage;
import java.util.List;

/** Puts the command line together: one module for each concern, and no binding that is implied. */
final class Wiring {
  private Wiring() {}

  /**
   * @param console where commands write
   * @return what makes {@link FoldingCli} and every command
   */
  static Injector injector(Console console) {
    return Guice.createInjector(Stage.PRODUCTION, modules(console));
  }

  /** In the order in which help lists the commands that they add. */
  static List<Module> modules(Console console) {
    return List.of(
        new StrictModule(),
        new ConsoleModule(console),
        new ComponentsModule(),
        new FormatsModule(),
        new RunsModule(),
        new StudiesModule(),
        new ReportsModule(),
        new ModelsModule(),
        new HelpModule());
  }

  /** Finds mistakes in the wiring when the injector is made, not when a command is used. */
  private static final class StrictModule extends AbstractModule {
    @Override
    protected void configure() {
      binder().requireExplicitBindings();
      binder().disableCircularProxies();
      binder().requireExactBindingAnnotations();
    }
  }
}
