package org.folding.core.pipeline;

import java.util.Optional;
import org.folding.api.data.Dataset;
import org.folding.api.model.Model;
import org.folding.api.walk.CountedUnits;
import org.folding.api.walk.Walk;
import org.folding.engine.verify.Verification;
import org.folding.engine.verify.VerifyMode;
import org.folding.engine.verify.WalkDifferenceException;
import org.folding.engine.verify.WalkVerifier;
import org.folding.engine.verify.WalkVerifiers;

/** Verifies the walks of a run, whichever thread makes them. */
final class WalkCheck {
  private final VerifyMode mode;
  private final WalkVerifiers verifiers;
  private final boolean goOn;

  WalkCheck(
      VerifyMode mode, Model model, CountedUnits units, Optional<Dataset> data, boolean goOn) {
    this.mode = mode;
    this.verifiers = new WalkVerifiers(mode, model, units, data);
    this.goOn = goOn;
  }

  /** A verifier for use by one thread. */
  WalkVerifier newVerifier() {
    WalkVerifier verifier = verifiers.newVerifier();
    return (path, walk) -> check(verifier, path, walk);
  }

  private Verification check(WalkVerifier verifier, long path, Walk walk) {
    Verification verification = verifier.verify(path, walk);
    if (!goOn && verification.first().isPresent()) {
      throw new WalkDifferenceException(verification.first().get(), mode);
    }
    return verification;
  }

  /** The verification of no walk. */
  Verification none() {
    return Verification.none(mode);
  }
}
