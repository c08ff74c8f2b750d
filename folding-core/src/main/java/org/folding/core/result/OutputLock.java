package org.folding.core.result;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.UUID;
import org.folding.api.InvalidInputException;

/**
 * Keeps two runs from writing into one folder at a time. The lock belongs to the process, so one
 * that was killed leaves a file but no lock.
 */
final class OutputLock implements AutoCloseable {
  private static final String FILE_NAME = ".folding.lock";

  private final Path file;
  private final FileChannel channel;

  private OutputLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /**
   * @param folder a folder that exists
   * @return the lock; empty where the file system has none
   * @throws InvalidInputException if another run holds it
   */
  static Optional<OutputLock> take(Path folder) {
    Path file = folder.resolve(FILE_NAME);
    try {
      Optional<OutputLock> lock = tryTake(file);
      while (lock.isPresent() && !lock.get().isInPlace()) {
        lock.get().channel.close();
        lock = tryTake(file);
      }
      return lock;
    } catch (IOException e) {
      throw OutputFolder.unwritable(file, e);
    }
  }

  private static Optional<OutputLock> tryTake(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException e) {
      lock = null;
    } catch (IOException e) {
      channel.close();
      Files.deleteIfExists(file);
      return Optional.empty();
    }
    if (lock == null) {
      channel.close();
      throw new InvalidInputException(
          "output: another run is writing to "
              + file.getParent()
              + "; wait for it, or choose another folder with -o");
    }
    return Optional.of(new OutputLock(file, channel));
  }

  /**
   * Whether the locked file is still the one of that name: the run before may have removed it after
   * it was opened here.
   */
  private boolean isInPlace() throws IOException {
    String token = UUID.randomUUID().toString();
    channel.truncate(0);
    channel.write(ByteBuffer.wrap(token.getBytes(StandardCharsets.UTF_8)), 0);
    try {
      return Files.readString(file).equals(token);
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(file);
      channel.close();
    } catch (IOException e) {
      throw OutputFolder.unwritable(file, e);
    }
  }
}
