package org.folding.api;

import org.jspecify.annotations.Nullable;

/**
 * Root of what folding throws on purpose. Thrown as it is, it reports a fault of the program or of
 * a plugin; what the user can mend is an {@link InvalidInputException}.
 */
public class FoldingException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param message what went wrong and where
   */
  public FoldingException(String message) {
    super(message);
  }

  /**
   * @param message what went wrong and where
   * @param cause what it was caused by, or null
   */
  public FoldingException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
