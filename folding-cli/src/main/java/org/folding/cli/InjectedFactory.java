package org.folding.cli;

import com.google.inject.Inject;
import com.google.inject.Injector;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/**
 * Makes what picocli asks for: folding's own types by the injector, where one that is not bound is
 * an error, and others, such as collections of values, as picocli does itself.
 */
final class InjectedFactory implements IFactory {
  private static final String OWN = "org.folding.";

  private final Injector injector;
  private final IFactory others = CommandLine.defaultFactory();

  @Inject
  InjectedFactory(Injector injector) {
    this.injector = injector;
  }

  @Override
  public <T> T create(Class<T> type) throws Exception {
    return type.getName().startsWith(OWN) ? injector.getInstance(type) : others.create(type);
  }
}
