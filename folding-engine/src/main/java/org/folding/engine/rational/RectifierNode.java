package org.folding.engine.rational;

import java.math.BigInteger;
import java.util.BitSet;
import java.util.Optional;

/** Rectified units: y = z where z &gt; 0, else slope · z. */
final class RectifierNode implements LineNode {
  private final Constants slope;
  private final LineValue operand;
  private final LineValue result;
  private final LineSigns signs;
  private final BitSet bits;
  private final int firstBit;

  /**
   * @param slope the slopes; their scale is what the result has more than the operand
   */
  RectifierNode(Constants slope, LineValue operand, LineValue result, BitSet bits, int firstBit) {
    this.slope = slope;
    this.operand = operand;
    this.result = result;
    this.signs = new LineSigns(operand.size());
    this.bits = bits;
    this.firstBit = firstBit;
  }

  @Override
  public void settle(LineTime now) {
    signs.goTo(now);
    for (int u = 0; u < operand.size(); u++) {
      boolean before = signs.isPositive(u);
      if (operand.isChanged(u)) {
        signs.set(u, operand.alpha(u), operand.beta(u));
      }
      boolean positive = signs.settle(u);
      if (operand.isChanged(u) || positive != before) {
        bits.set(firstBit + u, positive);
        result.set(u, through(operand.alpha(u), u), through(operand.beta(u), u));
      }
    }
    result.apply();
  }

  private BigInteger through(BigInteger z, int u) {
    return signs.isPositive(u) ? z.shiftLeft(slope.scale()) : z.multiply(slope.get(u));
  }

  @Override
  public Optional<LineTime> nextBend() {
    return signs.next();
  }
}
