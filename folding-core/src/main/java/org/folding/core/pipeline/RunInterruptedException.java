package org.folding.core.pipeline;

import org.folding.api.FoldingException;

/** A run was ended before its time because its thread was interrupted. */
public final class RunInterruptedException extends FoldingException {
  private static final long serialVersionUID = 1L;

  RunInterruptedException(Throwable cause) {
    super("the run was interrupted", cause);
  }
}
