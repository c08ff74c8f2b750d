package org.folding.api.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.folding.api.network.Clip;
import org.folding.api.network.Network;
import org.folding.api.network.Rectifier;
import org.folding.api.network.Shape;
import org.folding.api.network.UnitRole;

/**
 * One activation layer of a model: units that an activation pattern has bits for.
 *
 * @param name the layer's name, unique in its model
 * @param operator the activation's operator, for example {@code Relu}
 * @param shape the shape of the layer; its units are numbered row-major
 * @param role whether the units are hidden ones
 * @param bitsPerUnit how many bits a pattern has for each unit: one for ReLU-like activations, two
 *     for clipped ones; the bits of a unit stand together
 */
public record UnitLayer(String name, String operator, Shape shape, UnitRole role, int bitsPerUnit) {

  /** Checks that nothing is null and that there are bits. */
  public UnitLayer {
    Objects.requireNonNull(name, "name is null");
    Objects.requireNonNull(operator, "operator is null");
    Objects.requireNonNull(shape, "shape is null");
    Objects.requireNonNull(role, "role is null");
    if (bitsPerUnit < 1) {
      throw new IllegalArgumentException("bitsPerUnit is " + bitsPerUnit);
    }
  }

  /**
   * The unit layers of a network: its rectifiers and clipped units, in the order of its nodes and
   * under their names.
   *
   * @param network a network
   * @return its unit layers, in the order of evaluation
   */
  public static List<UnitLayer> of(Network network) {
    List<UnitLayer> layers = new ArrayList<>();
    for (Network.Node node : network.nodes()) {
      if (node.operation() instanceof Rectifier rectifier) {
        layers.add(
            new UnitLayer(node.name(), rectifier.operator(), node.shape(), rectifier.role(), 1));
      } else if (node.operation() instanceof Clip clip) {
        layers.add(new UnitLayer(node.name(), clip.operator(), node.shape(), clip.role(), 2));
      }
    }
    return List.copyOf(layers);
  }

  /**
   * @return the number of bits that a pattern has for this layer
   */
  public int bits() {
    return Math.multiplyExact(shape.size(), bitsPerUnit);
  }
}
