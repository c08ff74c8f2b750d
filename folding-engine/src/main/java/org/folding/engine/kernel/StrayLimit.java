package org.folding.engine.kernel;

/**
 * How far units may stray from the chord between two points: unit o by norm[o] · {@link #deviation}
 * + {@link #slack}.
 */
public final class StrayLimit {
  /** The norm of the weights of each unit. */
  public double[] norm = {};

  /** How far what the units read may stray, as a norm. */
  public double deviation;

  public double slack;
}
