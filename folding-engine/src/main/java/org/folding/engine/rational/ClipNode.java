package org.folding.engine.rational;

import java.math.BigInteger;
import java.util.BitSet;
import java.util.Optional;

/** Clipped units: y = min(max(z, lower), upper), with a bit for each bound. */
final class ClipNode implements LineNode {
  private final Constants lower;
  private final Constants upper;
  // By how much the operand's scale is less than that of bounds and result.
  private final int shift;
  private final int inputScale;
  private final LineValue operand;
  private final LineValue result;
  private final LineSigns signs;
  private final BitSet bits;
  private final int firstBit;
  private boolean started;

  ClipNode(
      Constants lower,
      Constants upper,
      int shift,
      int inputScale,
      LineValue operand,
      LineValue result,
      BitSet bits,
      int firstBit) {
    this.lower = lower;
    this.upper = upper;
    this.shift = shift;
    this.inputScale = inputScale;
    this.operand = operand;
    this.result = result;
    this.signs = new LineSigns(2 * operand.size());
    this.bits = bits;
    this.firstBit = firstBit;
  }

  @Override
  public void settle(LineTime now) {
    signs.goTo(now);
    for (int u = 0; u < operand.size(); u++) {
      BigInteger low = lower.get(u).shiftLeft(inputScale);
      BigInteger high = upper.get(u).shiftLeft(inputScale);
      BigInteger alpha = operand.alpha(u).shiftLeft(shift);
      BigInteger beta = operand.beta(u).shiftLeft(shift);
      if (!started || operand.isChanged(u)) {
        signs.set(2 * u, alpha.subtract(low), beta);
        signs.set(2 * u + 1, alpha.subtract(high), beta);
      }
      boolean aboveLower = signs.settle(2 * u);
      boolean aboveUpper = signs.settle(2 * u + 1);
      bits.set(firstBit + 2 * u, aboveLower);
      bits.set(firstBit + 2 * u + 1, aboveUpper);
      if (aboveLower && !aboveUpper) {
        result.set(u, alpha, beta);
      } else {
        result.set(u, aboveUpper ? high : low, BigInteger.ZERO);
      }
    }
    started = true;
    result.apply();
  }

  @Override
  public Optional<LineTime> nextBend() {
    return signs.next();
  }
}
