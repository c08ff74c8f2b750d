package org.folding.engine.plane;

import java.util.Objects;

/**
 * A part of a region on which the network's outputs are affine and one class is predicted.
 *
 * @param predicted the class: the index of the largest output, the first of equal ones; where there
 *     is one output, 1 if it is positive and 0 elsewhere
 * @param polygon where it is
 */
public record Piece(int predicted, Polygon polygon) {

  /** Checks that nothing is null. */
  public Piece {
    Objects.requireNonNull(polygon, "polygon is null");
  }
}
