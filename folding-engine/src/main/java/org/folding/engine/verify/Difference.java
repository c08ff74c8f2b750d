package org.folding.engine.verify;

import java.util.Objects;
import org.folding.api.model.UnitLayer;
import org.folding.api.walk.CountedUnits;

/**
 * A bit that a walk has wrong.
 *
 * @param path the index of the path
 * @param region the index of the walk's region, from 0
 * @param t a time in that region at which, or just after which, the bit is wrong
 * @param layer the name of the layer
 * @param unit the row-major index of the unit in its layer
 * @param bitOfUnit which of the unit's bits; 0 but for clipped units, whose second is 1
 * @param claimed what the walk says that the bit is; in truth it is the other
 */
public record Difference(
    long path, int region, double t, String layer, int unit, int bitOfUnit, boolean claimed) {

  /** Checks that the layer is named. */
  public Difference {
    Objects.requireNonNull(layer, "layer is null");
  }

  static Difference of(
      long path, int region, double t, CountedUnits units, int bit, boolean claimed) {
    int index = units.layerOf(bit);
    UnitLayer layer = units.layers().get(index);
    int inLayer = bit - units.firstBit(index);
    return new Difference(
        path,
        region,
        t,
        layer.name(),
        inLayer / layer.bitsPerUnit(),
        inLayer % layer.bitsPerUnit(),
        claimed);
  }

  /**
   * The same difference, where the path has another number.
   *
   * @param index the index of the path
   * @return the difference
   */
  public Difference ofPath(long index) {
    return new Difference(index, region, t, layer, unit, bitOfUnit, claimed);
  }

  /**
   * @return the difference in one line
   */
  public String message() {
    return "path "
        + path
        + ", region "
        + region
        + ", t = "
        + t
        + ": unit "
        + unit
        + " of layer '"
        + layer
        + "' "
        + (bitOfUnit == 0 ? "is " : "has its upper bit ")
        + (claimed ? "1" : "0")
        + " in the walk but "
        + (claimed ? "0" : "1")
        + " in truth";
  }
}
