package org.folding.core.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.folding.api.data.Dataset;
import org.folding.api.network.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RowImagesTest {
  @TempDir private Path folder;

  @Test
  void bytesKeepTheirShades() throws IOException {
    byte[] pixels = new byte[2 * 80];
    pixels[80] = 17; // row 1, line 0, column 0
    pixels[80 + 10 + 3] = (byte) 200; // line 1, column 3
    Dataset data = read(Bytes.idx(8, new int[] {2, 8, 10}, pixels), "images-idx3-ubyte");

    RowImages images = RowImages.of(data, Shape.of(80)).orElseThrow();
    BufferedImage image = png(images, 1);

    assertThat(images.guessed()).isFalse();
    assertThat(List.of(image.getWidth(), image.getHeight())).containsExactly(10, 8);
    assertThat(image.getRaster().getSample(0, 0, 0)).isEqualTo(17);
    assertThat(image.getRaster().getSample(3, 1, 0)).isEqualTo(200);
    assertThat(image.getRaster().getSample(4, 1, 0)).isZero();
  }

  @Test
  void channelsMayComeFirstOrLast() throws IOException {
    byte[] first = new byte[3 * 64];
    first[64 + 9] = (byte) 255; // green of line 1, column 1
    byte[] last = new byte[3 * 64];
    last[3 * 9 + 1] = (byte) 255;

    for (Dataset data :
        List.of(
            read(Bytes.npy("|u1", "(1, 3, 8, 8)", first), "first.npy"),
            read(Bytes.npy("|u1", "(1, 8, 8, 3)", last), "last.npy"))) {
      BufferedImage image = png(RowImages.of(data, Shape.of(192)).orElseThrow(), 0);

      assertThat(image.getRGB(1, 1)).isEqualTo(0xff00ff00);
      assertThat(image.getRGB(0, 0)).isEqualTo(0xff000000);
    }
  }

  @Test
  void theShapeOfTheModelsInputTellsWhatFlatRowsAre() throws IOException {
    Dataset data = read(floats(100, -1, 3), "rows.npy");

    RowImages images = RowImages.of(data, Shape.of(1, 10, 10)).orElseThrow();
    BufferedImage image = png(images, 0);

    assertThat(images.guessed()).isFalse();
    // The least number, −1, is black and the greatest, 3, white.
    assertThat(image.getRaster().getSample(0, 0, 0)).isZero();
    assertThat(image.getRaster().getSample(9, 9, 0)).isEqualTo(255);
  }

  @Test
  void squareRowsOfShadesAreGuessedToBeImages() throws IOException {
    Optional<RowImages> shades = RowImages.of(read(floats(784, 0, 1), "a.npy"), Shape.of(784));
    assertThat(shades.orElseThrow().guessed()).isTrue();
    assertThat(shades.orElseThrow().layout()).isEqualTo(new ImageLayout(1, 28, 28, false));
    assertThat(
            RowImages.of(read(floats(3072, 0, 1), "b.npy"), Shape.of(3072)).orElseThrow().layout())
        .isEqualTo(new ImageLayout(3, 32, 32, false));

    assertThat(RowImages.of(read(floats(784, -1, 1), "c.npy"), Shape.of(784))).isEmpty();
    assertThat(RowImages.of(read(floats(783, 0, 1), "d.npy"), Shape.of(783))).isEmpty();
    assertThat(RowImages.of(read(floats(4, 0, 1), "e.npy"), Shape.of(4))).isEmpty();
  }

  /** 200 × 130 pixels become 50 × 32: each the mean of 4 × 4. */
  @Test
  void largeImagesAreMadeSmaller() throws IOException {
    byte[] pixels = new byte[130 * 200];
    pixels[0] = (byte) 160;
    Dataset data = read(Bytes.npy("|u1", "(1, 130, 200)", pixels), "large.npy");

    BufferedImage image = png(RowImages.of(data, Shape.of(26000)).orElseThrow(), 0);

    assertThat(List.of(image.getWidth(), image.getHeight())).containsExactly(50, 32);
    assertThat(image.getRaster().getSample(0, 0, 0)).isEqualTo(10);
  }

  private static BufferedImage png(RowImages images, int row) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(images.png(row)));
  }

  /** One row of float32 values that rise evenly from the least to the greatest. */
  private static byte[] floats(int width, double least, double greatest) {
    ByteBuffer values = ByteBuffer.allocate(4 * width).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < width; i++) {
      values.putFloat((float) (least + (greatest - least) * i / (width - 1)));
    }
    return Bytes.npy("<f4", "(1, " + width + ")", values.array());
  }

  private Dataset read(byte[] bytes, String name) throws IOException {
    return DataFiles.read(Files.write(folder.resolve(name), bytes), DataOptions.DEFAULTS);
  }
}
