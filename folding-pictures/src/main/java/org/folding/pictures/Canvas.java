package org.folding.pictures;

import java.awt.geom.Path2D;

/** What can be drawn on. Lengths are in points, 1/72 inch; y grows downwards. */
interface Canvas {

  /** Fills an area. */
  void fill(Path2D area, Ink ink);

  /** Fills an area that others adjoin, so that no seam shows between them. */
  void fillSeamless(Path2D area, Ink ink);

  void stroke(Path2D line, Ink ink, double width);

  void text(Label label);
}
