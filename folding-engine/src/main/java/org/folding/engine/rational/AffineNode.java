package org.folding.engine.rational;

import java.math.BigInteger;
import java.util.List;

/** An affine node: adds the changes of what it reads, column by column. */
final class AffineNode implements LineNode {
  private final AffineColumns columns;
  private final List<LineValue> operands;
  private final LineValue result;
  private final int inputScale;
  private boolean started;

  /**
   * @param inputScale how many bits behind the point the network's input has
   */
  AffineNode(AffineColumns columns, List<LineValue> operands, LineValue result, int inputScale) {
    this.columns = columns;
    this.operands = operands;
    this.result = result;
    this.inputScale = inputScale;
  }

  @Override
  public void settle(LineTime now) {
    if (!started) {
      started = true;
      for (int o = 0; o < result.size(); o++) {
        BigInteger bias = columns.bias(o);
        if (bias.signum() != 0) {
          result.change(o, bias.shiftLeft(inputScale), BigInteger.ZERO);
        }
      }
    }
    for (int k = 0; k < operands.size(); k++) {
      columns.add(k, operands.get(k), result);
    }
    result.apply();
  }
}
