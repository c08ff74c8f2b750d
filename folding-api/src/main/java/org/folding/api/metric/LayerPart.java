package org.folding.api.metric;

import java.util.Objects;

/**
 * Where a value belongs that is measured in the units of one layer alone.
 *
 * @param layer the name of the layer
 * @param whole the name of the value of the same metric that is measured in all units, whose part
 *     this is
 */
public record LayerPart(String layer, String whole) {

  /** Checks that nothing is null. */
  public LayerPart {
    Objects.requireNonNull(layer, "layer is null");
    Objects.requireNonNull(whole, "whole is null");
  }
}
