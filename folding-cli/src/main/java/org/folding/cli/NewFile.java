package org.folding.cli;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import org.folding.api.InvalidInputException;

/** A file that appears whole or not at all. */
final class NewFile {
  private final Path file;

  NewFile(Path file, boolean force) {
    this.file = file.toAbsolutePath().normalize();
    if (Files.isDirectory(file)) {
      throw new InvalidInputException(file + " is a folder, not a file");
    }
    if (!force && Files.exists(file)) {
      throw new InvalidInputException(file + " exists; replace it with --force");
    }
    if (!Files.isDirectory(this.file.getParent())) {
      throw new InvalidInputException("folder " + this.file.getParent() + " does not exist");
    }
  }

  /** Writes the contents. */
  interface Contents {
    void write(Writer writer) throws IOException;
  }

  void write(Contents contents) {
    Path partial =
        file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID() + ".partial");
    try {
      try (Writer writer = Files.newBufferedWriter(partial, StandardCharsets.UTF_8)) {
        contents.write(writer);
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
