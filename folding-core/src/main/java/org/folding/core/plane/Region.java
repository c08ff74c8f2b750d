package org.folding.core.plane;

import java.util.List;

/**
 * A region: a polygon inside which no unit changes its sign. Where all units are counted no other
 * region of the plane has its pattern.
 */
public final class Region {
  private final Polygon polygon;
  private final long pattern;
  private final int[] distances;
  private final List<Piece> pieces;

  Region(Polygon polygon, long pattern, int[] distances, List<Piece> pieces) {
    this.polygon = polygon;
    this.pattern = pattern;
    this.distances = distances;
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
   * @param reference the index of a reference point
   * @return in how many bits the pattern differs from the one there
   */
  public int distance(int reference) {
    return distances[reference];
  }

  /**
   * @return its parts with one predicted class each, which cover it
   */
  public List<Piece> pieces() {
    return pieces;
  }
}
