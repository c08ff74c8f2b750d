package org.folding.core.json;

import java.util.List;
import org.folding.api.network.Shape;

/**
 * What a model file says.
 *
 * @param name the model's name
 * @param input the shape of one input
 * @param layers the layers, at least one
 */
record ModelDocument(String name, Shape input, List<LayerFields> layers) {

  /** What stands in the field {@code format}. */
  static final String FORMAT = "folding-model";

  /** The version of the format that is read and written. */
  static final int VERSION = 1;

  /** Copies the layers. */
  ModelDocument {
    layers = List.copyOf(layers);
  }
}
