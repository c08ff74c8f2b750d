package org.folding.api.path;

import java.util.Objects;
import java.util.Optional;
import org.folding.api.InvalidInputException;
import org.folding.api.data.Dataset;

/**
 * What a path generator may know of the run.
 *
 * @param inputWidth the number of values of one input of the model
 * @param data the data, if the run has any; as wide as the model's input
 * @param seed what every random choice derives from
 */
public record PathContext(int inputWidth, Optional<Dataset> data, long seed) {

  /** Checks that data and model fit together. */
  public PathContext {
    Objects.requireNonNull(data, "data is null");
    if (inputWidth < 1) {
      throw new IllegalArgumentException("inputWidth is " + inputWidth);
    }
  }

  /**
   * The data, for a generator that cannot do without.
   *
   * @param key the option that asks for data, as the user wrote it
   * @return the data
   * @throws InvalidInputException if the run has none
   */
  public Dataset requireData(String key) {
    return data.orElseThrow(
        () -> new InvalidInputException("'" + key + "' needs rows of data: set 'data' to a file"));
  }
}
