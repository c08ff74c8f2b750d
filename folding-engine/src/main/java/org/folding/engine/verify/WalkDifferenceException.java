package org.folding.engine.verify;

import org.folding.api.FoldingException;

/** A walk is wrong: a fault of the program, found by a verification. */
public final class WalkDifferenceException extends FoldingException {
  private static final long serialVersionUID = 1L;

  /**
   * @param difference what is wrong
   * @param mode how it was found
   */
  public WalkDifferenceException(Difference difference, VerifyMode mode) {
    super("walk.verify=" + mode.word() + " found a wrong walk: " + difference.message());
  }
}
