package org.folding.core.walk;

/** Finds where the units of a chain flip along straight lines, exactly. */
interface Tracer {

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
   * Whether units are active where the lines traced last set out, line by line, the units of all
   * stages one after the other: see {@link Chain#firstUnit}.
   */
  boolean[] startActive();

  /** The fastest tracer for a chain. */
  static Tracer of(Chain chain) {
    if (chain.isSparse()) {
      return new KinkTracer(chain);
    }
    return BreakpointTracer.isFor(chain) ? new BreakpointTracer(chain) : new LineTracer(chain);
  }
}
