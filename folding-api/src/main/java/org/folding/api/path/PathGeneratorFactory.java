package org.folding.api.path;

import org.folding.api.ComponentFactory;
import org.folding.api.Options;

/** Makes path generators of one kind. Its options stand below {@code paths.NAME.}. */
public interface PathGeneratorFactory extends ComponentFactory {

  /**
   * @param options the options given
   * @param context what is known of the run
   * @return a generator
   * @throws org.folding.api.InvalidInputException if the options do not fit together, the data are
   *     missing, or a vector has another width than the model's input
   */
  PathGenerator create(Options options, PathContext context);
}
