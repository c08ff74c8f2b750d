package org.folding.api.model;

import org.folding.api.ComponentFactory;
import org.folding.api.Options;

/** Makes loaders of one kind of model. Its options stand below {@code model.NAME.}. */
public interface ModelLoaderFactory extends ComponentFactory {

  /**
   * Whether this loader is meant for such a model, judged by the name alone. Asked where the user
   * names no loader; more than one loader that accepts is an error that the user must resolve.
   *
   * @param source what the user named
   * @return whether this loader is to be chosen
   */
  boolean accepts(ModelSource source);

  /**
   * @param options the options given
   * @return a loader
   */
  ModelLoader create(Options options);
}
