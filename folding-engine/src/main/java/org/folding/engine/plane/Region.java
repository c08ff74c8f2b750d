package org.folding.engine.plane;

import java.util.List;

/**
 * A region: a polygon inside which no unit changes its sign. Where all units are counted no other
 * region of the plane has its pattern.
 */
public final class Region {
  private final Polygon polygon;
  private final long pattern;
  private final boolean odd;
  private final int distance;
  private final List<Piece> pieces;

  Region(Polygon polygon, long pattern, boolean odd, int distance, List<Piece> pieces) {
    this.polygon = polygon;
    this.pattern = pattern;
    this.odd = odd;
    this.distance = distance;
    this.pieces = List.copyOf(pieces);
  }

  /**
   * @return where it is
   */
  public Polygon polygon() {
    return polygon;
  }

  /**
   * @return a hash of the activation pattern, the same for this pattern in every plane: the
   *     exclusive or of {@link PatternHash#of} over the bits that are 1
   */
  public long pattern() {
    return pattern;
  }

  /**
   * @return whether an odd number of bits of the pattern are 1: each flip changes it
   */
  public boolean odd() {
    return odd;
  }

  /**
   * @return the Hamming distance of the pattern from the one at the reference point
   */
  public int distance() {
    return distance;
  }

  /**
   * @return its parts with one predicted class each, which cover it
   */
  public List<Piece> pieces() {
    return pieces;
  }
}
