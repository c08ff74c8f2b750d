package org.folding.engine.rational;

import java.util.BitSet;
import java.util.List;
import org.apache.commons.math3.fraction.BigFraction;
import org.folding.api.network.Network;

/**
 * A walk along a straight line, without any rounding.
 *
 * @param startBits the bits that are 1 in the first pattern, over the bits of all units in the
 *     order of the nodes
 * @param steps where the pattern changes, in the order of time
 */
public record RationalWalk(BitSet startBits, List<Step> steps) {

  /** Copies the list. */
  public RationalWalk {
    steps = List.copyOf(steps);
  }

  /**
   * One step of the walk.
   *
   * @param time when, in (0, 1)
   * @param bits which bits change
   */
  public record Step(BigFraction time, BitSet bits) {}

  /**
   * Walks a line.
   *
   * @param network a network of any size
   * @param from where the line starts, of the network's input size
   * @param to where it ends
   * @return the walk
   */
  public static RationalWalk of(Network network, double[] from, double[] to) {
    return RationalNetwork.of(network).walk(from, to);
  }
}
