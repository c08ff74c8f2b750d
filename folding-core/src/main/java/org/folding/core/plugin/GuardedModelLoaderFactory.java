package org.folding.core.plugin;

import org.folding.api.Options;
import org.folding.api.model.ModelLoader;
import org.folding.api.model.ModelLoaderFactory;
import org.folding.api.model.ModelSource;

/** A plugin's model loaders behind the guard. */
record GuardedModelLoaderFactory(
    ModelLoaderFactory factory, ComponentTraits traits, PluginGuard guard)
    implements GuardedFactory, ModelLoaderFactory {

  @Override
  public boolean accepts(ModelSource source) {
    return guard.call("accepts()", () -> factory.accepts(source));
  }

  @Override
  public ModelLoader create(Options options) {
    ModelLoader loader = guard.call("create()", () -> factory.create(options));
    PluginGuard models = guard.of("a model of " + guard.owner());
    return source -> new GuardedModel(guard.call("load()", () -> loader.load(source)), models);
  }
}
