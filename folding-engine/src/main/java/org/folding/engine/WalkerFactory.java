package org.folding.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.folding.api.GeneralRemedy;
import org.folding.api.InvalidInputException;
import org.folding.api.Problem;
import org.folding.api.Remedy;
import org.folding.api.data.Dataset;
import org.folding.api.model.Evaluator;
import org.folding.api.model.Model;
import org.folding.api.model.UnitLayer;
import org.folding.api.network.MaxOfGroups;
import org.folding.api.network.Network;
import org.folding.api.walk.CountedUnits;
import org.folding.api.walk.WalkMode;
import org.folding.engine.adaptive.AdaptiveWalker;
import org.folding.engine.adaptive.ChainMargins;
import org.folding.engine.adaptive.EvaluatorMargins;
import org.folding.engine.adaptive.MarginSource;
import org.folding.engine.adaptive.SearchedBits;
import org.folding.engine.chain.Chain;
import org.folding.engine.chain.ChainPoints;
import org.folding.engine.compile.ChainCompiler;
import org.folding.engine.network.NetworkEvaluator;
import org.folding.engine.network.NetworkModel;
import org.folding.engine.path.BitPlaces;
import org.folding.engine.path.SegmentLengths;
import org.folding.engine.path.Walker;
import org.folding.engine.rational.RationalNetwork;
import org.folding.engine.rational.RationalWalker;
import org.folding.engine.sample.ChainPatterns;
import org.folding.engine.sample.EvaluatorPatterns;
import org.folding.engine.sample.PatternSource;
import org.folding.engine.sample.SampledWalker;
import org.folding.engine.trace.ChainWalker;
import org.folding.engine.trace.Tracer;

/** Makes walkers for one model, one for each thread; what they share is prepared once. */
public final class WalkerFactory {
  private final Model model;
  private final WalkSettings settings;
  private final CountedUnits units;
  private final SegmentLengths lengths;
  private final Optional<Chain> chain;
  private final Optional<RationalNetwork> rational;
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
    this.units = settings.count().of(model);
    this.lengths = new SegmentLengths(data);
    this.chain = compile(data);
    this.rational = settings.mode() == WalkMode.EXACT ? rational() : Optional.empty();
    this.rows =
        settings.mode() == WalkMode.EXACT && rational.isEmpty()
            ? data.map(dataset -> new ChainPoints(chain.orElseThrow(), dataset))
            : Optional.empty();
  }

  /**
   * Prepares exact walks through the hidden units of a network, along paths between points.
   *
   * @param network the network
   * @return the factory
   * @throws InvalidInputException if its matrices take too much of the heap
   */
  public static WalkerFactory exact(Network network) {
    return new WalkerFactory(
        new NetworkModel(network, List.of()),
        Optional.empty(),
        WalkSettings.exact(WalkSettings.Count.HIDDEN));
  }

  /**
   * The model as a chain; empty where it is none and none is needed.
   *
   * @throws InvalidInputException if an exact walk is asked for
   */
  private Optional<Chain> compile(Optional<Dataset> data) {
    List<String> obstacles = new ArrayList<>();
    List<String> inexact = new ArrayList<>();
    List<Remedy> remedies = new ArrayList<>();
    for (UnitLayer layer : units.layers()) {
      model
          .obstacle(layer)
          .ifPresent(
              obstacle -> {
                inexact.add(layer.name());
                if (!obstacles.contains(obstacle)) {
                  obstacles.add(obstacle);
                }
              });
    }
    if (inexact.isEmpty() && model.network().isPresent()) {
      try {
        return Optional.of(ChainCompiler.compile(model.network().get(), units, data));
      } catch (ArithmeticException e) {
        obstacles.add(
            "put together, its linear maps have a matrix of "
                + e.getMessage()
                + " weights, which takes too much of the heap");
        remedies.add(GeneralRemedy.LARGER_HEAP);
      }
    }
    if (settings.mode() == WalkMode.EXACT) {
      throw new InvalidInputException(new Problem(refusal(inexact, obstacles), remedies));
    }
    return Optional.empty();
  }

  /**
   * The network in rational arithmetic, if float64 may be wrong by too much for it and it is small
   * enough.
   */
  private Optional<RationalNetwork> rational() {
    Chain whole = chain.orElseThrow();
    return whole.isCoarse(whole.stages.size())
        ? RationalNetwork.of(model.network().orElseThrow(), RationalNetwork.MOST_OF_A_WALK)
        : Optional.empty();
  }

  /**
   * @return whether exact walks are made in rational arithmetic, as rounding errors of float64 may
   *     grow too large in this network
   */
  public boolean isRational() {
    return rational.isPresent();
  }

  private String refusal(List<String> inexact, List<String> obstacles) {
    boolean some = !inexact.isEmpty() && inexact.size() < units.layers().size();
    return "model '"
        + model.name()
        + "' cannot be walked exactly: "
        + (some ? "of its counted layers not " + String.join(", ", inexact) + ", as " : "")
        + (obstacles.isEmpty() ? "it has no piecewise-linear part" : String.join("; ", obstacles))
        + "; use walk=adaptive or walk=sampled"
        + (some ? ", or leave these layers out with walk.count" : "");
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
    if (settings.mode() == WalkMode.EXACT) {
      if (rational.isPresent()) {
        List<UnitLayer> layers = UnitLayer.of(model.network().orElseThrow());
        int allBits = layers.stream().mapToInt(UnitLayer::bits).sum();
        return new RationalWalker(
            rational.get(), units, BitPlaces.of(layers, units), allBits, lengths);
      }
      Chain stages = chain.orElseThrow();
      return new ChainWalker(stages, units, rows, lengths, Tracer.of(stages));
    }
    if (settings.mode() == WalkMode.ADAPTIVE) {
      return new AdaptiveWalker(
          chain.isPresent() ? new ChainMargins(chain.get()) : evaluatorMargins(),
          model.inputShape().size(),
          settings.limits(),
          units,
          lengths);
    }
    PatternSource patterns =
        chain.isPresent() ? new ChainPatterns(chain.get()) : evaluatorPatterns();
    return new SampledWalker(
        patterns, model.inputShape().size(), settings.samples(), units, lengths);
  }

  /**
   * Margins by evaluations. Where the network is known and has no kink but in its units, it is
   * affine between the flips of all of them.
   */
  private MarginSource evaluatorMargins() {
    boolean affine = isWholeNetwork() && !hasMaxima(model.network().orElseThrow());
    IntStream.Builder places = IntStream.builder();
    IntStream.Builder level = IntStream.builder();
    IntStream.Builder number = IntStream.builder();
    int place = 0;
    int counted = 0;
    int layers = 0;
    for (UnitLayer layer : model.layers()) {
      boolean counts = units.layers().contains(layer);
      for (int i = 0; i < layer.bits() && (affine || counts); i++) {
        places.add(place + i);
        level.add(layers);
        number.add(counts ? counted++ : -1);
      }
      place += layer.bits();
      layers++;
    }
    SearchedBits bits =
        new SearchedBits(level.build().toArray(), number.build().toArray(), affine ? layers : 0);
    int inputs = model.inputShape().size();
    return new EvaluatorMargins(newEvaluator(), bits, places.build().toArray(), inputs, place);
  }

  private static boolean hasMaxima(Network network) {
    return network.nodes().stream().anyMatch(node -> node.operation() instanceof MaxOfGroups);
  }

  private PatternSource evaluatorPatterns() {
    int allBits = model.layers().stream().mapToInt(UnitLayer::bits).sum();
    return new EvaluatorPatterns(newEvaluator(), BitPlaces.of(model.layers(), units), allBits);
  }

  /** Whether the model's network has all of its layers; it may end where layers are smooth. */
  private boolean isWholeNetwork() {
    Optional<Network> network = model.network();
    return network.isPresent() && UnitLayer.of(network.get()).equals(model.layers());
  }

  private Evaluator newEvaluator() {
    return isWholeNetwork()
        ? new NetworkEvaluator(model.network().orElseThrow())
        : model
            .newEvaluator()
            .orElseThrow(
                () -> new InvalidInputException("model '" + model.name() + "' has no evaluator"));
  }
}
