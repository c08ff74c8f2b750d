package org.folding.core.data;

import java.util.Base64;
import java.util.Optional;
import org.folding.api.data.Dataset;
import org.folding.api.network.Shape;

/**
 * Shows rows of data as images where they are some, in the colours of the file: bytes as they are,
 * numbers from 0 to 1 as shades, others between the least and the greatest number of their row.
 *
 * <p>What is an image is told by the shape of a row in the file or of a model's input: height and
 * width, with 1 or 3 channels before or after them. Rows without such a shape are taken for square
 * images if their width is that of one and the file holds shades only, which is a guess.
 */
public final class RowImages {
  private static final int LEAST_SIDE = 8;
  private static final int LEAST_GUESSED_SIDE = 16;
  private static final int RGB = 3;

  /** How many rows a guess looks at. */
  private static final int LOOKED_AT = 100;

  private final ArrayDataset data;
  private final ImageLayout layout;
  private final boolean guessed;

  private RowImages(ArrayDataset data, ImageLayout layout, boolean guessed) {
    this.data = data;
    this.layout = layout;
    this.guessed = guessed;
  }

  /**
   * @param dataset the data
   * @param input the shape of the model's input
   * @return the rows as images, empty where they are none
   */
  public static Optional<RowImages> of(Dataset dataset, Shape input) {
    if (!(dataset instanceof ArrayDataset data)) {
      return Optional.empty();
    }
    Optional<ImageLayout> known = layout(data.itemShape()).or(() -> layout(input));
    if (known.isPresent()) {
      return known.map(layout -> new RowImages(data, layout, false));
    }
    return square(data.width())
        .filter(layout -> holdsShades(data))
        .map(layout -> new RowImages(data, layout, true));
  }

  private static Optional<ImageLayout> layout(Shape shape) {
    if (shape.rank() == 2) {
      return layout(1, shape.extent(0), shape.extent(1), false);
    }
    if (shape.rank() == 3 && isChannels(shape.extent(0))) {
      return layout(shape.extent(0), shape.extent(1), shape.extent(2), false);
    }
    if (shape.rank() == 3 && isChannels(shape.extent(2))) {
      return layout(shape.extent(2), shape.extent(0), shape.extent(1), true);
    }
    return Optional.empty();
  }

  private static boolean isChannels(int extent) {
    return extent == 1 || extent == RGB;
  }

  private static Optional<ImageLayout> layout(
      int channels, int height, int width, boolean interleaved) {
    return Optional.of(new ImageLayout(channels, height, width, interleaved))
        .filter(layout -> Math.min(height, width) >= LEAST_SIDE);
  }

  private static Optional<ImageLayout> square(int width) {
    for (int channels : new int[] {1, RGB}) {
      int side = (int) Math.round(Math.sqrt((double) width / channels));
      if (side >= LEAST_GUESSED_SIDE && side * side * channels == width) {
        return Optional.of(new ImageLayout(channels, side, side, false));
      }
    }
    return Optional.empty();
  }

  private static boolean holdsShades(ArrayDataset data) {
    if (data.pixels()) {
      return true;
    }
    for (int row = 0; row < Math.min(LOOKED_AT, data.rows()); row++) {
      for (int column = 0; column < data.width(); column++) {
        double value = data.fileValue(row, column);
        if (value < 0 || value > 1) {
          return false;
        }
      }
    }
    return true;
  }

  /**
   * @return how an image lies in a row
   */
  public ImageLayout layout() {
    return layout;
  }

  /**
   * @return whether nothing but the width of a row says that it is an image
   */
  public boolean guessed() {
    return guessed;
  }

  /**
   * @param row a row of the data
   * @return its image, made smaller where it is large, as a PNG file
   */
  public byte[] png(int row) {
    double[] shades = new double[data.width()];
    double least = Double.POSITIVE_INFINITY;
    double greatest = Double.NEGATIVE_INFINITY;
    for (int column = 0; column < shades.length; column++) {
      shades[column] = data.fileValue(row, column);
      least = Math.min(least, shades[column]);
      greatest = Math.max(greatest, shades[column]);
    }
    if (data.pixels()) {
      least = 0;
      greatest = 255;
    } else if (least >= 0 && greatest <= 1) {
      least = 0;
      greatest = 1;
    }
    double span = greatest > least ? greatest - least : 1;
    for (int column = 0; column < shades.length; column++) {
      shades[column] = (shades[column] - least) / span;
    }
    return layout.png(shades);
  }

  /**
   * @param row a row of the data
   * @return its image as an address that holds all of it
   */
  public String dataUri(int row) {
    return "data:image/png;base64," + Base64.getEncoder().encodeToString(png(row));
  }
}
