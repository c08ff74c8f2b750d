package org.folding.engine.adaptive;

import java.util.Objects;

/**
 * What is known of the bits before anything is evaluated: in what order they are computed, and up
 * to where the network is piecewise linear.
 *
 * <p>Bits stand level by level. The margin of a bit of level l depends on the bits of lower levels
 * only. The first {@code affineLevels} levels are piecewise linear: between two neighbouring flips
 * of lower levels the margin is affine in t, on each straight piece of the path. Of the others
 * nothing is assumed but that their margins are mostly smooth.
 */
public final class SearchedBits {
  private final int[] level;
  private final int[] counted;
  private final int affineLevels;
  private final int levels;

  /**
   * @param level the level of each bit, from 0, never falling
   * @param counted for each bit its number among the counted ones, or −1
   * @param affineLevels how many levels, from the first, are piecewise linear
   */
  public SearchedBits(int[] level, int[] counted, int affineLevels) {
    Objects.requireNonNull(level, "level is null");
    Objects.requireNonNull(counted, "counted is null");
    if (level.length != counted.length) {
      throw new IllegalArgumentException(level.length + " levels for " + counted.length + " bits");
    }
    for (int bit = 1; bit < level.length; bit++) {
      if (level[bit] < level[bit - 1]) {
        throw new IllegalArgumentException("the level of bit " + bit + " is below the one before");
      }
    }
    this.level = level.clone();
    this.counted = counted.clone();
    this.levels = level.length == 0 ? 0 : level[level.length - 1] + 1;
    this.affineLevels = Math.min(affineLevels, levels);
  }

  /**
   * @return the number of bits that are searched
   */
  public int size() {
    return level.length;
  }

  /**
   * Whether patterns that agree at both ends of a straight piece prove that nothing flips there.
   */
  boolean allAffine() {
    return affineLevels == levels;
  }

  int level(int bit) {
    return level[bit];
  }

  boolean isAffine(int bit) {
    return level[bit] < affineLevels;
  }

  /**
   * Whether what is computed from a bit bends where the bit flips, and is affine on both sides. It
   * is not so in the last affine level: either nothing is computed from it, or what is, is not
   * affine.
   */
  boolean bends(int bit) {
    return level[bit] < affineLevels - 1;
  }

  boolean isCounted(int bit) {
    return counted[bit] >= 0;
  }

  /** The number of a bit among the counted ones, or −1. */
  int counted(int bit) {
    return counted[bit];
  }

  /** In how many counted bits the pattern of some margins differs from another. */
  int distance(double[] margins, boolean[] pattern) {
    int distance = 0;
    for (int bit = 0; bit < counted.length; bit++) {
      if (counted[bit] >= 0 && (margins[bit] > 0) != pattern[bit]) {
        distance++;
      }
    }
    return distance;
  }
}
