package org.folding.core.pipeline;

import java.util.OptionalLong;
import org.folding.api.FoldingException;

/** A run was ended before its time because its thread was interrupted. */
public final class RunInterruptedException extends FoldingException {
  private static final long serialVersionUID = 1L;

  /** How many paths need not be walked again; 0 where nothing was kept. */
  private final long kept;

  RunInterruptedException(Throwable cause) {
    this(cause, 0);
  }

  RunInterruptedException(Throwable cause, long kept) {
    super("the run was interrupted", cause);
    this.kept = kept;
  }

  /**
   * @return how many paths are done and need not be walked again by the next run; empty where
   *     nothing was kept
   */
  public OptionalLong kept() {
    return kept > 0 ? OptionalLong.of(kept) : OptionalLong.empty();
  }
}
