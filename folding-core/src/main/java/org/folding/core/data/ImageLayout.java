package org.folding.core.data;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * How an image lies in a row of numbers, row-major.
 *
 * @param channels 1 for shades of grey, 3 for red, green and blue
 * @param height the number of lines
 * @param width the number of columns
 * @param interleaved whether the channels of a pixel stand together, as in [height, width, 3]; else
 *     one image follows the other, as in [3, height, width]
 */
public record ImageLayout(int channels, int height, int width, boolean interleaved) {
  private static final int LARGEST_SIDE = 64;

  /**
   * Draws an image. A large one is made smaller by a whole number, averaging, until no side has
   * more than 64 pixels.
   *
   * @param shades channels · height · width numbers, 0 for dark to 1 for bright
   * @return a PNG file
   */
  byte[] png(double[] shades) {
    int factor = 1 + (Math.max(height, width) - 1) / LARGEST_SIDE;
    int lines = Math.max(1, height / factor);
    int columns = Math.max(1, width / factor);
    BufferedImage image = new BufferedImage(columns, lines, type());
    int[] pixel = new int[channels];
    for (int y = 0; y < lines; y++) {
      for (int x = 0; x < columns; x++) {
        for (int channel = 0; channel < channels; channel++) {
          pixel[channel] = (int) Math.round(255 * mean(shades, channel, y, x, factor));
        }
        image.getRaster().setPixel(x, y, pixel);
      }
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    // Not by a file, which the disk might have no room for.
    try (ImageOutputStream stream = new MemoryCacheImageOutputStream(bytes)) {
      ImageIO.write(image, "png", stream);
    } catch (IOException e) {
      throw new UncheckedIOException("an array refuses bytes", e);
    }
    return bytes.toByteArray();
  }

  private int type() {
    return channels == 1 ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_INT_RGB;
  }

  private double mean(double[] shades, int channel, int y, int x, int factor) {
    double sum = 0;
    int count = 0;
    for (int line = y * factor; line < Math.min(height, (y + 1) * factor); line++) {
      for (int column = x * factor; column < Math.min(width, (x + 1) * factor); column++) {
        sum += shades[index(channel, line, column)];
        count++;
      }
    }
    return sum / count;
  }

  private int index(int channel, int line, int column) {
    return interleaved
        ? (line * width + column) * channels + channel
        : (channel * height + line) * width + column;
  }
}
