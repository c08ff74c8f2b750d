package org.folding.core.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.folding.api.InvalidInputException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GrowingFileTest {
  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void nameTheFile() {
    file = folder.resolve("paths.csv");
  }

  /** Parts that are shorter and longer than any buffer, in an order by chance. */
  @Test
  void holdsEveryByteInOrder() throws IOException {
    Random random = new Random(7);
    byte[] all = new byte[700_000];
    random.nextBytes(all);
    try (GrowingFile growing = new GrowingFile(file)) {
      int at = 0;
      while (at < all.length) {
        int most = random.nextInt(10) == 0 ? 200_000 : 9_000;
        byte[] part = new byte[Math.min(random.nextInt(most), all.length - at)];
        System.arraycopy(all, at, part, 0, part.length);
        growing.write(part);
        at += part.length;
      }
    }

    assertThat(file).hasBinaryContent(all);
  }

  @Test
  void whatIsSettledIsInTheFile() throws IOException {
    try (GrowingFile growing = new GrowingFile(file)) {
      assertThat(growing.settled()).isZero();
      growing.write(bytes("abc"));
      assertThat(growing.settled()).isEqualTo(3);
      assertThat(file).hasContent("abc");
      growing.write(bytes("de"));
      assertThat(growing.settled()).isEqualTo(5);
      assertThat(file).hasContent("abcde");
    }
  }

  @Test
  void goesOnWhereItIsToldAndDropsWhatIsBehind() throws IOException {
    Files.writeString(file, "abcdef");
    try (GrowingFile growing = new GrowingFile(file)) {
      assertThat(file).hasContent("abcdef");
      growing.startAt(2);
      growing.write(bytes("xy"));
      assertThat(growing.settled()).isEqualTo(4);
    }
    assertThat(file).hasContent("abxy");
    try (GrowingFile growing = new GrowingFile(file)) {
      growing.startAt(4);
      growing.write(bytes("z"));
    }
    assertThat(file).hasContent("abxyz");
  }

  @Test
  void refusesToGoOnBehindTheEnd() throws IOException {
    Files.writeString(file, "abc");
    try (GrowingFile growing = new GrowingFile(file)) {
      assertThatThrownBy(() -> growing.startAt(4))
          .isInstanceOf(InvalidInputException.class)
          .hasMessage(
              "output: "
                  + file
                  + " cannot be written: IOException: it has 3 bytes but had 4 when the run was"
                  + " stopped");
    }
  }

  @Test
  void closesTwice() throws IOException {
    GrowingFile growing = new GrowingFile(file);
    growing.write(bytes("abc"));
    growing.close();
    growing.close();

    assertThat(file).hasContent("abc");
    assertThatThrownBy(growing::settled)
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith("output: " + file + " cannot be written: ");
  }

  @Test
  void tellsWhichFileCannotBeOpened() {
    assertThatThrownBy(() -> new GrowingFile(folder).close())
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith("output: " + folder + " cannot be written: ");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
