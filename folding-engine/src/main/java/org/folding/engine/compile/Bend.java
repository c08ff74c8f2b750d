package org.folding.engine.compile;

import java.util.Arrays;
import java.util.List;
import org.folding.engine.affine.AffineMap;

/**
 * The units by which a node of a network bends.
 *
 * <p>A node can need several units for one value, whose errors then are not independent: min(max(z,
 * l), u) = l + relu(z − l) − relu(z − u) is never wrong by more than z, although each unit may be
 * as wrong as z. All that reads such units reads them together. So the error counts for one of
 * them, and the others are its echoes.
 *
 * @param map the pre-activations
 * @param slope the slope of each unit where its pre-activation is not positive
 * @param bit the bit of each unit, or −1
 * @param isEcho whether a unit has no error of its own
 * @param passed values that are at least as wrong as those that the units make together
 */
record Bend(AffineMap map, double[] slope, int[] bit, boolean[] isEcho, AffineMap passed) {

  /** One unit for each value. */
  static Bend rectifier(AffineMap values, double[] slope, int[] bit) {
    return new Bend(values, slope, bit, new boolean[slope.length], values);
  }

  /**
   * Two units for each value: first those that look whether it is above the lower bound, then those
   * for the upper one.
   */
  static Bend clip(AffineMap values, AffineMap lessLower, AffineMap lessUpper, int[] bit) {
    int units = values.outputs();
    boolean[] isEcho = new boolean[2 * units];
    Arrays.fill(isEcho, units, 2 * units, true);
    AffineMap both = AffineMap.stack(List.of(lessLower, lessUpper));
    return new Bend(both, new double[2 * units], bit, isEcho, values);
  }

  int units() {
    return slope.length;
  }
}
