package org.folding.core.walk;

/** Finds where the units of a chain flip along a straight line, exactly. */
interface Tracer {

  /**
   * Traces the line from one point, at t = 0, to another, at t = 1.
   *
   * @return whether it could: a line may have more breakpoints than there is memory for
   */
  boolean trace(ChainPoint from, ChainPoint to);

  /** The flips of counted bits along the line traced last, in the order of time. */
  FlipList flips();

  /** Whether the units of a stage are active where the line traced last sets out. */
  boolean[] startActive(int stage);

  /** The fastest tracer for a chain. */
  static Tracer of(Chain chain) {
    if (chain.isSparse()) {
      return new KinkTracer(chain);
    }
    return BreakpointTracer.isFor(chain) ? new BreakpointTracer(chain) : new LineTracer(chain);
  }
}
