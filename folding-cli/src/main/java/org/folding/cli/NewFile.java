package org.folding.cli;

import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import org.folding.api.InvalidInputException;
import org.folding.core.output.OutputFolder;

/** A file that appears whole or not at all. */
final class NewFile {
  private final Path file;

  NewFile(Path file, boolean force) {
    this.file = file.toAbsolutePath().normalize();
    if (Files.isDirectory(file)) {
      throw new InvalidInputException(file + " is a folder, not a file");
    }
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw new InvalidInputException(
          file + " is a device or the like, which a file would replace; name a file");
    }
    if (!force && Files.exists(file)) {
      throw new InvalidInputException(file + " exists; replace it with --force");
    }
    if (!Files.isDirectory(this.file.getParent())) {
      throw new InvalidInputException("folder " + this.file.getParent() + " does not exist");
    }
  }

  /**
   * Makes sure that a file that was read is not the one to be written, whatever it is called.
   *
   * @param read a file
   * @throws InvalidInputException if it is
   */
  void requireNot(Path read) {
    if (OutputFolder.isSame(file, read)) {
      throw new InvalidInputException(
          file + " is what is read here and would be lost; name another file");
    }
  }

  /**
   * Makes sure that the file is none of those that lie in a folder.
   *
   * @param read a folder whose files were read
   * @throws InvalidInputException if it is
   */
  void requireNotIn(Path read) {
    requireNot(read.resolve(file.getFileName()));
  }

  /** Writes text. */
  interface Text {
    void write(Writer writer) throws IOException;
  }

  /** Writes bytes. */
  interface Bytes {
    void write(OutputStream out) throws IOException;
  }

  void write(Text contents) {
    writeBytes(
        out -> {
          Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
          contents.write(writer);
          writer.flush();
        });
  }

  void writeBytes(Bytes contents) {
    Path partial =
        file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID() + ".partial");
    try {
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(partial))) {
        contents.write(out);
      }
      Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new InvalidInputException(file + " cannot be written: " + e.getMessage(), e);
    } finally {
      remove(partial);
    }
  }

  private static void remove(Path partial) {
    try {
      Files.deleteIfExists(partial);
    } catch (IOException e) {
      throw new InvalidInputException(partial + " cannot be removed: " + e.getMessage(), e);
    }
  }
}
