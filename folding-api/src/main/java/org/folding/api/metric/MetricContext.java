package org.folding.api.metric;

import java.util.Objects;
import java.util.Optional;
import org.folding.api.data.Dataset;
import org.folding.api.walk.CountedUnits;
import org.folding.api.walk.WalkMode;

/**
 * What a metric may know of the run before the first walk.
 *
 * @param units the counted units, for results by layer
 * @param mode how the walks are obtained
 * @param data the data, if the run has any
 */
public record MetricContext(CountedUnits units, WalkMode mode, Optional<Dataset> data) {

  /** Checks that nothing is null. */
  public MetricContext {
    Objects.requireNonNull(units, "units is null");
    Objects.requireNonNull(mode, "mode is null");
    Objects.requireNonNull(data, "data is null");
  }
}
