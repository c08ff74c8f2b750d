package org.folding.core.plugin;

import org.folding.api.Options;
import org.folding.api.path.InputPath;
import org.folding.api.path.PathContext;
import org.folding.api.path.PathGenerator;
import org.folding.api.path.PathGeneratorFactory;

/** A plugin's path generators behind the guard. */
record GuardedPathGeneratorFactory(
    PathGeneratorFactory factory, ComponentTraits traits, PluginGuard guard)
    implements GuardedFactory, PathGeneratorFactory {

  @Override
  public PathGenerator create(Options options, PathContext context) {
    return new GuardedGenerator(
        guard.call("create()", () -> factory.create(options, context)), guard);
  }

  private record GuardedGenerator(PathGenerator generator, PluginGuard guard)
      implements PathGenerator {
    @Override
    public long count() {
      return guard.call("count()", generator::count);
    }

    @Override
    public InputPath path(long index) {
      return guard.call("path()", () -> generator.path(index));
    }
  }
}
