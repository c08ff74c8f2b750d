package org.folding.core.network;

import java.util.ArrayList;
import java.util.List;
import org.folding.api.model.UnitLayer;
import org.folding.api.network.Network;
import org.folding.api.network.Rectifier;

/** The unit layers of a network: its rectifiers, in the order of its nodes. */
public final class UnitLayers {
  private UnitLayers() {}

  /**
   * @param network a network
   * @return its unit layers, in the order of evaluation
   */
  public static List<UnitLayer> of(Network network) {
    List<UnitLayer> layers = new ArrayList<>();
    for (Network.Node node : network.nodes()) {
      if (node.operation() instanceof Rectifier rectifier) {
        layers.add(
            new UnitLayer(node.name(), rectifier.operator(), node.shape(), rectifier.role(), 1));
      }
    }
    return List.copyOf(layers);
  }
}
