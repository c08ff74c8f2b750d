package org.folding.core.walk;

import java.util.Objects;
import org.folding.api.walk.WalkMode;

/**
 * How paths are walked.
 *
 * @param mode exact or sampled
 * @param samples the number of sample points of a sampled walk, both ends included, at least 2
 * @param count which units are counted
 */
public record WalkSettings(WalkMode mode, int samples, Count count) {

  /** Which units a pattern has bits for. */
  public enum Count {
    /** The units of hidden layers. */
    HIDDEN,
    /** Every unit: hidden, projection and read-out. */
    ALL
  }

  /** Checks the number of samples. */
  public WalkSettings {
    Objects.requireNonNull(mode, "mode is null");
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
    return new WalkSettings(WalkMode.EXACT, 2, count);
  }

  /**
   * @param samples the number of sample points, at least 2
   * @param count which units are counted
   * @return settings of the sampled walk
   */
  public static WalkSettings sampled(int samples, Count count) {
    return new WalkSettings(WalkMode.SAMPLED, samples, count);
  }
}
