package org.folding.engine.plane;

/**
 * Hashes patterns by tabulation (A. L. Zobrist, <em>A New Hashing Method with Application for Game
 * Playing</em>, 1970): each bit has a random word, and a pattern's hash is the exclusive or of the
 * words of the bits that are 1.
 */
public final class PatternHash {
  private PatternHash() {}

  /**
   * The word of a bit, from the finaliser of the generator SplitMix64 (G. L. Steele, D. Lea and C.
   * H. Flood, <em>Fast Splittable Pseudorandom Number Generators</em>, 2014).
   *
   * @param bit from 0
   * @return its word
   */
  public static long of(int bit) {
    long z = (bit + 1L) * 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
