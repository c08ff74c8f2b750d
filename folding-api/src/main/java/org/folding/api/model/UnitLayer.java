package org.folding.api.model;

import java.util.Objects;
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
    Objects.requireNonNull(role, "role is null");
    if (bitsPerUnit < 1) {
      throw new IllegalArgumentException("bitsPerUnit is " + bitsPerUnit);
    }
  }

  /**
   * @return the number of bits that a pattern has for this layer
   */
  public int bits() {
    return Math.multiplyExact(shape.size(), bitsPerUnit);
  }
}
