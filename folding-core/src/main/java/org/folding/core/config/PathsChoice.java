package org.folding.core.config;

import java.util.Objects;
import org.folding.api.Options;
import org.folding.api.path.PathGeneratorFactory;

/**
 * Which paths a run walks.
 *
 * @param factory makes the generator
 * @param options its options
 * @param seed what every random choice derives from
 */
public record PathsChoice(PathGeneratorFactory factory, Options options, long seed) {
  /** Checks that nothing is null. */
  public PathsChoice {
    Objects.requireNonNull(factory, "factory is null");
    Objects.requireNonNull(options, "options is null");
  }
}
