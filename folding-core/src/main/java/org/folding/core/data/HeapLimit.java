package org.folding.core.data;

import org.folding.api.GeneralRemedy;
import org.folding.api.InvalidInputException;
import org.folding.api.Problem;

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
        Problem.of(
            what
                + " needs more memory than there is in a heap of "
                + (Runtime.getRuntime().maxMemory() >> 20)
                + " MB",
            GeneralRemedy.CHECK_FILE,
            GeneralRemedy.LARGER_HEAP),
        cause);
  }
}
