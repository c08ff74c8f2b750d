package org.folding.core.cantornet;

import org.folding.api.network.Network;

/**
 * Builds CantorNet (NeurReps 2024) of depth k: input shape [2], one output that is positive exactly
 * above the polyline through the 2^(k+1) end points of the k-th Cantor approximation, at heights 1,
 * ½, ½, 1, 1, ½, ½, 1, …
 *
 * <p>The weights are exact in float64. Their values are not to be had there beyond depth 33, where
 * 3^k outgrows 53 bits.
 */
public final class CantorNet {
  private CantorNet() {}

  /** The three networks that have one decision boundary. */
  public enum Representation {
    /** Recursive: k times the same two layers; 5k + 1 units. */
    A(40),
    /** Half-planes reduced by minima of three units each; its size doubles with each depth. */
    B(12),
    /** As {@link #B}, with minima of four units each. */
    C(12);

    private final int greatestDepth;

    Representation(int greatestDepth) {
      this.greatestDepth = greatestDepth;
    }

    /**
     * @return the greatest depth that is built; B and C of depth 12 hold some 10^7 weights
     */
    public int greatestDepth() {
      return greatestDepth;
    }
  }

  /**
   * Builds a network.
   *
   * @param representation which of the three
   * @param depth the number of recursions k, from 1 to {@link Representation#greatestDepth()}
   * @return the network
   * @throws IllegalArgumentException if the depth is out of range
   */
  public static Network of(Representation representation, int depth) {
    if (depth < 1 || depth > representation.greatestDepth()) {
      throw new IllegalArgumentException(
          "depth is "
              + depth
              + " but must be from 1 to "
              + representation.greatestDepth()
              + " for CantorNet "
              + representation);
    }
    String name = "cantornet:" + representation + "/" + depth;
    return switch (representation) {
      case A -> RecursiveNetwork.of(name, depth);
      case B -> MinimaNetwork.of(name, depth, Minimum.OF_THREE_UNITS);
      case C -> MinimaNetwork.of(name, depth, Minimum.OF_FOUR_UNITS);
    };
  }
}
