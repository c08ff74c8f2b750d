package org.folding.core.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;
import org.folding.api.InvalidInputException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CheckpointTest {
  private static final Map<String, String> IDENTITY = Map.of("model", "net.onnx");

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void nameTheFile() {
    file = folder.resolve("run.checkpoint");
  }

  @Test
  void readsWhatWasWritten() throws IOException {
    Map<String, String> identity = new LinkedHashMap<>();
    for (String name : List.of("model", "größe 大小", "data", "paths", "a", "b")) {
      identity.put(name, "value of " + name);
    }
    // As a vector of an image's size, which is longer than writeUTF allows.
    identity.put("long", "0.5,".repeat(30_000));
    write(new Checkpoint(identity, 1L << 40, 0.1), 7, 8);

    try (Checkpoint.Stored stored = Checkpoint.open(file)) {
      assertThat(stored.checkpoint().done()).isEqualTo(1L << 40);
      assertThat(stored.checkpoint().seconds()).isEqualTo(0.1);
      assertThat(stored.checkpoint().identity()).containsExactlyEntriesOf(identity);
      assertThat(stored.states().readInt()).isEqualTo(7);
      assertThat(stored.states().readInt()).isEqualTo(8);
    }
    assertThat(folder.toFile().list()).containsExactly("run.checkpoint");
  }

  @Test
  void theIdentityIsThatOfTheMomentOfWriting() {
    Map<String, String> identity = new LinkedHashMap<>(IDENTITY);
    Checkpoint checkpoint = new Checkpoint(identity, 1, 1);
    identity.put("data", "x.csv");

    assertThat(checkpoint.identity()).isEqualTo(IDENTITY);
  }

  @Test
  void theNextReplacesTheOneBefore() throws IOException {
    write(new Checkpoint(IDENTITY, 10, 1), 7);
    write(new Checkpoint(IDENTITY, 20, 2), 9);

    try (Checkpoint.Stored stored = Checkpoint.open(file)) {
      assertThat(stored.checkpoint().done()).isEqualTo(20);
      assertThat(stored.states().readInt()).isEqualTo(9);
    }
  }

  @Test
  void theOneBeforeStaysWhereTheNextCannotBeWritten() {
    write(new Checkpoint(IDENTITY, 10, 1), 7);
    Saveable failing =
        out -> {
          out.writeInt(9);
          throw new IOException("no space left");
        };

    assertThatThrownBy(() -> new Checkpoint(IDENTITY, 20, 2).write(file, List.of(failing)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("output: " + file + " cannot be written: IOException: no space left");
    try (Checkpoint.Stored stored = Checkpoint.open(file)) {
      assertThat(stored.checkpoint().done()).isEqualTo(10);
    }
  }

  /** A bit of each byte in turn: of the head, the identity, the states and the checksum. */
  @Test
  void aDamagedByteIsFound() throws IOException {
    write(new Checkpoint(IDENTITY, 10, 1), 7);
    byte[] whole = Files.readAllBytes(file);
    for (int i = 0; i < whole.length; i++) {
      byte[] damaged = whole.clone();
      damaged[i] ^= 1;
      Files.write(file, damaged);

      refused(i < 4 ? "it is damaged" : "it is damaged: its checksum is wrong");
    }
  }

  @Test
  void aFileThatWasCutShortIsFound() throws IOException {
    write(new Checkpoint(IDENTITY, 10, 1), 7);
    byte[] whole = Files.readAllBytes(file);
    for (int length = 0; length < whole.length; length++) {
      Files.write(file, Arrays.copyOf(whole, length));

      refused(length < 16 ? "it is damaged" : "it is damaged: its checksum is wrong");
    }
  }

  /** Version 2, which earlier programs wrote, held other states of a study's networks. */
  @Test
  void anotherVersionIsRefused() throws IOException {
    write(new Checkpoint(IDENTITY, 10, 1), 7);
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
    int body = bytes.capacity() - Long.BYTES;
    bytes.putInt(Integer.BYTES, 2);
    CRC32C sum = new CRC32C();
    sum.update(bytes.array(), 0, body);
    bytes.putLong(body, sum.getValue());
    Files.write(file, bytes.array());

    refused("another version of folding has written it");
  }

  @Test
  void aFileThatIsGoneIsToldOf() {
    refused(file.toString());
  }

  private void refused(String why) {
    assertThatThrownBy(() -> Checkpoint.open(file).close())
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            "output: the run cannot resume from checkpoint "
                + file
                + ": "
                + why
                + "; discard the unfinished results");
  }

  private void write(Checkpoint checkpoint, int... states) {
    checkpoint.write(
        file,
        Arrays.stream(states).mapToObj(state -> (Saveable) out -> out.writeInt(state)).toList());
  }
}
