package org.folding.cli;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Module;
import com.google.inject.Stage;
import java.util.ArrayList;
import java.util.List;

/** Makes injectors that find mistakes in the wiring at once. */
final class Wiring {
  private Wiring() {}

  static Injector injector(Module... modules) {
    List<Module> all = new ArrayList<>(List.of(modules));
    all.add(new Strict());
    return Guice.createInjector(Stage.PRODUCTION, all);
  }

  private static final class Strict extends AbstractModule {
    @Override
    protected void configure() {
      binder().requireExplicitBindings();
      binder().disableCircularProxies();
      binder().requireExactBindingAnnotations();
      binder().requireAtInjectOnConstructors();
    }
  }
}
