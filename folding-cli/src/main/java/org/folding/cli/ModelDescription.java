package org.folding.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.folding.api.InvalidInputException;
import org.folding.api.model.Model;
import org.folding.api.model.UnitLayer;
import org.folding.api.network.Affine;
import org.folding.api.network.Convolution;
import org.folding.api.network.Dense;
import org.folding.api.network.MaxOfGroups;
import org.folding.api.network.Network;
import org.folding.api.network.Operation;
import org.folding.api.network.TransposedConvolution;
import org.folding.api.network.UnitRole;
import org.folding.engine.WalkSettings;
import org.folding.engine.WalkerFactory;

/**
 * What {@code folding describe} tells of a model.
 *
 * @param model the model
 * @param obstacles why not all of its layers can be walked exactly; empty where they can
 */
record ModelDescription(Model model, List<String> obstacles) {

  static ModelDescription of(Model model) {
    return new ModelDescription(model, obstacles(model));
  }

  private static List<String> obstacles(Model model) {
    if (model.network().isEmpty() || !model.obstacles().isEmpty()) {
      return model.obstacles();
    }
    try {
      new WalkerFactory(model, Optional.empty(), WalkSettings.exact(WalkSettings.Count.ALL));
      return List.of();
    } catch (InvalidInputException e) {
      return e.problems();
    }
  }

  boolean isExact(UnitLayer layer) {
    // A network may be piecewise linear and still be too large to be walked.
    return obstacle(layer).isEmpty() && (obstacles.isEmpty() || !model.obstacles().isEmpty());
  }

  /** Why a layer cannot be walked exactly; empty where it can. */
  Optional<String> obstacle(UnitLayer layer) {
    return model.obstacle(layer);
  }

  /** The network, if it is all of the model. */
  Optional<Network> network() {
    return model.outputObstacle().isEmpty() ? model.network() : Optional.empty();
  }

  /** Why the output is not in the network though all units are; empty where it is. */
  Optional<String> cutOutput() {
    return model.obstacles().isEmpty() ? model.outputObstacle() : Optional.empty();
  }

  /** How many numbers its layers hold; empty where the network is not all of the model. */
  OptionalLong parameters() {
    return network().stream().mapToLong(ModelDescription::parameters).findFirst();
  }

  /** How many maxima it takes, whose bends are no units, as far as the network is known. */
  int maxima() {
    return model.network().stream()
        .flatMap(network -> network.nodes().stream())
        .map(Network.Node::operation)
        .mapToInt(operation -> operation instanceof MaxOfGroups max ? max.shape().size() : 0)
        .sum();
  }

  private static long parameters(Network network) {
    return network.nodes().stream().mapToLong(node -> parameters(node.operation())).sum();
  }

  private static long parameters(Operation operation) {
    if (operation instanceof Dense dense) {
      return (long) dense.weights().size() + dense.bias().size();
    }
    if (operation instanceof Affine affine) {
      return (long) affine.scale().size() + affine.shift().size();
    }
    if (operation instanceof Convolution convolution) {
      return (long) convolution.weights().size() + convolution.bias().size();
    }
    if (operation instanceof TransposedConvolution convolution) {
      return (long) convolution.weights().size() + convolution.bias().size();
    }
    return 0;
  }

  Map<UnitRole, Integer> unitsByRole() {
    Map<UnitRole, Integer> units = new TreeMap<>();
    for (UnitLayer layer : model.layers()) {
      units.merge(layer.role(), layer.shape().size(), Integer::sum);
    }
    return units;
  }
}
