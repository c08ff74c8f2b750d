package org.folding.core.walk;

import java.util.Objects;
import org.folding.api.model.Model;
import org.folding.api.model.UnitLayer;
import org.folding.api.network.UnitRole;
import org.folding.api.walk.CountedUnits;
import org.folding.api.walk.WalkMode;
import org.folding.core.walk.adaptive.SearchLimits;

/**
 * How paths are walked.
 *
 * @param mode exact, sampled or adaptive
 * @param samples the number of sample points of a sampled walk, both ends included, at least 2
 * @param limits how far an adaptive walk goes
 * @param count which units are counted
 */
public record WalkSettings(WalkMode mode, int samples, SearchLimits limits, Count count) {

  /** Which units a pattern has bits for. */
  public enum Count {
    /** The units of hidden layers. */
    HIDDEN,
    /** Every unit: hidden, projection and read-out. */
    ALL;

    /**
     * @param model a model
     * @return its units that are counted
     */
    public CountedUnits of(Model model) {
      return new CountedUnits(model.layers().stream().filter(this::includes).toList());
    }

    boolean includes(UnitLayer layer) {
      return this == ALL || layer.role() == UnitRole.HIDDEN;
    }
  }

  /** Checks the number of samples. */
  public WalkSettings {
    Objects.requireNonNull(mode, "mode is null");
    Objects.requireNonNull(limits, "limits is null");
    Objects.requireNonNull(count, "count is null");
    if (samples < 2) {
      throw new IllegalArgumentException("samples is " + samples + " but must be 2 or more");
    }
  }

  /**
   * @param count which units are counted
   * @return settings of the exact walk
   */
  public static WalkSettings exact(Count count) {
    return new WalkSettings(WalkMode.EXACT, 2, SearchLimits.DEFAULT, count);
  }

  /**
   * @param samples the number of sample points, at least 2
   * @param count which units are counted
   * @return settings of the sampled walk
   */
  public static WalkSettings sampled(int samples, Count count) {
    return new WalkSettings(WalkMode.SAMPLED, samples, SearchLimits.DEFAULT, count);
  }

  /**
   * @param limits how far to go
   * @param count which units are counted
   * @return settings of the adaptive walk
   */
  public static WalkSettings adaptive(SearchLimits limits, Count count) {
    return new WalkSettings(WalkMode.ADAPTIVE, 2, limits, count);
  }
}
