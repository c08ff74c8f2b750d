package org.folding.pictures;

/**
 * A line of text.
 *
 * @param text the text
 * @param x where it stands, in points from the left
 * @param y where its base line is, in points from the top
 * @param size the size of the type, in points
 * @param anchor what of the text is at x
 * @param turned whether it runs upwards instead of to the right; y is then what the anchor says
 * @param haloed whether it has a white rim, for text on a picture
 */
record Label(
    String text, double x, double y, double size, Anchor anchor, boolean turned, boolean haloed) {

  /** What of a text is at its place. */
  enum Anchor {
    START(0),
    MIDDLE(0.5),
    END(1);

    private final double part;

    Anchor(double part) {
      this.part = part;
    }

    /** How far the text starts before its place, as a part of its length. */
    double part() {
      return part;
    }
  }

  static Label at(double x, double y, String text, double size, Anchor anchor) {
    return new Label(text, x, y, size, anchor, false, false);
  }

  /** The width of the rim of a haloed label. */
  double halo() {
    return 0.3 * size;
  }
}
