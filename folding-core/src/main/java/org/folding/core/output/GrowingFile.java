package org.folding.core.output;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;

/**
 * A file that is written from its beginning or from where an earlier process had come to. Unlike
 * channels it does not mind when its thread is interrupted.
 */
public final class GrowingFile implements AutoCloseable {
  private static final int BUFFER = 1 << 16;

  private final Path file;
  private final RandomAccessFile target;
  private final byte[] buffer = new byte[BUFFER];
  private int buffered;
  private boolean closed;

  /**
   * @param file the file; created where it is missing, and else left as it is until it is written
   */
  public GrowingFile(Path file) {
    this.file = file;
    try {
      this.target = new RandomAccessFile(file.toFile(), "rw");
    } catch (IOException e) {
      throw OutputFolder.unwritable(file, e);
    }
  }

  /**
   * Drops what stands behind a place, and writes on from there.
   *
   * @param length how much to keep, in bytes
   */
  public void startAt(long length) {
    try {
      if (target.length() < length) {
        throw new IOException(
            "it has " + target.length() + " bytes but had " + length + " when the run was stopped");
      }
      target.setLength(length);
      target.seek(length);
    } catch (IOException e) {
      throw OutputFolder.unwritable(file, e);
    }
  }

  public void write(byte[] bytes) {
    int at = 0;
    while (at < bytes.length) {
      int part = Math.min(buffer.length - buffered, bytes.length - at);
      System.arraycopy(bytes, at, buffer, buffered, part);
      buffered += part;
      at += part;
      if (buffered == buffer.length) {
        flush();
      }
    }
  }

  /**
   * Brings everything written so far onto the disk.
   *
   * @return the length of the file
   */
  public long settled() {
    flush();
    try {
      target.getFD().sync();
      return target.getFilePointer();
    } catch (IOException e) {
      throw OutputFolder.unwritable(file, e);
    }
  }

  private void flush() {
    try {
      target.write(buffer, 0, buffered);
    } catch (IOException e) {
      throw OutputFolder.unwritable(file, e);
    }
    buffered = 0;
  }

  /** Writes what is still in the buffer; closing twice does nothing. */
  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    try (target) {
      flush();
    } catch (IOException e) {
      throw OutputFolder.unwritable(file, e);
    }
  }
}
