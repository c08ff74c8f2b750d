package org.folding.pictures;

/**
 * What is drawn with.
 *
 * @param rgb red, green and blue, eight bits each
 * @param opacity from 0 to 1
 */
record Ink(int rgb, double opacity) {
  static final Ink BLACK = new Ink(0, 1);
  static final Ink WHITE = new Ink(0xffffff, 1);

  Ink(int rgb) {
    this(rgb, 1);
  }

  int red() {
    return rgb >> 16 & 0xff;
  }

  int green() {
    return rgb >> 8 & 0xff;
  }

  int blue() {
    return rgb & 0xff;
  }

  /** This colour, nearer to another one by a part from 0 to 1. */
  Ink towards(Ink other, double part) {
    return new Ink(
        mix(red(), other.red(), part) << 16
            | mix(green(), other.green(), part) << 8
            | mix(blue(), other.blue(), part),
        opacity);
  }

  private static int mix(int from, int to, double part) {
    return (int) Math.round(from + part * (to - from));
  }
}
