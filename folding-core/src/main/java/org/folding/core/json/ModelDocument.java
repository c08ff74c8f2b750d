package org.folding.core.json;

import java.util.List;
import org.folding.api.network.Shape;

/**
 * What a model file says.
 *
 * @param version the version of the format
 * @param name the model's name
 * @param inputName what layers call the input
 * @param input the shape of one input
 * @param layers the layers, at least one
 */
record ModelDocument(
    int version, String name, String inputName, Shape input, List<LayerFields> layers) {

  /** What stands in the field {@code format}. */
  static final String FORMAT = "folding-model";

  /** The greatest version of the format that is read; all from 1 on are. */
  static final int NEWEST_VERSION = 2;

  /** What layers call the input where the file gives it no name. */
  static final String INPUT = "input";

  /** Copies the layers. */
  ModelDocument {
    layers = List.copyOf(layers);
  }
}
