package org.folding.engine.network;

import java.util.List;
import org.folding.api.network.Shape;

/** Tensors one after the other along an axis: each element of the result is one of an operand. */
final class ConcatenationRows implements LinearRows {
  // For each element of the result the operand that it is of, and where it stands there.
  private final int[] operand;
  private final int[] element;

  ConcatenationRows(int axis, List<Shape> operands, Shape result) {
    this.operand = new int[result.size()];
    this.element = new int[result.size()];
    int outer = new Shape(result.dimensions().subList(0, axis)).size();
    int at = 0;
    for (int o = 0; o < outer; o++) {
      for (int k = 0; k < operands.size(); k++) {
        int run = operands.get(k).size() / outer;
        for (int i = 0; i < run; i++) {
          operand[at] = k;
          element[at++] = o * run + i;
        }
      }
    }
  }

  @Override
  public double row(int row, Sink sink) {
    sink.entry(operand[row], element[row], 1);
    return 0;
  }

  @Override
  public int sameWeights(int row) {
    return 0;
  }
}
