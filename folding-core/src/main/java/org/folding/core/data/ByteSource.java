package org.folding.core.data;

import java.io.IOException;
import java.io.InputStream;
import org.folding.api.InvalidInputException;

/**
 * Bytes to read an array from.
 *
 * @param name what they are the content of, to start a message with
 * @param bytes the bytes; buffered
 * @param size how many there are in all, or −1 where compression hides it
 */
record ByteSource(String name, InputStream bytes, long size) {

  /** Reads exactly so many bytes, a number small enough to allocate at once. */
  byte[] read(int count, String what) {
    try {
      byte[] read = bytes.readNBytes(count);
      if (read.length < count) {
        throw wrong("ends within " + what);
      }
      return read;
    } catch (IOException e) {
      throw InputFile.unreadable(name, e);
    }
  }

  /** Checks that nothing follows. */
  void requireEnd() {
    try {
      if (bytes.read() >= 0) {
        throw wrong("goes on after the last value that its header announces");
      }
    } catch (IOException e) {
      throw InputFile.unreadable(name, e);
    }
  }

  /** A problem with this source. */
  InvalidInputException wrong(String what) {
    return new InvalidInputException(name + " " + what);
  }
}
