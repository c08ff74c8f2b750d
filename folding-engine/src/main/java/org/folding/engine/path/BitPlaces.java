package org.folding.engine.path;

import java.util.List;
import java.util.stream.IntStream;
import org.folding.api.model.UnitLayer;
import org.folding.api.walk.CountedUnits;

/** Where counted bits stand among the bits of all units. */
public final class BitPlaces {
  private BitPlaces() {}

  /**
   * @param all the layers of a model
   * @param counted those of its units that count
   * @return for each counted bit its place among the bits of all layers
   */
  public static int[] of(List<UnitLayer> all, CountedUnits counted) {
    List<String> names = counted.layerNames();
    IntStream.Builder places = IntStream.builder();
    int first = 0;
    for (UnitLayer layer : all) {
      if (names.contains(layer.name())) {
        IntStream.range(first, first + layer.bits()).forEach(places::add);
      }
      first += layer.bits();
    }
    return places.build().toArray();
  }
}
