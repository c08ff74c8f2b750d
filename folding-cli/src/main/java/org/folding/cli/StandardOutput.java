package org.folding.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * Remembers what kept output from being written, which {@link System#out} and the writers upon it
 * do not tell. After that the rest is dropped, so that writers go on as if nothing had happened.
 */
final class StandardOutput extends OutputStream {
  private static final Path LINUX_TARGET = Path.of("/proc/self/fd/1");

  private final OutputStream target;
  private Optional<IOException> failure = Optional.empty();

  StandardOutput(OutputStream target) {
    this.target = target;
  }

  @Override
  public void write(int one) {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) {
    if (failure.isPresent()) {
      return;
    }
    try {
      target.write(bytes, from, length);
    } catch (IOException e) {
      failure = Optional.of(e);
    }
  }

  /**
   * What a user should know of. That whoever reads has seen enough, as {@code head} has, is none of
   * it.
   */
  Optional<String> problem() {
    return failure
        .filter(e -> !isClosedPipe(e))
        .map(e -> "standard output cannot be written: " + e.getMessage());
  }

  /** The system says it in the user's language, but a pipe fails for no other reason. */
  private static boolean isClosedPipe(IOException e) {
    return String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("pipe") || isPipe();
  }

  private static boolean isPipe() {
    try {
      return Files.readSymbolicLink(LINUX_TARGET).toString().startsWith("pipe:");
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }
}
