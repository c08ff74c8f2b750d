package org.folding.core.path;

import java.util.SplittableRandom;

/**
 * Random numbers that depend on a seed and a path's index alone, and are the same on every
 * platform: the generator is started from the mixed pair, only its 64-bit output is used, and
 * elementary functions are those of {@link StrictMath}.
 */
final class PathRandom {
  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

  private final SplittableRandom bits;

  PathRandom(long seed, long index) {
    this.bits = new SplittableRandom(mix(mix(seed) + (index + 1) * GOLDEN_GAMMA));
  }

  /**
   * The finaliser of SplitMix64 (doi:10.1145/2714064.2660195; constants: Stafford's variant 13).
   */
  private static long mix(long z) {
    long y = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    y = (y ^ (y >>> 27)) * 0x94D049BB133111EBL;
    return y ^ (y >>> 31);
  }

  /** Uniform over the multiples of 2^−53 in [0, 1). */
  double uniform() {
    return (bits.nextLong() >>> 11) * 0x1p-53;
  }

  /** Uniform over 0 to bound − 1, by rejection. */
  int below(int bound) {
    long draw;
    long rest;
    do {
      draw = bits.nextLong() >>> 1;
      rest = draw % bound;
    } while (draw - rest + (bound - 1) < 0);
    return (int) rest;
  }

  /** Standard normal, by the transform of Box and Muller (doi:10.1214/aoms/1177706645). */
  double gaussian() {
    double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - uniform()));
    return radius * StrictMath.cos(2 * StrictMath.PI * uniform());
  }
}
