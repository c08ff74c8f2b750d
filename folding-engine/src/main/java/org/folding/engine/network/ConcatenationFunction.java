package org.folding.engine.network;

import java.util.List;
import org.folding.api.network.Concatenation;
import org.folding.api.network.Shape;

/** Tensors one after the other: of each a run of elements in turn, as the axes before repeat. */
final class ConcatenationFunction implements NodeFunction {
  private final int[] run;

  ConcatenationFunction(Concatenation concatenation, List<Shape> operands) {
    this.run = new int[operands.size()];
    for (int k = 0; k < run.length; k++) {
      List<Integer> extents = operands.get(k).dimensions();
      run[k] = new Shape(extents.subList(concatenation.axis(), extents.size())).size();
    }
  }

  @Override
  public void apply(double[][] operands, double[] y) {
    int at = 0;
    for (int turn = 0; at < y.length; turn++) {
      for (int k = 0; k < run.length; k++) {
        System.arraycopy(operands[k], turn * run[k], y, at, run[k]);
        at += run[k];
      }
    }
  }
}
