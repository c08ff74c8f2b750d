package org.folding.core.data;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.folding.api.InvalidInputException;

/**
 * The bytes of a file, unpacked if it is gzip-compressed. What counts is the content; only a name
 * that promises gzip must keep its word.
 */
final class InputFile implements AutoCloseable {
  private static final int BUFFER = 1 << 16;

  private final Path file;
  private final InputStream bytes;
  private final long size;

  private InputFile(Path file, InputStream bytes, long size) {
    this.file = file;
    this.bytes = bytes;
    this.size = size;
  }

  static InputFile open(Path file) {
    InputStream stream = null;
    try {
      if (Files.isDirectory(file)) {
        throw new InvalidInputException(file + " is a folder, not a file");
      }
      long size = Files.size(file);
      stream = new BufferedInputStream(Files.newInputStream(file), BUFFER);
      stream.mark(2);
      boolean gzip = stream.read() == 0x1f && stream.read() == 0x8b;
      stream.reset();
      if (gzip) {
        return new InputFile(
            file, new BufferedInputStream(new GZIPInputStream(stream, BUFFER), BUFFER), -1);
      }
      if (nameOf(file).endsWith(".gz")) {
        throw new InvalidInputException(
            file + " is not gzip-compressed: compress it, or take .gz off its name");
      }
      return new InputFile(file, stream, size);
    } catch (IOException | InvalidInputException e) {
      closeQuietly(stream);
      throw e instanceof IOException io ? unreadable(file, io) : (InvalidInputException) e;
    }
  }

  /** The name of a file in lower case. */
  static String nameOf(Path file) {
    return file.getFileName() == null ? "" : file.getFileName().toString().toLowerCase(Locale.ROOT);
  }

  /** What to tell the user when a file, or a part of it, cannot be read. */
  static InvalidInputException unreadable(Object file, IOException e) {
    String why;
    if (e instanceof NoSuchFileException) {
      why = " is not there";
    } else if (e instanceof AccessDeniedException) {
      why = " may not be read: its permissions forbid it";
    } else if (e instanceof EOFException) {
      why = " is cut off: its compressed stream ends too early; fetch or copy it again";
    } else if (e instanceof ZipException) {
      why = " is damaged: " + e.getMessage() + "; fetch or copy it again";
    } else if (e instanceof CharacterCodingException) {
      why = " is not text in UTF-8";
    } else {
      why = " cannot be read: " + e.getMessage();
    }
    return new InvalidInputException(file + why, e);
  }

  Path file() {
    return file;
  }

  /** The bytes, unpacked; buffered, so that marks work. */
  InputStream bytes() {
    return bytes;
  }

  /** The number of bytes in all, or −1 where compression hides it. */
  long size() {
    return size;
  }

  @Override
  public void close() {
    closeQuietly(bytes);
  }

  private static void closeQuietly(InputStream stream) {
    if (stream != null) {
      try {
        stream.close();
      } catch (IOException e) {
        // Nothing was written, so nothing is lost.
      }
    }
  }
}
