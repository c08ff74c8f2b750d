package org.folding.engine.arithmetic;

/** Facts of float64 arithmetic (IEEE 754 binary64). */
public final class Float64 {
  /**
   * The unit roundoff u: a sum, product, quotient or fused multiply-add that neither overflows nor
   * underflows is (1 + δ) times the exact one with |δ| ≤ u (N. J. Higham, "Accuracy and Stability
   * of Numerical Algorithms", 2002, chapter 2).
   */
  public static final double UNIT_ROUNDOFF = 0x1p-53;

  private Float64() {}
}
