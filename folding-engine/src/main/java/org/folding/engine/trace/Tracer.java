package org.folding.engine.trace;

import org.folding.engine.chain.Chain;
import org.folding.engine.path.FlipList;

/** Finds where the units of a chain flip along straight lines, exactly. */
public interface Tracer {

  /** How many lines it takes at a time; none of them changes what is found along another. */
  int mostLines();

  /**
   * Traces the lines of a bundle.
   *
   * @return whether it could: a line may have more breakpoints than there is memory for
   */
  boolean trace(LineBundle lines);

  /** The flips of counted bits along the lines traced last. */
  FlipList flips();

  /**
   * 1 for each unit that is active where its line sets out and 0 for others, line by line of those
   * traced last, the units of all stages one after the other: see {@link Chain#firstUnit}.
   */
  byte[] startActive();

  /** The fastest tracer for a chain. */
  static Tracer of(Chain chain) {
    if (chain.isSparse()) {
      return new KinkTracer(chain);
    }
    return BreakpointTracer.isFor(chain) ? new BreakpointTracer(chain) : new LineTracer(chain);
  }
}
