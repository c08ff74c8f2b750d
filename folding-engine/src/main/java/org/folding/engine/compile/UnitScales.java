package org.folding.engine.compile;

import java.util.Arrays;
import org.folding.engine.affine.AffineMap;
import org.folding.engine.chain.Rounding;

/**
 * Powers of two that the units of a stage are multiplied by, so that none is far smaller than
 * others.
 *
 * <p>Rounding errors are estimated with one number for all units of a stage, see {@link Rounding}.
 * A unit that is far smaller would drown in the errors of the others, although its own are as small
 * as it is itself. But a unit passes on twice as much where its pre-activation is twice as large,
 * and a power of two rounds nothing. So it may be multiplied by one, and what it passes on divided
 * by the same: it flips where it did, and is compared with its like.
 *
 * <p>A unit is multiplied only as far as it surely stays smaller than another one is somewhere.
 */
final class UnitScales {
  /** Where no unit is smaller than the largest times this, all are left alone: nearly always. */
  private static final double SMALL = 0x1p-10;

  private UnitScales() {}

  /**
   * @param map the pre-activations of a stage
   * @param largest the largest magnitude of any at some inputs
   * @return what to multiply each of them by
   */
  static double[] of(AffineMap map, double largest) {
    double[] scale = new double[map.outputs()];
    Arrays.fill(scale, 1);
    if (largest < Double.POSITIVE_INFINITY && hasSmall(map, largest)) {
      for (int o = 0; o < scale.length; o++) {
        double magnitude = map.magnitude(o);
        double bound = magnitude < SMALL * largest ? magnitude : largest;
        // What is always zero stays as it is.
        scale[o] = magnitude > 0 ? power(map, o, -Math.getExponent(bound)) : 1;
      }
    }
    return scale;
  }

  private static boolean hasSmall(AffineMap map, double largest) {
    for (int o = 0; o < map.outputs(); o++) {
      if (map.magnitude(o) > 0 && map.magnitude(o) < SMALL * largest) {
        return true;
      }
    }
    return false;
  }

  /** A power of two, or 1 where a weight would overflow by it. */
  private static double power(AffineMap map, int o, int exponent) {
    double power = Math.scalb(1.0, Math.min(exponent, -Double.MIN_EXPONENT));
    double largest = Math.abs(map.bias(o));
    for (int e = map.first(o); e < map.end(o); e++) {
      largest = Math.max(largest, Math.abs(map.weight(e)));
    }
    return Double.isFinite(largest * power) ? power : 1;
  }

  /** What to divide by instead: 1 / scale, which is exact. */
  static double[] inverse(double[] scale) {
    return Arrays.stream(scale).map(s -> 1 / s).toArray();
  }

  static boolean areOne(double[] scale) {
    return Arrays.stream(scale).allMatch(s -> s == 1);
  }
}
