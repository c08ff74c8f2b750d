package org.folding.api.walk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.folding.api.model.UnitLayer;

/**
 * Which bits an activation pattern has: those of the counted layers, one layer after the other,
 * each row-major. Bits are numbered from 0. Which units are counted changes every measure a lot, so
 * this is recorded with every result.
 */
public final class CountedUnits {
  private final List<UnitLayer> layers;
  private final int[] firstBits;
  private final int[] layerOfBit;

  /**
   * @param layers the counted layers, in the order of evaluation
   */
  public CountedUnits(List<UnitLayer> layers) {
    this.layers = List.copyOf(layers);
    this.firstBits = new int[layers.size() + 1];
    for (int i = 0; i < layers.size(); i++) {
      firstBits[i + 1] = Math.addExact(firstBits[i], layers.get(i).bits());
    }
    this.layerOfBit = new int[bits()];
    for (int i = 0; i < layers.size(); i++) {
      Arrays.fill(layerOfBit, firstBits[i], firstBits[i + 1], i);
    }
  }

  /**
   * @return the counted layers, in the order of evaluation
   */
  public List<UnitLayer> layers() {
    return layers;
  }

  /**
   * @return the number N of bits in a pattern
   */
  public int bits() {
    return firstBits[layers.size()];
  }

  /**
   * @param layer the index of a counted layer
   * @return its first bit
   */
  public int firstBit(int layer) {
    return firstBits[layer];
  }

  /**
   * @param bit from 0 to N − 1
   * @return the index of the counted layer that it belongs to
   */
  public int layerOf(int bit) {
    return layerOfBit[bit];
  }

  /**
   * @return the names of the counted layers
   */
  public List<String> layerNames() {
    List<String> names = new ArrayList<>();
    layers.forEach(layer -> names.add(layer.name()));
    return List.copyOf(names);
  }
}
