package org.folding.core.sink;

import java.util.Objects;
import java.util.Optional;
import org.folding.api.walk.CountedUnits;
import org.folding.core.output.Provenance;
import org.folding.core.statistics.PathStatistics;
import org.folding.engine.WalkSettings;
import org.folding.engine.path.AdaptiveStatistics;
import org.folding.engine.verify.Verification;

/**
 * What a run says about itself and all its paths.
 *
 * @param model the model's name
 * @param walk how paths were walked
 * @param adaptive what adaptive walks came to; empty for other walks
 * @param rational whether exact walks were made in rational arithmetic
 * @param units the counted units
 * @param verification what the verification of the walks has shown, if there was one
 * @param statistics over the paths
 * @param walkSeconds how long walking and measuring took
 * @param totalSeconds the same with loading and writing
 * @param provenance what the run was made from, where that is known
 */
public record RunSummary(
    String model,
    WalkSettings walk,
    Optional<AdaptiveStatistics> adaptive,
    boolean rational,
    CountedUnits units,
    Optional<Verification> verification,
    PathStatistics statistics,
    double walkSeconds,
    double totalSeconds,
    Optional<Provenance> provenance) {

  /** Checks that nothing is null. */
  public RunSummary {
    Objects.requireNonNull(model, "model is null");
    Objects.requireNonNull(walk, "walk is null");
    Objects.requireNonNull(adaptive, "adaptive is null");
    Objects.requireNonNull(units, "units is null");
    Objects.requireNonNull(verification, "verification is null");
    Objects.requireNonNull(statistics, "statistics is null");
    Objects.requireNonNull(provenance, "provenance is null");
  }
}
