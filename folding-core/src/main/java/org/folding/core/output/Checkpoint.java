package org.folding.core.output;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;
import org.folding.api.InvalidInputException;
import org.folding.api.Problem;
import org.folding.core.problem.RunRemedy;

/**
 * How far a run has come: the state of its parts after the paths 0 to {@code done} − 1. A file of
 * it is replaced as a whole, so there is always one that can be read.
 *
 * @param identity what decides over the run's numbers, as text by name; a run may only go on from a
 *     checkpoint with the same
 * @param done how many paths are done
 * @param seconds how long they took, over all processes
 */
public record Checkpoint(Map<String, String> identity, long done, double seconds) {
  private static final int MAGIC = 0xF01D_C4E7;
  private static final int VERSION = 5;

  /** Keeps the order of the identity. */
  public Checkpoint {
    identity = new LinkedHashMap<>(identity);
  }

  /** Writes it, and the state of its parts; the file before stays until this one is on the disk. */
  public void write(Path file, List<? extends Saveable> parts) {
    Path next = HiddenFiles.next(file);
    try {
      CRC32C sum = new CRC32C();
      try (FileOutputStream stream = new FileOutputStream(next.toFile());
          BufferedOutputStream buffer = new BufferedOutputStream(stream, 1 << 16);
          CheckedOutputStream checked = new CheckedOutputStream(buffer, sum);
          DataOutputStream out = new DataOutputStream(checked)) {
        writeHead(out);
        for (Saveable part : parts) {
          part.save(out);
        }
        out.writeLong(sum.getValue());
        out.flush();
        stream.getFD().sync();
      }
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw OutputFolder.unwritable(file, e);
    }
  }

  private void writeHead(DataOutputStream out) throws IOException {
    out.writeInt(MAGIC);
    out.writeInt(VERSION);
    out.writeInt(identity.size());
    for (Map.Entry<String, String> entry : identity.entrySet()) {
      writeText(entry.getKey(), out);
      writeText(entry.getValue(), out);
    }
    out.writeLong(done);
    out.writeDouble(seconds);
  }

  /** Not writeUTF, which ends at 64 KiB: a property may hold a vector of an image's size. */
  private static void writeText(String text, DataOutputStream out) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static String readText(DataInputStream in) throws IOException {
    byte[] bytes = new byte[in.readInt()];
    in.readFully(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** A checkpoint that is read: first this, then what each part saved. */
  public record Stored(Checkpoint checkpoint, DataInputStream states) implements AutoCloseable {
    @Override
    public void close() {
      try {
        states.close();
      } catch (IOException e) {
        throw new IllegalStateException("a file that was read cannot be closed", e);
      }
    }
  }

  /**
   * Opens a checkpoint, after the whole file was found undamaged.
   *
   * @throws InvalidInputException if it is damaged, or was written by another version of folding
   */
  public static Stored open(Path file) {
    try {
      check(file);
      InputStream stream = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
      DataInputStream in = new DataInputStream(stream);
      in.readInt();
      int version = in.readInt();
      if (version != VERSION) {
        in.close();
        throw unusable(file, "another version of folding has written it");
      }
      Map<String, String> identity = new LinkedHashMap<>();
      for (int entries = in.readInt(); entries > 0; entries--) {
        identity.put(readText(in), readText(in));
      }
      return new Stored(new Checkpoint(identity, in.readLong(), in.readDouble()), in);
    } catch (IOException e) {
      throw unusable(file, String.valueOf(e.getMessage()));
    }
  }

  private static void check(Path file) throws IOException {
    long body = Files.size(file) - Long.BYTES;
    CRC32C sum = new CRC32C();
    try (DataInputStream in =
        new DataInputStream(
            new CheckedInputStream(
                new BufferedInputStream(Files.newInputStream(file), 1 << 16), sum))) {
      if (body < Long.BYTES || in.readInt() != MAGIC) {
        throw unusable(file, "it is damaged");
      }
      in.skipNBytes(body - Integer.BYTES);
      long expected = sum.getValue();
      if (in.readLong() != expected) {
        throw unusable(file, "it is damaged: its checksum is wrong");
      }
    }
  }

  private static InvalidInputException unusable(Path file, String why) {
    return new InvalidInputException(
        Problem.of(
            "output: the run cannot resume from checkpoint " + file + ": " + why,
            RunRemedy.START_OVER));
  }
}
