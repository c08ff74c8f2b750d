package org.folding.core.walk;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.folding.api.InvalidInputException;
import org.folding.api.data.Dataset;
import org.folding.api.model.Evaluator;
import org.folding.api.model.Model;
import org.folding.api.model.UnitLayer;
import org.folding.api.network.Network;
import org.folding.api.network.UnitRole;
import org.folding.api.walk.CountedUnits;
import org.folding.api.walk.WalkMode;
import org.folding.core.network.NetworkEvaluator;

/** Makes walkers for one model, one for each thread; what they share is prepared once. */
public final class WalkerFactory {
  private final Model model;
  private final WalkSettings settings;
  private final CountedUnits units;
  private final SegmentLengths lengths;
  private final Optional<Chain> chain;
  private final Optional<ChainPoints> rows;

  /**
   * @param model the model to walk through; must stay open
   * @param data the data whose rows paths may name; as wide as the model's input
   * @param settings how to walk
   * @throws InvalidInputException if an exact walk is asked for and the model is not piecewise
   *     linear; the message names what stands in the way
   */
  public WalkerFactory(Model model, Optional<Dataset> data, WalkSettings settings) {
    this.model = Objects.requireNonNull(model, "model is null");
    this.settings = Objects.requireNonNull(settings, "settings is null");
    this.units = new CountedUnits(model.layers().stream().filter(this::counts).toList());
    this.lengths = new SegmentLengths(data);
    if (settings.mode() == WalkMode.EXACT) {
      Chain compiled = ChainCompiler.compile(exactNetwork(model), units);
      this.chain = Optional.of(compiled);
      this.rows = data.map(dataset -> new ChainPoints(compiled, dataset));
    } else if (settings.mode() == WalkMode.SAMPLED) {
      this.chain = Optional.empty();
      this.rows = Optional.empty();
    } else {
      throw new InvalidInputException("there is no " + settings.mode().word() + " walk");
    }
  }

  private boolean counts(UnitLayer layer) {
    return settings.count() == WalkSettings.Count.ALL || layer.role() == UnitRole.HIDDEN;
  }

  private static Network exactNetwork(Model model) {
    return model
        .network()
        .orElseThrow(
            () ->
                new InvalidInputException(
                    "model '"
                        + model.name()
                        + "' cannot be walked exactly: "
                        + String.join("; ", model.obstacles())
                        + "; use walk=sampled"));
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
    if (chain.isPresent()) {
      return new ChainWalker(chain.get(), units, rows, lengths);
    }
    List<UnitLayer> layers = model.layers();
    int allBits = layers.stream().mapToInt(UnitLayer::bits).sum();
    return new SampledWalker(
        newEvaluator(),
        model.inputShape().size(),
        allBits,
        settings.samples(),
        units,
        marginOfBit(layers),
        lengths);
  }

  private Evaluator newEvaluator() {
    Optional<Network> network = model.network();
    return network.isPresent()
        ? new NetworkEvaluator(network.get())
        : model
            .newEvaluator()
            .orElseThrow(
                () -> new InvalidInputException("model '" + model.name() + "' has no evaluator"));
  }

  private int[] marginOfBit(List<UnitLayer> layers) {
    IntStream.Builder places = IntStream.builder();
    int first = 0;
    for (UnitLayer layer : layers) {
      if (counts(layer)) {
        IntStream.range(first, first + layer.bits()).forEach(places::add);
      }
      first += layer.bits();
    }
    return places.build().toArray();
  }
}
