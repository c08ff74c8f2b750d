package org.folding.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.folding.api.InvalidInputException;
import org.folding.api.network.Shape;
import org.folding.engine.testing.SharedFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Real files, and files broken in the ways that files are. */
final class SharedDataFilesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "bad-magic.idx3-ubyte | is not IDX: it starts with bytes",
        "bad-type.idx3-ubyte | has IDX type 0x07, which does not exist",
        "bad-ndim.idx3-ubyte | has an IDX header of 255 axes, but 1 to 32 would be right",
        "little-endian.idx3-ubyte | has its IDX header in little-endian order",
        "truncated.idx3-ubyte | has a header that announces shape [100,28,28] of 1-byte values, 78416 bytes with"
            + " the header, but the file has 39229: it is cut off",
        "huge-count.idx3-ubyte | has a header that announces shape [4294967295,28,28] of 1-byte values",
        "header-only.idx3-ubyte | has no rows: its shape is [0,28,28]",
        "trailing.idx3-ubyte | bytes with the header, but the file has 78419: it is too long",
        "labels-as-images.idx3-ubyte | has a header that announces shape [10000] of 1-byte values, 10008"
            + " bytes with the header, but the file has 200",
        "labels-short.idx1-ubyte | has one axis, shape [99], as labels have; rows of data need two",
        "truncated-gzip.idx3-ubyte.gz | is cut off: its compressed stream ends too early",
        "not-gzip.idx3-ubyte.gz | is not gzip-compressed: compress it, or take .gz off its name",
        "corrupt-gzip.idx1-ubyte.gz | is damaged:",
        "complex.npy | holds values of NumPy type '<c8' but must hold",
        "strings.npy | holds values of NumPy type '<U",
        "object.npy | holds values of NumPy type '",
        "structured.npy | holds records of several fields",
        "truncated.npy | has a header that announces shape [8,784] of 4-byte values, 25216 bytes with the header, but the file has"
            + " 12608: it is cut off",
        "header-cut.npy | ends within its .npy header",
        "bad-magic.npy | is not .npy: it does not start with",
        "version-9.npy | is .npy of version 9.0, but known are versions 1 to 3",
        "nan.npy | : row 0, column",
        "zero-rows.npy | has no rows: its shape is [0,784]",
        "scalar.npy | holds a single number; rows of data need two axes",
        "ragged.csv | , line 2 (row 1) has 1 cell but the first line has 2",
        "text.csv | , line 1, column 2 (row 0): 'abc' is not a finite number",
        "empty.csv | is empty: it must hold rows of numbers",
        "decimal-comma.csv | , line 1, column 2 (row 0): '1;0' is not a finite number; cells are"
            + " separated by commas and decimals have a point",
      })
  void brokenFilesAreRefusedInOneLine(String name, String message) {
    Path file = SharedFiles.find("bad/" + name);

    assertThatThrownBy(() -> DataFiles.read(file, DataOptions.DEFAULTS))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith(file.toString())
        .hasMessageContaining(message)
        .message()
        .doesNotContain("\n");
  }

  @Test
  void tooFewLabelsAreRefusedWithBothNumbers() {
    Path labels = SharedFiles.find("bad/labels-short.idx1-ubyte");
    Path images = SharedFiles.find("bad/good-100.idx3-ubyte");

    assertThatThrownBy(() -> DataFiles.read(images, DataOptions.DEFAULTS.withLabels(labels)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(labels + " has 99 labels but " + images + " has 100 rows");
  }

  @Test
  void imagesAreScaledToTheUnitInterval() throws IOException {
    Path file = SharedFiles.find("bad/good-100.idx3-ubyte");
    byte[] bytes = Files.readAllBytes(file);

    ArrayDataset data = DataFiles.read(file, DataOptions.DEFAULTS);

    assertThat(data.rows()).isEqualTo(100);
    assertThat(data.itemShape()).isEqualTo(Shape.of(28, 28));
    double[] row = new double[784];
    for (int i = 0; i < 100; i++) {
      data.copyRow(i, row, 0);
      for (int j = 0; j < 784; j++) {
        assertThat(row[j]).isEqualTo((bytes[16 + i * 784 + j] & 0xff) / 255.0);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"good-8x784", "fortran", "bigendian", "float16", "bool", "int64"})
  void arraysOfEveryKindHoldTheSameImages(String name) throws IOException {
    Path file = SharedFiles.find("bad/" + name + ".npy");
    byte[] bytes = Files.readAllBytes(SharedFiles.find("bad/good-8x784.npy"));
    ByteBuffer plain =
        ByteBuffer.wrap(bytes, bytes.length - 8 * 784 * 4, 8 * 784 * 4)
            .slice()
            .order(ByteOrder.LITTLE_ENDIAN);

    ArrayDataset data = DataFiles.read(file, DataOptions.DEFAULTS);

    assertThat(data.rows()).isEqualTo(8);
    double[] row = new double[784];
    for (int i = 0; i < 8; i++) {
      data.copyRow(i, row, 0);
      for (int j = 0; j < 784; j++) {
        double expected = plain.getFloat(4 * (784 * i + j));
        switch (name) {
          case "float16" -> assertThat(row[j]).isCloseTo(expected, within(0x1p-12));
          case "bool" -> assertThat(row[j]).isEqualTo(expected > 0.5 ? 1 : 0);
          case "int64" -> assertThat(row[j]).isEqualTo(Math.rint(255 * expected));
          default -> assertThat(row[j]).isEqualTo(expected);
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "one-row.npy, 1, 784",
    "wrong-width.npy, 8, 700",
    "good.csv, 2, 2",
    "crlf-bom.csv, 2, 2"
  })
  void otherSizesAreRead(String name, int rows, int width) {
    ArrayDataset data = DataFiles.read(SharedFiles.find("bad/" + name), DataOptions.DEFAULTS);

    assertThat(data.rows()).isEqualTo(rows);
    assertThat(data.width()).isEqualTo(width);
  }

  @Test
  void wholeTrainingSetIsReadWithItsLabels() throws IOException {
    Path images = SharedFiles.find("mnist/train-images-idx3-ubyte.gz");
    Path labels = SharedFiles.find("mnist/train-labels-idx1-ubyte.gz");

    ArrayDataset data = DataFiles.read(images, DataOptions.DEFAULTS.withLabels(labels));

    assertThat(data.rows()).isEqualTo(60_000);
    assertThat(data.files()).containsExactly(images, labels);
    try (GZIPInputStream pixels = new GZIPInputStream(Files.newInputStream(images));
        GZIPInputStream digits = new GZIPInputStream(Files.newInputStream(labels))) {
      byte[] allDigits = digits.readAllBytes();
      pixels.skipNBytes(16);
      double[] row = new double[784];
      for (int i = 0; i < 60_000; i++) {
        byte[] image = pixels.readNBytes(784);
        data.copyRow(i, row, 0);
        boolean same = data.label(i) == allDigits[8 + i];
        for (int j = 0; j < 784; j++) {
          same &= row[j] == (image[j] & 0xff) / 255.0;
        }
        assertThat(same).as("row " + i).isTrue();
      }
    }
  }
}
