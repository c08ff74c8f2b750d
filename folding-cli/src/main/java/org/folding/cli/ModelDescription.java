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
import org.folding.api.network.Network;
import org.folding.api.network.Operation;
import org.folding.api.network.TransposedConvolution;
import org.folding.api.network.UnitRole;
import org.folding.core.walk.WalkSettings;
import org.folding.core.walk.WalkerFactory;

/** What {@code folding describe} tells of a model. */
record ModelDescription(Model model) {

  /** Why the model cannot be walked exactly; empty where it can. */
  List<String> obstacles() {
    if (model.network().isEmpty()) {
      return model.obstacles();
    }
    try {
      new WalkerFactory(model, Optional.empty(), WalkSettings.exact(WalkSettings.Count.ALL));
      return List.of();
    } catch (InvalidInputException e) {
      return e.problems();
    }
  }

  /** How many numbers its layers hold; empty where the network is not known. */
  OptionalLong parameters() {
    return model.network().stream().mapToLong(ModelDescription::parameters).findFirst();
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
