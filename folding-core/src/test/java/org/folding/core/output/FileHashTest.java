package org.folding.core.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.folding.api.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against examples of FIPS 180-2, appendix B: "abc", nothing, and a million times the letter a. */
final class FileHashTest {
  @TempDir private Path folder;

  @Test
  void isTheSha256OfTheWholeFile() throws IOException {
    assertThat(hash("abc"))
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assertThat(hash(""))
        .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    assertThat(hash("a".repeat(1_000_000)))
        .isEqualTo("cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
  }

  @Test
  void namesTheFileAbsolutely() throws IOException {
    Path file = Files.writeString(folder.resolve("x"), "abc");

    assertThat(FileHash.of(folder.resolve("./x")).file()).isEqualTo(file.toAbsolutePath());
  }

  @Test
  void tellsWhichFileCannotBeRead() {
    Path gone = folder.resolve("gone");

    assertThatThrownBy(() -> FileHash.of(gone))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith(gone + " cannot be read: ");
  }

  private String hash(String content) throws IOException {
    return FileHash.of(Files.writeString(folder.resolve("x"), content)).sha256();
  }
}
