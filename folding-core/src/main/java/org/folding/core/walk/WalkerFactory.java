package org.folding.core.walk;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.folding.api.InvalidInputException;
import org.folding.api.data.Dataset;
import org.folding.api.model.Model;
import org.folding.api.model.UnitLayer;
import org.folding.api.network.UnitRole;
import org.folding.api.walk.CountedUnits;

/** Makes walkers for one model, one for each thread; what they share is prepared once. */
public final class WalkerFactory {
  private final CountedUnits units;

  /**
   * @param model the model to walk through; must stay open
   * @param data the data whose rows paths may name
   * @param settings how to walk
   * @throws InvalidInputException if an exact walk is asked for and the model is not piecewise
   *     linear; the message names what stands in the way
   */
  public WalkerFactory(Model model, Optional<Dataset> data, WalkSettings settings) {
    Objects.requireNonNull(data, "data is null");
    List<UnitLayer> counted =
        model.layers().stream()
            .filter(
                layer ->
                    settings.count() == WalkSettings.Count.ALL || layer.role() == UnitRole.HIDDEN)
            .toList();
    this.units = new CountedUnits(counted);
  }

  /**
   * @return the counted units
   */
  public CountedUnits units() {
    return units;
  }

  /**
   * @return a walker for use by one thread
   */
  public Walker newWalker() {
    return path -> {
      throw new UnsupportedOperationException("the walk of " + path + " is to come");
    };
  }
}
