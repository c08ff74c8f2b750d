package org.folding.core.output;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.folding.api.InvalidInputException;
import org.folding.api.Problem;
import org.folding.core.problem.RunRemedy;

/**
 * Keeps two runs from writing into one folder at a time. The lock belongs to the process, so one
 * that was killed leaves a file but no lock.
 */
final class OutputLock implements AutoCloseable {
  private static final String FILE_NAME = ".folding.lock";
  private static final int LARGEST_SIZE = 1 << 20;

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
          Problem.of(
              "output: another run is writing to " + file.getParent(),
              RunRemedy.WAIT,
              RunRemedy.OTHER_OUTPUT));
    }
    return Optional.of(new OutputLock(file, channel));
  }

  /**
   * Whether the locked file is still the one of that name: the run before may have removed it after
   * it was opened here. Tells by a random size, as opening the file a second time would give up the
   * lock: closing any descriptor of a file ends a process's POSIX locks on it.
   */
  private boolean isInPlace() throws IOException {
    int last = ThreadLocalRandom.current().nextInt(LARGEST_SIZE);
    try {
      channel.truncate(0);
      channel.write(ByteBuffer.allocate(1), last);
    } catch (IOException e) {
      close(); // on a full disk a file can be made, but not written
      throw e;
    }
    try {
      return Files.size(file) == last + 1;
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
