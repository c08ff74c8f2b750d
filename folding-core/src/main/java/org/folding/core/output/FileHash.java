package org.folding.core.output;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.folding.api.InvalidInputException;

/**
 * The SHA-256 of a file, by which a result can be traced to what it was computed from.
 *
 * @param file the file, absolute
 * @param sha256 64 hexadecimal digits in lower case
 */
public record FileHash(Path file, String sha256) {
  private static final int BUFFER = 1 << 16;

  /**
   * Reads a file.
   *
   * @param file a file
   * @return its hash
   * @throws InvalidInputException if it cannot be read
   */
  public static FileHash of(Path file) {
    MessageDigest digest = newDigest();
    byte[] buffer = new byte[BUFFER];
    try (InputStream in = Files.newInputStream(file)) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        digest.update(buffer, 0, n);
      }
    } catch (IOException e) {
      throw new InvalidInputException(file + " cannot be read: " + e.getMessage(), e);
    }
    return new FileHash(
        file.toAbsolutePath().normalize(), HexFormat.of().formatHex(digest.digest()));
  }

  private static MessageDigest newDigest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
