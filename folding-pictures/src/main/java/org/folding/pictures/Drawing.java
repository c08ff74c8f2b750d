package org.folding.pictures;

/** Something that can be drawn again and again. */
interface Drawing {

  /** The width in points. */
  double width();

  /** The height in points. */
  double height();

  /** A description in words, for those who cannot see it. */
  String description();

  void paint(Canvas canvas);
}
