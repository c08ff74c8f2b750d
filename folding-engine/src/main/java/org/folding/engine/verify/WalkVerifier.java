package org.folding.engine.verify;

import org.folding.api.walk.Walk;

/** Verifies exact walks through one model. Used by one thread at a time. */
public interface WalkVerifier {

  /**
   * Verifies a walk.
   *
   * @param path the index of its path, for the report
   * @param walk the walk
   * @return what came out
   */
  Verification verify(long path, Walk walk);
}
