package org.folding.pictures;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How a picture looks.
 *
 * @param colouring what colours say
 * @param palette the colours of distances
 * @param width the width in millimetres
 * @param typeSize the size of the type in points
 * @param borders the width of the borders of regions in points, 0 for none; empty to let their
 *     number decide
 * @param title what stands above the picture
 */
public record PictureStyle(
    Colouring colouring,
    Palette palette,
    double width,
    double typeSize,
    OptionalDouble borders,
    Optional<String> title) {

  /** Checks that there is room for a picture. */
  public PictureStyle {
    Objects.requireNonNull(colouring, "colouring is null");
    Objects.requireNonNull(palette, "palette is null");
    Objects.requireNonNull(borders, "borders is null");
    Objects.requireNonNull(title, "title is null");
    if (!(width >= 30)) {
      throw new IllegalArgumentException("width is " + width);
    }
  }

  double widthInPoints() {
    return width * 72 / 25.4;
  }
}
