package org.folding.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import org.assertj.core.api.AbstractThrowableAssert;
import org.folding.api.InvalidInputException;
import org.folding.api.network.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files made byte by byte. */
final class DataFilesTest {
  private static final byte[] LABELS = Bytes.npy("|u1", "(2,)", Bytes.of(8, 200));
  private static final byte[] ROWS = Bytes.npy("|i1", "(2, 2)", Bytes.of(1, -1, 127, -128));

  @TempDir private Path folder;

  @Test
  void idxOfEveryTypeIsBigEndian() throws IOException {
    int[] one = {1, 1};
    assertThat(values("a.idx", Bytes.idx(0x08, one, Bytes.of(255)))).containsExactly(1);
    assertThat(values("b.idx", Bytes.idx(0x09, one, Bytes.of(255)))).containsExactly(-1);
    assertThat(values("c.idx", Bytes.idx(0x0B, one, Bytes.of(1, 2)))).containsExactly(258);
    assertThat(values("d.idx", Bytes.idx(0x0C, one, Bytes.of(255, 255, 255, 254))))
        .containsExactly(-2);
    assertThat(values("e.idx", Bytes.idx(0x0D, one, Bytes.of(0xBF, 0xC0, 0, 0))))
        .containsExactly(-1.5);
    assertThat(values("f.idx", Bytes.idx(0x0E, one, Bytes.of(0x40, 0x04, 0, 0, 0, 0, 0, 0))))
        .containsExactly(2.5);
  }

  @ParameterizedTest
  @CsvSource({
    "<f2, 00 3c 00 7c, Infinity",
    "<f2, 01 00, 5.960464477539063E-8",
    "<f2, ff 7b, 65504",
    "<f2, 00 c0, -2",
    ">f2, 35 55, 0.333251953125",
    "<f4, 00 00 00 c0, -2",
    ">f8, bf f8 00 00 00 00 00 00, -1.5",
    "|i1, 80, -128",
    "<i2, 00 80, -32768",
    ">i4, 80 00 00 00, -2147483648",
    "<i8, ff ff ff ff ff ff ff 7f, 9223372036854775807",
    "|u1, ff, 255",
    "<u2, ff ff, 65535",
    "<u4, ff ff ff ff, 4294967295",
    "<u8, ff ff ff ff ff ff ff ff, 18446744073709551615",
    "=u8, 01 04 00 00 00 00 00 80, 9223372036854776833",
    "|b1, 02, 1",
  })
  void npyOfEveryTypeAndOrder(String type, String hex, double expected) throws IOException {
    String[] digits = hex.split(" ", -1);
    byte[] bytes = new byte[digits.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) Integer.parseInt(digits[i], 16);
    }
    Path file = write("x.npy", Bytes.npy(type, "(1, 1)", bytes));
    if (Double.isInfinite(expected)) {
      assertRefused(write("inf.npy", Bytes.npy(type, "(2, 1)", bytes)), DataOptions.DEFAULTS)
          .hasMessageEndingWith(": row 1, column 0 (both from 0) is Infinity, not a finite number");
      return;
    }

    // A scale of one keeps uint8 as it is.
    assertThat(rows(DataFiles.read(file, DataOptions.DEFAULTS.withScale(1))))
        .containsExactly(expected);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void npyOfEveryVersion(int version) throws IOException {
    String header = "{'shape': (2, 1), 'descr': '|i1', 'fortran_order': False}";
    assertThat(values("x.npy", Bytes.npy(version, header, Bytes.of(3, 4)))).containsExactly(3, 4);
  }

  @Test
  void fortranOrderIsBroughtIntoRows() throws IOException {
    // a[i,j,k] = 100 i + 10 j + k with i running fastest.
    byte[] values = new byte[2 * 3 * 2];
    double[] expected = new double[values.length];
    for (int i = 0; i < 2; i++) {
      for (int j = 0; j < 3; j++) {
        for (int k = 0; k < 2; k++) {
          values[i + 2 * (j + 3 * k)] = (byte) (100 * i + 10 * j + k);
          expected[6 * i + 2 * j + k] = 100 * i + 10 * j + k;
        }
      }
    }
    String header = "{'descr': '|i1', 'fortran_order': True, 'shape': (2, 3, 2), }";
    Path file = write("x.npy", Bytes.npy(1, header, values));

    ArrayDataset data = DataFiles.read(file, DataOptions.DEFAULTS);

    assertThat(data.itemShape()).isEqualTo(Shape.of(3, 2));
    assertThat(rows(data)).containsExactly(expected);
  }

  @Test
  void contentDecidesWhetherAFileIsCompressed() throws IOException {
    byte[] idx = Bytes.idx(0x08, new int[] {1, 2}, Bytes.of(0, 255));

    assertThat(values("named-plainly", Bytes.gzip(idx))).containsExactly(0, 1);
    assertThat(values("x.npy.gz", Bytes.gzip(ROWS))).containsExactly(1, -1, 127, -128);
    assertThat(values("x.csv.gz", Bytes.gzip("1,2\n".getBytes(StandardCharsets.UTF_8))))
        .containsExactly(1, 2);
  }

  @Test
  void compressedFileIsNotBelievedEither() throws IOException {
    // 2^31 − 9 values are announced and three come: nothing of that size may be allocated.
    byte[] lie = Bytes.idx(0x0E, new int[] {Integer.MAX_VALUE - 8, 1}, new byte[24]);
    assertRefused(write("lie.idx.gz", Bytes.gzip(lie)), DataOptions.DEFAULTS)
        .hasMessageEndingWith(
            "has a header that announces 2147483639 values, but ends before the last: it is cut off");

    byte[] more = Bytes.idx(0x08, new int[] {1, 1}, Bytes.of(1, 2));
    assertRefused(write("more.idx.gz", Bytes.gzip(more)), DataOptions.DEFAULTS)
        .hasMessageEndingWith("goes on after the last value that its header announces");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(4294967296, 4294967296)",
        "(99999999999999999999, 1)",
        "(-1, 2)",
        "(9223372036854775807, 8)"
      })
  void impossibleShapesAreRefused(String shape) throws IOException {
    assertRefused(write("x.npy", Bytes.npy("<f8", shape, new byte[16])), DataOptions.DEFAULTS)
        .hasMessageContaining("damaged");
  }

  @Test
  void rowsOfNothingAndSingleAxesAreRefused() throws IOException {
    assertRefused(write("x.npy", Bytes.npy("<f8", "(3, 0)")), DataOptions.DEFAULTS)
        .hasMessageEndingWith("has rows of no values: its shape is [3,0]");
    assertRefused(write("x.npy", LABELS), DataOptions.DEFAULTS)
        .hasMessageEndingWith(
            "has one axis, shape [2], as labels have; rows of data need two or more:"
                + " [rows,values]");
  }

  @ParameterizedTest
  @ValueSource(ints = {ZipEntry.STORED, ZipEntry.DEFLATED})
  void membersOfNpzAreChosenByName(int method) throws IOException {
    Path both = write("x.npz", Bytes.npz(method, ROWS, LABELS));

    ArrayDataset data =
        DataFiles.read(both, DataOptions.DEFAULTS.withMember("a").withLabelMember("b.npy"));

    assertThat(rows(data)).containsExactly(1, -1, 127, -128);
    assertThat(List.of(data.label(0), data.label(1))).containsExactly(8, 200);
    assertThat(DataFiles.read(both, DataOptions.DEFAULTS.withLabelMember("b")).labelled()).isTrue();
    assertThat(values("one.npz", Bytes.npz(method, ROWS))).containsExactly(1, -1, 127, -128);
    assertRefused(both, DataOptions.DEFAULTS)
        .hasMessageEndingWith("has several members: a, b; name the one to read in 'data.member'");
    assertRefused(write("x.npy", ROWS), DataOptions.DEFAULTS.withLabels(both))
        .hasMessageEndingWith("members: a, b; name the one to read in 'data.labels.member'");
    assertRefused(both, DataOptions.DEFAULTS.withMember("x"))
        .hasMessageEndingWith("has no member 'x', only a, b");
  }

  @Test
  void damagedNpzIsRefused() throws IOException {
    byte[] stored = Bytes.npz(ZipEntry.STORED, ROWS);
    int value = stored.length;
    while (stored[--value] != (byte) 0x80) {
      // Up to the last of the values.
    }
    stored[value] = 5;
    assertRefused(write("x.npz", stored), DataOptions.DEFAULTS)
        .hasMessageEndingWith("member 'a', is damaged: its checksum is wrong");
    assertRefused(write("cut.npz", Arrays.copyOf(stored, 60)), DataOptions.DEFAULTS)
        .hasMessageContaining("is damaged");
    assertRefused(write("text.npz", Bytes.of('a', 'b', 'c', 'd')), DataOptions.DEFAULTS)
        .hasMessageEndingWith("is not .npz: it is no zip file");
    assertRefused(
            write("x.npz.gz", Bytes.gzip(Bytes.npz(ZipEntry.STORED, ROWS))), DataOptions.DEFAULTS)
        .hasMessageContaining("unpack the gzip");
  }

  @Test
  void csvWithHeaderAndQuotesAndLabelColumn() throws IOException {
    Path file = csv("\uFEFF x , y,class\r\n1.5,\"-2e3\",7\r\n\r\n.5, 4 ,-1");

    ArrayDataset data = DataFiles.read(file, DataOptions.DEFAULTS.withLabelColumn("class"));

    assertThat(rows(data)).containsExactly(1.5, -2000, 0.5, 4);
    assertThat(List.of(data.label(0), data.label(1))).containsExactly(7, -1);
    assertThat(rows(DataFiles.read(file, DataOptions.DEFAULTS)))
        .containsExactly(1.5, -2000, 7, 0.5, 4, -1);
  }

  @Test
  void labelColumnMayBeAnIndex() throws IOException {
    ArrayDataset data =
        DataFiles.read(csv("5,1.5\n6,2.5\n"), DataOptions.DEFAULTS.withLabelColumn("0"));

    assertThat(rows(data)).containsExactly(1.5, 2.5);
    assertThat(List.of(data.label(0), data.label(1))).containsExactly(5, 6);
  }

  @Test
  void headerMayHaveNumbersWhereItNamesTheLabels() throws IOException {
    Path file = csv("label,0,1\n3,7,8\n");

    assertThat(rows(DataFiles.read(file, DataOptions.DEFAULTS.withLabelColumn("label"))))
        .containsExactly(7, 8);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1,2\\n3,nan\\n | , line 2, column 2 (row 1): 'nan' is not a finite number",
        "a,b\\n1,1e999\\n | , line 2, column 2 (row 0): '1e999' is beyond the greatest float64, 1.8e308",
        "a,b\\n1,0x10\\n | , line 2, column 2 (row 0): '0x10' is not a finite number",
        "a,b\\n1,\\n | , line 2, column 2 (row 0): '' is not a finite number",
        "a;b\\n1;2\\n | , line 2, column 1 (row 0): '1;2' is not a finite number; cells are"
            + " separated by commas",
        "1,2\\n1,2,3\\n | , line 2 (row 1) has 3 cells but the first line has 2",
        "a,b\\n | has no rows of numbers below its header",
        "\\n\\n | is empty: it must hold rows of numbers",
        "1,2\\n\"1\"x,2\\n | , line 2 is not CSV: its quotes do not match",
      })
  void brokenCsvIsRefusedByLineAndColumn(String text, String message) throws IOException {
    assertRefused(csv(text.replace("\\n", "\n")), DataOptions.DEFAULTS)
        .hasMessageContaining("x.csv" + (message.startsWith(",") ? "" : " ") + message);
  }

  @Test
  void csvThatIsNoTextIsRefused() throws IOException {
    assertRefused(write("x.csv", Bytes.of('1', ',', 0xff, 0xfe, '\n')), DataOptions.DEFAULTS)
        .hasMessageEndingWith("x.csv is not text in UTF-8");
  }

  @Test
  void labelsThatAreWordsAreRefusedAsLabels() throws IOException {
    Path rows = write("x.npy", ROWS);
    Path words = write("words.csv", "label\n\"dig,7\"\n8\n".getBytes(StandardCharsets.UTF_8));
    Path text = write("text.npy", Bytes.npy("<U1", "(2,)", Bytes.of('a', 0, 0, 0, 'b', 0, 0, 0)));

    assertRefused(csv("a,b,class\n1,2,cat\n"), DataOptions.DEFAULTS.withLabelColumn("class"))
        .hasMessageEndingWith(
            "x.csv, line 2, column 3 (row 0): 'cat' is no label; labels are whole numbers, so give"
                + " each class one");
    assertRefused(rows, DataOptions.DEFAULTS.withLabels(words))
        .hasMessage(
            words
                + ", line 2, column 1 (row 0): 'dig,7' is no label; labels are whole numbers, so"
                + " give each class one");
    assertRefused(rows, DataOptions.DEFAULTS.withLabels(text))
        .hasMessageStartingWith(text + " holds values of NumPy type '<U1' but must hold whole or")
        .hasMessageEndingWith(
            "; labels are whole numbers, too: numpy.unique(labels, return_inverse=True)[1] numbers"
                + " the classes");
    // Another column is none of labels.
    assertRefused(csv("a,b,class\nx,2,1\n"), DataOptions.DEFAULTS.withLabelColumn("class"))
        .hasMessageContaining("'x' is not a finite number");
  }

  @Test
  void wrongLabelColumnIsRefusedWithTheRightOnes() throws IOException {
    assertRefused(csv("a,b\n1,2\n"), DataOptions.DEFAULTS.withLabelColumn("c"))
        .hasMessageEndingWith(
            "has no label column 'c': name one of its header (a, b), or give its index from 0 to"
                + " 1");
    assertRefused(csv("1\n2\n"), DataOptions.DEFAULTS.withLabelColumn("0"))
        .hasMessageEndingWith("has no column besides that of the labels");
    assertRefused(write("x.npy", ROWS), DataOptions.DEFAULTS.withLabelColumn("0"))
        .hasMessageEndingWith("is not CSV and has no label column '0'");
  }

  @Test
  void labelsComeFromFilesOfEveryFormat() throws IOException {
    Path file = write("x.npy", ROWS);
    byte[] column = Bytes.npy("<i2", "(2, 1)", Bytes.of(8, 0, 200, 0));

    for (Path labels :
        List.of(
            write("labels.npy", LABELS),
            write("column.npy", column),
            write(
                "labels.idx1-ubyte.gz",
                Bytes.gzip(Bytes.idx(0x08, new int[] {2}, Bytes.of(8, 200)))),
            write("labels.csv", "digit\n8\n200\n".getBytes(StandardCharsets.UTF_8)),
            write("labels.npz", Bytes.npz(ZipEntry.DEFLATED, LABELS)))) {
      ArrayDataset data = DataFiles.read(file, DataOptions.DEFAULTS.withLabels(labels));
      assertThat(List.of(data.label(0), data.label(1))).containsExactly(8, 200);
      assertThat(data.files()).containsExactly(file, labels);
    }
  }

  @Test
  void labelsThatDoNotFitAreRefused() throws IOException {
    Path file = write("x.npy", ROWS);
    Path fraction = write("f.csv", "1\n1.5\n".getBytes(StandardCharsets.UTF_8));
    Path three = write("t.csv", "1\n2\n3\n".getBytes(StandardCharsets.UTF_8));

    assertRefused(file, DataOptions.DEFAULTS.withLabels(fraction))
        .hasMessage(fraction + ": the label of row 1 is 1.5, not a whole number of 32 bits");
    assertRefused(file, DataOptions.DEFAULTS.withLabels(three))
        .hasMessage(three + " has 3 labels but " + file + " has 2 rows");
    assertRefused(file, DataOptions.DEFAULTS.withLabels(file))
        .hasMessage(file + " has shape [2,2], but labels are one number a row");
    assertThatThrownBy(() -> DataFiles.read(file, DataOptions.DEFAULTS).label(0))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void normalisationIsThatOfTorchvision() throws IOException {
    // Two rows of two channels of 1 x 2 pixels.
    byte[] pixels = Bytes.of(0, 51, 102, 255, 255, 0, 51, 102);
    Path file = write("x.idx", Bytes.idx(0x08, new int[] {2, 2, 1, 2}, pixels));

    assertThat(rows(DataFiles.read(file, normalized(List.of(0.5, 0.25), List.of(0.5, 2.0)))))
        .containsExactly(
            (0 / 255.0 - 0.5) / 0.5,
            (51 / 255.0 - 0.5) / 0.5,
            (102 / 255.0 - 0.25) / 2,
            (255 / 255.0 - 0.25) / 2,
            (255 / 255.0 - 0.5) / 0.5,
            (0 / 255.0 - 0.5) / 0.5,
            (51 / 255.0 - 0.25) / 2,
            (102 / 255.0 - 0.25) / 2);
    assertThat(rows(DataFiles.read(file, normalized(List.of(0.5), List.of(1.0, 2.0, 3.0, 4.0)))))
        .startsWith(-0.5, (51 / 255.0 - 0.5) / 2, (102 / 255.0 - 0.5) / 3, 0.5 / 4);
    assertThat(rows(DataFiles.read(file, DataOptions.DEFAULTS.withScale(2))))
        .startsWith(0, 102, 204, 510);
  }

  @Test
  void normalisationThatDoesNotFitIsRefused() throws IOException {
    Path file = write("x.npy", ROWS);

    assertRefused(file, normalized(List.of(1.0, 2.0, 3.0), List.of()))
        .hasMessage(file + ": mean has 3 values but must have 1 or 2, as a row has shape [2]");
    assertRefused(file, normalized(List.of(), List.of(0.0)))
        .hasMessage(file + ": std is 0, but rows are divided by it");
    assertRefused(file, DataOptions.DEFAULTS.withScale(1e307))
        .hasMessage(file + ": row 1, column 0 (both from 0) is 127.0, too great to be scaled");
  }

  @Test
  void rowsAreCopiedWhereAsked() throws IOException {
    ArrayDataset data = DataFiles.read(write("x.npy", ROWS), DataOptions.DEFAULTS);
    double[] target = {9, 9, 9, 9};

    data.copyRow(1, target, 1);

    assertThat(target).containsExactly(9, 127, -128, 9);
    assertThatThrownBy(() -> data.copyRow(2, target, 0))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void otherFilesAreRefused() throws IOException {
    assertRefused(folder.resolve("none.npy"), DataOptions.DEFAULTS)
        .hasMessageEndingWith("none.npy is not there");
    assertRefused(folder, DataOptions.DEFAULTS).hasMessage(folder + " is a folder, not a file");
    assertRefused(write("x.txt", Bytes.of('1', ',', '2')), DataOptions.DEFAULTS)
        .hasMessageContaining("is in no format known");
    assertRefused(write("x.idx3-ubyte", Bytes.of()), DataOptions.DEFAULTS)
        .hasMessageEndingWith("ends within the four bytes that IDX starts with");
  }

  private static DataOptions normalized(List<Double> mean, List<Double> std) {
    return DataOptions.DEFAULTS.withNormalization(mean, std);
  }

  private Path write(String name, byte... bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  private Path csv(String text) throws IOException {
    return write("x.csv", text.getBytes(StandardCharsets.UTF_8));
  }

  private double[] values(String name, byte... bytes) throws IOException {
    return rows(DataFiles.read(write(name, bytes), DataOptions.DEFAULTS));
  }

  private static double[] rows(ArrayDataset data) {
    double[] rows = new double[data.rows() * data.width()];
    for (int row = 0; row < data.rows(); row++) {
      data.copyRow(row, rows, row * data.width());
    }
    return rows;
  }

  private static AbstractThrowableAssert<?, ? extends Throwable> assertRefused(
      Path file, DataOptions options) {
    return assertThatThrownBy(() -> DataFiles.read(file, options))
        .isInstanceOf(InvalidInputException.class);
  }
}
