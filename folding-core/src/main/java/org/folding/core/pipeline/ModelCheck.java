package org.folding.core.pipeline;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.folding.api.FoldingException;
import org.folding.api.model.Model;
import org.folding.api.model.UnitLayer;
import org.folding.api.network.Network;

/**
 * Checks that a model says the same of its layers everywhere. Bits of a layer that its network does
 * not have would never flip, and the model would seem to fold less than it does.
 */
final class ModelCheck {
  private ModelCheck() {}

  /**
   * @throws FoldingException if two layers have one name, or the network has layers that are not
   *     among the model's, or in another order
   */
  static void check(Model model) {
    List<UnitLayer> layers = model.layers();
    Set<String> names = new HashSet<>();
    for (UnitLayer layer : layers) {
      if (!names.add(layer.name())) {
        throw fault(model, "has two layers named '" + layer.name() + "'");
      }
    }
    Optional<Network> network = model.network();
    if (network.isPresent()) {
      List<UnitLayer> exact = UnitLayer.of(network.get());
      if (!layers.stream().filter(exact::contains).toList().equals(exact)) {
        throw fault(model, "names layers that are not those of its network");
      }
      if (exact.size() < layers.size() && model.obstacles().isEmpty()) {
        throw fault(model, "has layers that are not in its network, and does not say why");
      }
    }
  }

  private static FoldingException fault(Model model, String what) {
    return new FoldingException(
        "model '" + model.name() + "' " + what + "; this is a fault of its loader");
  }
}
