package org.folding.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.folding.api.InvalidInputException;
import org.folding.api.model.Model;
import org.folding.api.model.UnitLayer;
import org.folding.api.network.UnitRole;
import org.folding.api.walk.CountedUnits;
import org.folding.api.walk.WalkMode;
import org.folding.engine.path.SearchLimits;

/**
 * How paths are walked.
 *
 * @param mode exact, sampled or adaptive
 * @param samples the number of sample points of a sampled walk, both ends included, from 2 to 10^8
 * @param limits how far an adaptive walk goes
 * @param count which units are counted
 */
public record WalkSettings(WalkMode mode, int samples, SearchLimits limits, Count count) {
  /** The least number of samples, which are the ends. */
  public static final int LEAST_SAMPLES = 2;

  /** The greatest number of samples: so many take minutes even in the smallest networks. */
  public static final int MOST_SAMPLES = 100_000_000;

  /**
   * Which units a pattern has bits for: a list of selectors separated by commas. {@code hidden},
   * {@code readout} and {@code projection} stand for the layers of that {@linkplain UnitRole role},
   * {@code all} for every layer, {@code layer:NAME} and {@code operator:NAME} for those of such a
   * name, in which {@code *} stands for any letters and {@code ?} for any one, a comma too;
   * operators are compared without regard to case. A selector after {@code !} takes layers out
   * again. They are applied from left to right, beginning with no layer, or with the hidden ones
   * where the first takes out.
   *
   * @param text the list as it is written
   * @param key what the user wrote it for, by which problems are named
   */
  public record Count(String text, String key) {
    /** The units of hidden layers. */
    public static final Count HIDDEN = new Count("hidden");

    /** Every unit: hidden, projection and read-out. */
    public static final Count ALL = new Count("all");

    /**
     * Checks the selectors.
     *
     * @throws InvalidInputException naming every part that is no selector
     */
    public Count {
      LayerSelector.list(key, text);
    }

    /**
     * What the property {@code walk.count} says.
     *
     * @param text the list as it is written
     * @throws InvalidInputException naming every part that is no selector
     */
    public Count(String text) {
      this(text, "walk.count");
    }

    /**
     * @param model a model
     * @return its units that are counted
     * @throws InvalidInputException if a selector names layers or operators that it does not have
     */
    public CountedUnits of(Model model) {
      return new CountedUnits(of(model.layers()));
    }

    /**
     * @param layers the layers of a model
     * @return those that are counted, in the same order
     * @throws InvalidInputException if a selector names layers or operators that the model does not
     *     have
     */
    public List<UnitLayer> of(List<UnitLayer> layers) {
      List<LayerSelector> selectors = LayerSelector.list(key, text);
      boolean[] counted = new boolean[layers.size()];
      if (selectors.get(0).excludes()) {
        LayerSelector.list(key, HIDDEN.text).get(0).apply(layers, counted);
      }
      List<String> problems = new ArrayList<>();
      for (LayerSelector selector : selectors) {
        if (!selector.apply(layers, counted)) {
          problems.add(selector.withoutMatch(layers));
        }
      }
      if (!problems.isEmpty()) {
        throw new InvalidInputException(problems);
      }
      return IntStream.range(0, counted.length)
          .filter(i -> counted[i])
          .mapToObj(layers::get)
          .toList();
    }
  }

  /** Checks the number of samples. */
  public WalkSettings {
    Objects.requireNonNull(mode, "mode is null");
    Objects.requireNonNull(limits, "limits is null");
    Objects.requireNonNull(count, "count is null");
    if (samples < LEAST_SAMPLES || samples > MOST_SAMPLES) {
      throw new IllegalArgumentException(
          "samples is " + samples + " but must be from 2 to " + MOST_SAMPLES);
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
   * @param samples the number of sample points, from 2 to 10^8
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
