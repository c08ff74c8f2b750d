package org.folding.core.data;

import org.folding.api.InvalidInputException;

/** Says what did not fit into the memory of the JVM, so that a user knows what to change. */
public final class HeapLimit {
  private HeapLimit() {}

  /**
   * @param what what needs the memory; starts the message
   * @param cause what the JVM threw
   * @return the exception to throw
   */
  public static InvalidInputException exceeded(String what, OutOfMemoryError cause) {
    return new InvalidInputException(
        what
            + " needs more memory than there is in a heap of "
            + (Runtime.getRuntime().maxMemory() >> 20)
            + " MB; give the JVM more with -Xmx, or check that the file is what it should be",
        cause);
  }
}
